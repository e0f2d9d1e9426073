package import Database

/// Many things in the queue that share something: a wave is decided at once, and who only looks like part of it is left out.
package struct ReviewWave: Sendable, SQLRow {
  /// Fewer are no wave.
  package static let least = 3
  private static let mostListed = 5
  package let kind: String
  package let value: String
  package let count: Int

  package init(_ row: inout Row) throws {
    kind = try row.next()
    value = try row.next()
    count = try row.next()
  }

  /// The largest. Only for who decides on everything: what is shared says something of posts elsewhere.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [ReviewWave] {
    guard actor.may(.decide) else { return [] }
    return try tx.all(
      """
      SELECT review_evidence.kind, review_evidence.value, count(*) FROM review
      JOIN review_evidence ON review_evidence.review_id = review.id
      WHERE review.settled_at IS NULL AND review.act_id IS NULL
      GROUP BY review_evidence.kind, review_evidence.value HAVING count(*) >= \(least)
      ORDER BY count(*) DESC, review_evidence.kind, review_evidence.value LIMIT \(mostListed)
      """)
  }

  /// What of it is chosen beforehand: by new members without a standing post, and sharing at least two things with others of the wave, or one
  /// and a link with an account that says nothing else. Whoever shares one thing by chance is left for a person to read.
  package static func likely(among rows: [ReviewRow], in tx: Transaction) throws -> Set<ReviewID> {
    let ids = rows.map(\.id)
    let alike = try tx.values(
      """
      SELECT own.review_id FROM review_evidence own WHERE own.review_id \(anyOf: ids) AND \(least) <= (
        SELECT count(*) FROM review_evidence other JOIN review ON review.id = other.review_id AND review.settled_at IS NULL
        WHERE other.kind = own.kind AND other.value = own.value)
      GROUP BY own.review_id HAVING count(DISTINCT own.kind) >= 2
      """, as: ReviewID.self)
    let authors = rows.compactMap { $0.author?.id }
    let standing = Set(
      try tx.values(
        "SELECT DISTINCT author_id FROM post WHERE author_id \(anyOf: authors) AND deleted_at IS NULL AND NOT hidden", as: MemberID.self))
    let known = Set(alike)
    return Set(rows.filter { row in known.contains(row.id) && !(row.author.map { standing.contains($0.id) } ?? true) }.map(\.id))
  }
}
