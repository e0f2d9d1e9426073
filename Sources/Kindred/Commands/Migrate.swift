import ArgumentParser
import Database

/// Brings the data up to this program's version, as `serve` does at its start.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring the data up to date and stop.")

  @Flag(help: "Make no backup before, because there is one already.") var withoutBackup = false

  func run() async throws {
    let isWanted = !withoutBackup
    try await Operator.run {
      let configuration = try Operator.configuration()
      let folder = try DataFolder(configuration.data)
      let ran = try await OpenData.closing(Operator.open(configuration)) { store in
        try await BackupBeforeMigration(configuration: configuration, isWanted: isWanted, say: Operator.say)
          .migrate(store, ProductFiles(overrides: nil))
      }
      withExtendedLifetime(folder) {}
      Operator.say(ran.isEmpty ? "nothing to do" : ran.map { "ran \($0)" }.joined(separator: "\n"))
    }
  }
}
