/// Brings a database up to date, one transaction a migration, so that an interrupted one has either run or not.
package struct Migrator: Sendable {
  private let migrations: [Migration]
  package init(_ migrations: [Migration]) { self.migrations = migrations }

  /// Runs what is missing and answers the names it ran.
  /// Throws ``DatabaseFault/migration(_:)`` when the database is newer than this program or a shipped file was edited.
  @discardableResult package func run(on store: any Store) async throws -> [String] {
    try await store.write { tx in
      try tx.run(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum BIGINT NOT NULL, at BIGINT NOT NULL)"
      )
    }
    var ran: [String] = []
    for migration in try await pending(on: store) {
      try await store.write { tx in
        guard try !tx.exists("SELECT 1 FROM migration WHERE number = \(migration.number)") else { return }
        for statement in migration.statements(for: tx.dialect) { try tx.run(SQL(trusted: statement)) }
        try tx.run(
          "INSERT INTO migration (number, name, checksum, at) VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(tx.now))"
        )
      }
      ran.append(migration.name)
    }
    return ran
  }

  /// The names of those that have not run on a database that some have run on; empty for a new one, and for one that is up to date.
  package func missing(on store: any Store) async throws -> [String] {
    guard try await store.read({ try TableDescription.names(in: $0) }).contains("migration") else { return [] }
    let pending = try await pending(on: store)
    return pending.count == migrations.count ? [] : pending.map(\.name)
  }

  private func pending(on store: any Store) async throws -> [Migration] {
    let done = try await store.read { tx in
      try tx.all("SELECT number, name, checksum FROM migration ORDER BY number") { row in
        (number: try row.next(Int.self), name: try row.next(String.self), checksum: try row.next(Int64.self))
      }
    }
    for row in done {
      guard let migration = migrations.first(where: { $0.number == row.number }) else {
        throw DatabaseFault.migration("\(row.name) is unknown here: the data is newer than this program")
      }
      guard migration.checksum == row.checksum else { throw DatabaseFault.migration("\(row.name) was changed after it ran") }
    }
    return migrations.filter { migration in !done.contains { $0.number == migration.number } }
  }
}

extension Migration {
  /// The numbers and names of what has run on a database, in order.
  package static func done(in tx: Transaction) throws -> [(number: Int, name: String)] {
    try tx.all("SELECT number, name FROM migration ORDER BY number") { row in (number: try row.next(), name: try row.next()) }
  }
}

extension Transaction {
  /// The engine this transaction runs on, for migrations only: everything else is written once for both.
  var dialect: Dialect { connection.dialect }
}
