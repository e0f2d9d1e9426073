package import Database

/// Finds members by the words of their names and handles, the last one perhaps not typed to its end; never by e-mail.
package struct SearchPeople: Sendable {
  package static let most = 3
  private static let mostWords = 4
  private static let looked = 200
  private let words: [String]
  private let whole: String

  package init(_ request: SearchRequest) {
    let text = String(request.words.prefix(80))
    words = Array(NameIndex.words(of: text).prefix(Self.mostWords + 1))
    whole = oneLine(text).lowercased()
  }

  /// Everybody may see every member's page; who is called exactly so comes first.
  package func perform(in tx: Transaction) throws -> [MemberBadge] {
    guard let longest = words.max(by: { $0.utf8.count < $1.utf8.count }), longest.utf8.count > 1, words.count <= Self.mostWords else {
      return []
    }
    let others = words.filter { $0 != longest }.map { word -> SQL in
      "EXISTS (SELECT 1 FROM member_word other WHERE other.member_id = member.id AND \(begins("other", word)))"
    }
    let people: [MemberBadge] = try tx.all(
      """
      SELECT DISTINCT \(MemberBadge.columns("member")) FROM (
        SELECT member_word.member_id FROM member_word WHERE \(begins("member_word", longest)) LIMIT \(Self.looked)) found
      JOIN member ON member.id = found.member_id AND member.held_at IS NULL WHERE \((["TRUE"] + others).joined(" AND "))
      """)
    return people.sorted { (isExact($0) ? 0 : 1, $0.name, $0.handle) < (isExact($1) ? 0 : 1, $1.name, $1.handle) }
      .prefix(Self.most).map { $0 }
  }

  private func isExact(_ badge: MemberBadge) -> Bool {
    badge.handle == whole || "@" + badge.handle == whole || badge.name.lowercased() == whole
  }

  private func begins(_ table: SQL, _ word: String) -> SQL { NameIndex.begins(table, word, isLast: word == words.last) }
}
