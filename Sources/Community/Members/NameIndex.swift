package import Database
import Matching

/// The words of members' names and handles, by which they are found. Every member has some, since a handle is a word.
package enum NameIndex {
  private static let batch = 500

  /// Writes the words of a new member.
  static func set(_ member: MemberID, name: String, handle: String, in tx: Transaction) throws {
    for word in words(of: "\(name) \(handle)") {
      try tx.run(
        "INSERT INTO member_word (word, start, member_id) VALUES (\(word), \(start(of: word)), \(member)) ON CONFLICT DO NOTHING")
    }
  }

  /// After a name or a handle was changed.
  static func renew(_ member: MemberID, in tx: Transaction) throws {
    let found = try tx.first("SELECT name, handle FROM member WHERE id = \(member)") { row in
      (name: try row.next(String.self), handle: try row.next(String.self))
    }
    guard let found else { return }
    try tx.run("DELETE FROM member_word WHERE member_id = \(member)")
    try set(member, name: found.name, handle: found.handle, in: tx)
  }

  /// Writes the words of some members that have none yet, because they joined before there were any or came by other means; how many they
  /// were, 0 when all have theirs.
  package static func fill(in tx: Transaction) throws -> Int {
    let missing = try tx.values(
      """
      SELECT member.id FROM member WHERE member.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM member_word WHERE member_word.member_id = member.id)
      ORDER BY member.id LIMIT \(batch)
      """, as: MemberID.self)
    for member in missing { try renew(member, in: tx) }
    return missing.count
  }

  /// The first letters of a word: few enough that whoever types has soon typed them.
  static func start(of word: String) -> String { String(String.UnicodeScalarView(word.unicodeScalars.prefix(3))) }

  /// True for rows of `member_word`, or of an alias of it, that are a word; the last one that is typed may be only its beginning.
  static func begins(_ table: SQL, _ word: String, isLast: Bool) -> SQL {
    let length = word.unicodeScalars.count
    guard isLast, length > 2 else { return "\(table).word = \(word)" }
    return "\(table).start = \(start(of: word)) AND substr(\(table).word, 1, CAST(\(length) AS integer)) = \(word)"
  }

  /// The words by which a text is looked up: as they are, since names have no plural.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    for term in TextAnalyzer.unstemmed.terms(of: text) where !words.contains(term.text) { words.append(term.text) }
    return words
  }
}
