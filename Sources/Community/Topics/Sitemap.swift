package import Database

/// The topics that everybody may read, by number, for search engines that ask what there is.
package enum Sitemap {
  /// How many numbers of topics a part of the map covers; a map may hold 50,000 addresses.
  package static let partSize: Int64 = 5_000

  /// A part that holds something, and when something in it last changed.
  package struct Part: Sendable, Equatable {
    /// Counted from 1.
    package let number: Int64
    package let changedAt: Timestamp
  }

  /// A topic's address and when it last changed.
  package struct Place: Sendable, Equatable {
    package let id: TopicID
    package let slug: String
    package let changedAt: Timestamp
  }

  /// Every part with something a visitor may read.
  package static func parts(in tx: Transaction) throws -> [Part] {
    try tx.all(
      """
      SELECT (topic.id - 1) / \(partSize) + 1 AS part, max(topic.bumped_at) FROM topic
      WHERE \(Visibility.standing(.visitor)) GROUP BY part ORDER BY part
      """
    ) { row in Part(number: try row.next(), changedAt: try row.next()) }
  }

  /// What a visitor may read of a part, by number.
  package static func places(inPart number: Int64, in tx: Transaction) throws -> [Place] {
    guard (1...(Int64.max / partSize - 1)).contains(number) else { return [] }
    let last = number * partSize
    return try tx.all(
      """
      SELECT topic.id, topic.slug, topic.bumped_at FROM topic
      WHERE topic.id BETWEEN \(last - partSize + 1) AND \(last) AND \(Visibility.standing(.visitor)) ORDER BY topic.id
      """
    ) { row in Place(id: try row.next(), slug: try row.next(), changedAt: try row.next()) }
  }
}
