package import Database

/// Somebody who was erased, as the list beside the database has it: numbers and moments, nothing about a person.
package struct Erasure: Sendable, Hashable {
  package let member: MemberID
  /// When they joined: in another copy of the data the same number may be somebody else's.
  package let joinedAt: Timestamp
  package let texts: Bool
  package let at: Timestamp

  /// Out of the list's line; nil for anything else.
  package init?(_ line: some StringProtocol) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let member = MemberID(String(parts[0])), let joined = Int64(parts[1]), let at = Int64(parts[3]),
      parts[2] == "texts" || parts[2] == "member"
    else { return nil }
    self.member = member
    (joinedAt, texts, self.at) = (Timestamp(milliseconds: joined), parts[2] == "texts", Timestamp(milliseconds: at))
  }

  private init(_ row: inout Row) throws { (member, joinedAt, texts, at) = (try row.next(), try row.next(), try row.next(), try row.next()) }

  /// A line of the list.
  package var line: String { "\(member.rawValue) \(joinedAt.rawValue) \(texts ? "texts" : "member") \(at.rawValue)" }

  package static func isErased(_ member: MemberID, in tx: Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM erasure WHERE member_id = \(member)")
  }

  /// All there are, for the list.
  package static func all(in tx: Transaction) throws -> [Erasure] {
    try tx.all("SELECT member_id, joined_at, texts, at FROM erasure ORDER BY id") { try Erasure(&$0) }
  }

  /// Erases again, in data of before, whoever is there; how many they were.
  package static func replay(_ erasures: some Sequence<Erasure>, words: ErasedWords, in tx: Transaction) throws -> Int {
    var count = 0
    for erasure in erasures {
      let isThere = try tx.exists("SELECT 1 FROM member WHERE id = \(erasure.member) AND created_at = \(erasure.joinedAt)")
      guard isThere, try !isErased(erasure.member, in: tx) else { continue }
      // Who was an admin then had given that up before they were erased.
      try tx.run("UPDATE member SET role = \(Role.member) WHERE id = \(erasure.member)")
      try EraseMember(erasure.member, texts: erasure.texts, words: words).perform(in: tx)
      count += 1
    }
    if count > 0 { try SearchCheck.forgetRemoved(in: tx) }
    return count
  }
}

/// What of erasures lies outside of the database: it is done afterwards, and again after a crash.
package struct OpenErasure: Sendable {
  package let id: Int64
  /// Names of mail that may lie in the spool.
  package let mail: [String]

  package static func all(in tx: Transaction) throws -> [OpenErasure] {
    try tx.all("SELECT id, mail FROM erasure WHERE NOT settled ORDER BY id LIMIT 100") { row in
      OpenErasure(id: try row.next(), mail: try row.next(String.self).split(separator: "\n").map(String.init))
    }
  }

  /// Once the files are gone and the list is written.
  package static func settle(_ ids: [Int64], in tx: Transaction) throws {
    try tx.run("UPDATE erasure SET settled = TRUE, mail = '' WHERE id \(anyOf: ids)")
  }
}
