import CPostgres
import Database

/// A libpq connection, spoken to in the house's own vocabulary; used by one thread at a time.
final class PostgresConnection: Connection {
  private let wire: PostgresWire
  /// The names of prepared statements, by their text and the types of their parameters.
  private var prepared: [PostgresStatement: String] = [:]
  /// More statements than the program has: a leak would otherwise fill the server's memory.
  private static let mostPrepared = 2_000

  /// Connects. Throws ``DatabaseFault/unreachable(_:mayHaveChanged:)``, or ``DatabaseFault/busy`` while another program must be alone with
  /// the database; `isPresent` is false for that program's own connections.
  init(_ address: String, isPresent: Bool) throws {
    wire = try PostgresWire(address)
    try command(
      """
      SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '30s'; SET client_min_messages = warning;
      SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 5000
      """)
    guard isPresent else { return }
    try command("SET lock_timeout = '2s'; SELECT pg_advisory_lock_shared(\(PostgresLock.presence.rawValue)); SET lock_timeout = 0")
  }

  var dialect: Dialect { .postgres }

  /// How many rows were changed over this connection, so that a commit without any can be told.
  private(set) var changes = 0

  /// Whether it can be used again; a connection that was lost is left to its end.
  var isSound: Bool { wire.isSound }

  func query(_ sql: SQL, each: (any Columns) throws -> Bool) throws {
    let result = try run(sql)
    let columns = PostgresColumns(result)
    for row in 0..<result.rowCount {
      columns.row = row
      guard try each(columns) else { break }
    }
  }

  func execute(_ sql: SQL) throws -> Int { try run(sql).changedRows }

  /// Runs statements without parameters, such as BEGIN; the last one's rows.
  @discardableResult func command(_ text: String) throws -> PostgresResult {
    let results = try wire.exchange { PQsendQuery($0, text) }
    for result in results { try result.throwFault(of: text) }
    guard let last = results.last else { throw DatabaseFault.statement("no answer to \(text)") }
    return last
  }

  /// Ends a transaction; answers whether it was committed. One that had failed without anybody's notice is rolled back.
  func commit() throws -> Bool { try command("COMMIT").tag == "COMMIT" }

  /// Forgets every prepared statement, after their tables have changed.
  private func forgetPrepared() throws {
    prepared = [:]
    try command("DEALLOCATE ALL")
  }

  private func run(_ sql: SQL) throws -> PostgresResult {
    let (text, values) = sql.rendered(for: .postgres)
    let parameters = PostgresParameters(values)
    let statement = PostgresStatement(text: text, types: parameters.types)
    let name = statement.asksForWords ? nil : try prepare(statement)
    let results = try wire.exchange { link in
      parameters.withPointers { count, values, lengths, formats in
        guard let name else {
          return PQsendQueryParams(link, text, count, statement.types, values, lengths, formats, PostgresParameters.binary)
        }
        return PQsendQueryPrepared(link, name, count, values, lengths, formats, PostgresParameters.binary)
      }
    }
    guard let result = results.last else { throw DatabaseFault.statement("no answer to \(text)") }
    try result.throwFault(of: text)
    if !result.isSelection { changes += result.changedRows }
    return result
  }

  private func prepare(_ statement: PostgresStatement) throws -> String {
    if let name = prepared[statement] { return name }
    if prepared.count >= Self.mostPrepared { try forgetPrepared() }
    let name = "s\(prepared.count)"
    let results = try wire.exchange { PQsendPrepare($0, name, statement.text, Int32(statement.types.count), statement.types) }
    for result in results { try result.throwFault(of: statement.text) }
    prepared[statement] = name
    return name
  }
}

/// What a statement is prepared by: the same text with other types is another statement.
private struct PostgresStatement: Hashable {
  let text: String
  let types: [Oid]

  /// The way to a word's posts depends on how many have it: a prepared statement soon keeps one plan for all words, which made such a search
  /// two to three times slower, so it is planned each time with the words it is about.
  var asksForWords: Bool { text.contains(" @@ ") }
}
