import Database

/// Angry, with a point: the insult alone is taken out of a text, which stays. No strike; the version before is for moderators.
package struct MaskPost: Sendable {
  /// What stands for each insult.
  package static let mask = "[…]"
  package static let mostWords = 20
  let post: PostID
  let body: PostBody
  let version: Int

  /// `body` is what ``masked(_:in:)`` made of the version named.
  package init(_ post: PostID, body: PostBody, version: Int) {
    self.post = post
    self.body = body
    self.version = version
  }

  /// The text without the words, whatever their capitals; nil where none of them stands in it.
  package static func masked(_ words: [String], in text: String) -> String? {
    var result = text
    for word in words where !word.isEmpty { result = replace(word, in: result) }
    return result == text ? nil : result
  }

  private static func replace(_ word: String, in text: String) -> String {
    let (letters, wanted) = (Array(text), Array(word).map { $0.lowercased() })
    let small = letters.map { $0.lowercased() }
    var result = ""
    var index = 0
    while index < letters.count {
      if index + wanted.count <= letters.count, small[index] == wanted[0], small[index..<index + wanted.count].elementsEqual(wanted) {
        result += mask
        index += wanted.count
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return result
  }

  /// Throws ``ForumError/conflict(_:)`` `editedMeanwhile` where the text is not that version's any more.
  func perform(_ old: PostForChange, by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.editAny, in: old.category) else { throw ForumError.forbidden(.notAllowed) }
    try EditPost(post: post, body: body, heading: nil, version: version).perform(by: actor, in: tx)
    try tx.run("UPDATE post_version SET hidden = TRUE WHERE post_id = \(post) AND version = \(version)")
  }
}
