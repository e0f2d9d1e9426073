import ArgumentParser
import Database

/// Brings the data up to this program's version, as `serve` does at its start.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring the data up to date and stop.")

  func run() async throws {
    try await Operator.run {
      let configuration = try Operator.configuration()
      let folder = try DataFolder(configuration.data)
      let ran = try await OpenData.closing(Operator.open(configuration)) { store in
        try await Operator.migrations(ProductFiles(overrides: nil), for: configuration.engine).run(on: store)
      }
      withExtendedLifetime(folder) {}
      Operator.say(ran.isEmpty ? "nothing to do" : ran.map { "ran \($0)" }.joined(separator: "\n"))
    }
  }
}
