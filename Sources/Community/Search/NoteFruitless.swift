package import Database

/// Writes down words that found nothing, once at least two people looked for them.
package struct NoteFruitless: Sendable {
  /// The most words kept: the ones looked for last.
  package static let most = 1_000
  private let people: [FruitlessWords: Int]

  /// How many more people looked for each, besides those who were noted before.
  package init(people: [FruitlessWords: Int]) { self.people = people }

  package func perform(in tx: Transaction) throws {
    for (words, count) in people.sorted(by: { $0.key.text < $1.key.text }) {
      try tx.run(
        """
        INSERT INTO fruitless_search (words, people, last_at) VALUES (\(words.text), \(count), \(tx.now))
        ON CONFLICT (words) DO UPDATE SET people = fruitless_search.people + excluded.people, last_at = excluded.last_at
        """)
    }
    try tx.run(
      """
      DELETE FROM fruitless_search WHERE last_at < (
        SELECT min(last_at) FROM (SELECT last_at FROM fruitless_search ORDER BY last_at DESC LIMIT \(Self.most)) newest)
      """)
  }
}
