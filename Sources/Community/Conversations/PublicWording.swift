package import Database

/// What of a private question may stand in public, as a beginning for its asker to go over: their own words, without what names or finds
/// people. Nothing of what the staff wrote is carried along.
package struct PublicWording: Sendable, Equatable {
  package let title: String
  package let body: String
  /// Whether something was taken out.
  package let isStripped: Bool

  /// Throws ``ForumError/notFound`` for who did not ask, and ``ForumError/conflict(_:)`` once it is public.
  package static func load(_ conversation: ConversationID, for actor: Actor, in tx: Transaction) throws -> PublicWording {
    let title = try MakePublic.title(of: conversation, for: actor, in: tx)
    let bodies = try tx.values(
      """
      SELECT body FROM conversation_part WHERE conversation_id = \(conversation) AND author_id = \(actor.id) ORDER BY number
      LIMIT 20
      """, as: String.self)
    let people = try tx.all(
      """
      SELECT DISTINCT member.name, member.handle FROM conversation_part part JOIN member ON member.id = part.author_id
      WHERE part.conversation_id = \(conversation)
      """
    ) { row in (name: try row.next(String.self), handle: try row.next(String.self)) }
    let names = people.flatMap { person in [person.name, "@\(person.handle)"] + person.name.split(separator: " ").map(String.init) }
    let (bare, wording) = (Stripped(title, names: names), bodies.map { Stripped($0, names: names) })
    let text = wording.map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n")
    return PublicWording(
      title: bare.text, body: String(decoding: text.utf8.prefix(PostBody.mostBytes), as: UTF8.self),
      isStripped: bare.isChanged || wording.contains(where: \.isChanged))
  }
}

/// A text without quotes of others, addresses, long numbers and the names given: each word of them becomes "…". Linear in the text.
struct Stripped: Equatable {
  let text: String
  let isChanged: Bool

  init(_ raw: String, names: [String]) {
    let known = Set(names.map { Self.bare($0[...]) }.filter { $0.count > 1 })
    let kept = raw.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      line.drop { $0 == " " }.first != ">"
    }
    let text = kept.map { Self.line($0, without: known) }.joined(separator: "\n")
    self.text = text
    isChanged = text != raw
  }

  /// Words end at spaces; what stands around them is theirs.
  private static func line(_ line: Substring, without names: Set<String>) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in isTelling(word, names) ? "…" : String(word) }
      .joined(separator: " ")
  }

  private static func isTelling(_ word: Substring, _ names: Set<String>) -> Bool {
    if names.contains(bare(word)) { return true }
    // A mention names somebody, an address has a dot behind its sign.
    if let sign = word.firstIndex(of: "@") {
      let rest = word[word.index(after: sign)...]
      if bare(word).hasPrefix("@") || rest.contains(".") { return true }
    }
    // Customer, order, card and telephone numbers; a version or a size is shorter.
    return word.filter(\.isNumber).count > 6
  }

  /// Without signs around it, and without "'s".
  private static func bare(_ word: Substring) -> String {
    var rest = word.drop { !$0.isLetter && !$0.isNumber && $0 != "@" }
    while let last = rest.last, !last.isLetter, !last.isNumber { rest = rest.dropLast() }
    if rest.hasSuffix("'s") || rest.hasSuffix("’s") { rest = rest.dropLast(2) }
    return rest.lowercased()
  }
}
