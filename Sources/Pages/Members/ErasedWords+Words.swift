package import Community
package import Templates

extension ErasedWords {
  /// In a language of the site. Throws `Problem` when an operator's words could not stand there.
  package init(_ words: Words) throws(Problem) {
    try self.init(name: words.text("erased.name"), title: words.text("erased.topic"), text: words.text("erased.text"))
  }
}
