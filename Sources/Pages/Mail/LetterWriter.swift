package import Templates

/// Puts letters into words: the catalog's, in the templates' form.
package struct LetterWriter: Sendable {
  private let library: TemplateLibrary
  private let words: Words

  /// `library` must have been made with ``pages``.
  package init(_ library: TemplateLibrary, words: Words) {
    self.library = library
    self.words = words
  }

  /// The pages a library needs for letters.
  package static var pages: [any Page.Type] { [LetterPage.self, LetterTextPage.self] }

  package func write(_ letter: Letter) -> WrittenLetter {
    func spoken(_ part: String) -> String {
      let who = letter.about.map { $0.who ?? words.text("member.nameless") } ?? ""
      let arguments: [String: WordArgument] = [
        "site": .text(letter.site), "name": .text(letter.name), "subject": .text(letter.subject), "who": .text(who),
      ]
      return words.text("mail.\(letter.kind.rawValue).\(part)", arguments)
    }
    let content = LetterContent(
      language: words.language, greeting: words.text("mail.greeting", ["name": .text(letter.name)]), text: spoken("text"),
      quote: letter.about?.beginning,
      button: letter.url.map { LetterButton(label: spoken("button"), url: $0) }, after: spoken("after"),
      stop: letter.about.map { LetterButton(label: spoken("stop"), url: $0.stopURL) }, closing: letter.site)
    return WrittenLetter(
      subject: spoken("subject"), text: String(decoding: library.render(LetterTextPage(letter: content)), as: UTF8.self),
      html: String(decoding: library.render(LetterPage(letter: content)), as: UTF8.self))
  }
}
