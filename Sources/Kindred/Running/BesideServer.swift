import Database
import DatabaseSQLite

/// One write on the data of a server that may be running: SQLite lets one writer wait for the other. While none runs the data is held,
/// and brought up to date first.
enum BesideServer {
  /// `makesData` makes the database where there is none yet. Throws ``DataFolder/Refusal`` otherwise.
  static func write<T: Sendable>(makesData: Bool = false, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    let path = try Operator.configuration().data
    if !makesData { _ = try DataFolder.database(in: path) }
    if let folder = try? DataFolder(path) { return try await OpenData.run(in: folder) { try await $0.write(body) } }
    let store = try Operator.open(DataFolder.database(in: path))
    do {
      let result = try await store.write(body)
      try await store.close()
      return result
    } catch {
      try? await store.close()
      throw error
    }
  }
}
