package import Database

/// The two questions by which the server learns whether its data can be used.
package enum Pulse {
  /// Whether a migrated database answers.
  package static func answers(in tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM role") }
  /// Writes something that nobody reads; throws what any write would.
  package static func beat(in tx: Transaction) throws {
    try tx.run(
      "INSERT INTO setting (key, value) VALUES ('pulse', \(String(tx.now.rawValue))) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    )
  }
}
