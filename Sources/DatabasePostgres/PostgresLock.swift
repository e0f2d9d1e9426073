import Database
import Foundation
import Synchronization

/// What programs of ours agree on by advisory locks of the database. The numbers mean nothing; they must only be ours.
enum PostgresLock: Int64 {
  /// Held by whoever writes, from before its transaction until that has ended.
  case writing = 0x6B69_6E64_7265_6400
  /// Shared by every connection of every program, or held by the one that must be alone.
  case presence = 0x6B69_6E64_7265_6401
}

/// A database of PostgreSQL held by one program alone, as a data folder is; given up with the last reference.
package final class PostgresHold: Sendable {
  private let connection: Mutex<PostgresConnection>

  /// Sessions that a program left behind a moment ago are waited for.
  private static let mostTries = 20

  /// Throws ``DatabaseFault/busy`` while any other program is connected, or holds it.
  package init(_ address: String) throws {
    let connection = try PostgresConnection(address, isPresent: false)
    for _ in 0..<Self.mostTries {
      // Not waiting in line: whoever connects to a server that runs would have to wait behind.
      if try connection.command("SELECT pg_try_advisory_lock(\(PostgresLock.presence.rawValue))::text").text == "true" {
        self.connection = Mutex(connection)
        return
      }
      usleep(100_000)
    }
    throw DatabaseFault.busy
  }
}
