package import Database

/// Words that found nothing, for those who run the community: what is asked for and not there.
package struct FruitlessSearch: Sendable, Equatable, SQLRow {
  package static let listed = 100
  package let words: String
  /// How many people looked for it.
  package let people: Int
  package let lastAt: Timestamp

  package init(_ row: inout Row) throws {
    words = try row.next()
    people = try row.next()
    lastAt = try row.next()
  }

  /// What most people looked for first.
  package static func all(for admin: Actor, in tx: Transaction) throws -> [FruitlessSearch] {
    guard admin.may(.manageSite) else { throw ForumError.notFound }
    return try tx.all("SELECT words, people, last_at FROM fruitless_search ORDER BY people DESC, last_at DESC, words LIMIT \(listed)")
  }
}
