import GRDB

/// A copy of a database file as it is at one moment, made while others read and write it.
package enum SQLiteSnapshot {
  /// Everything committed before the call is in the copy, which has nothing beside it; `target` must not be there yet. Writers are not held
  /// up: SQLite copies what its log says of that moment.
  package static func write(of source: String, to target: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "kindred snapshot"
    try translatingFaults {
      let queue = try DatabaseQueue(path: source, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
      try queue.close()
    }
  }
}
