/// What an engine knows of its tables to plan with. It learns by itself, in minutes; after many rows came at once it is told to at once.
package enum PlannerStatistics {
  /// SQLite plans by its indexes alone.
  package static func renew(in tx: Transaction) throws { try tx.run(.twin(sqlite: "SELECT 1", postgres: "ANALYZE")) }
}
