import Database

/// One write on the data of a server that may be running: both engines let one writer wait for the other. While none runs the data is held,
/// and brought up to date first.
enum BesideServer {
  /// `makesData` makes the database where there is none yet. Throws ``DataFolder/Refusal`` otherwise.
  static func write<T: Sendable>(makesData: Bool = false, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    let configuration = try Operator.configuration()
    if !makesData && configuration.postgres == nil { try DataFolder.requireDatabase(in: configuration.data) }
    if let folder = try? DataFolder(configuration.data) {
      return try await OpenData.run(in: folder, configuration) { try await $0.write(body) }
    }
    return try await OpenData.closing(Operator.openExisting(configuration)) { try await $0.write(body) }
  }
}
