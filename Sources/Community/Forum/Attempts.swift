package import Database

/// A limit on how often something may be tried, kept in the database so that it holds across restarts and servers.
package struct AttemptLimit: Sendable {
  package let limit: ForumError.Limit
  package let most: Int
  package let span: Span
  package init(_ limit: ForumError.Limit, most: Int, per span: Span) {
    self.limit = limit
    self.most = most
    self.span = span
  }

  /// Counts one attempt of `who` (an account, an address). Throws ``ForumError/tooSoon(_:until:)`` once the limit is passed.
  package func count(_ who: String, in tx: Transaction) throws {
    let slot = tx.now.rawValue / span.milliseconds
    let count: Int? = try tx.value(
      """
      INSERT INTO attempt (bucket, slot, count) VALUES (\(bucket(who)), \(slot), 1)
      ON CONFLICT (bucket, slot) DO UPDATE SET count = attempt.count + 1 RETURNING count
      """)
    if (count ?? 0) > most { throw ForumError.tooSoon(limit, until: Timestamp(milliseconds: (slot + 1) * span.milliseconds)) }
  }

  /// Forgets the attempts of `who`, as after a success.
  package func forget(_ who: String, in tx: Transaction) throws { try tx.run("DELETE FROM attempt WHERE bucket = \(bucket(who))") }

  /// Forgets whatever was counted of some, in every limit.
  static func forget(_ all: [String], in tx: Transaction) throws {
    for who in all {
      let end = "/" + who
      try tx.run(
        "DELETE FROM attempt WHERE substr(bucket, CAST(length(bucket) - \(end.unicodeScalars.count - 1) AS INTEGER)) = \(end)")
    }
  }

  private func bucket(_ who: String) -> String { "\(limit.rawValue)/\(span.milliseconds)/\(who)" }
}
