import CPostgres
import Foundation

/// The PostgreSQL server of the tests' own that `bin/test` starts, in the runs that are for that engine.
package enum TestPostgres {
  /// Its address; nil in a run on SQLite.
  package static let server = ProcessInfo.processInfo.environment["TEST_POSTGRES"]

  /// The address of one of its databases.
  package static func address(of database: String) -> String {
    guard let server, let end = server.lastIndex(of: "/") else { return "" }
    return server[...end] + database
  }

  /// What only the server's owner does: databases are made and dropped outside of any transaction.
  package static func command(_ sql: String) throws {
    let link = PQconnectdb(server ?? "")
    defer { PQfinish(link) }
    let result = PQexec(link, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
      throw Refused(sql: sql, words: PQerrorMessage(link).map { String(cString: $0) } ?? "")
    }
  }

  private struct Refused: Error { let sql: String, words: String }
}
