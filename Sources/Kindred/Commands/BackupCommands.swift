import ArgumentParser
import Foundation

/// Puts the community into one file, beside a running server.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Put everything into one file, while the server runs.",
    discussion: """
      Rows, pictures and settings (without passwords) go into a tar archive that ends with a list of checksums: tar -xf and \
      sha256sum --check SHA256SUMS read it too. A file that is there is never overwritten.
      """)
  @Argument(help: "Where to; nothing may stand there yet.") var file: String

  func run() async throws {
    let file = file
    try await Operator.run {
      let manifest = try await MakeBackup(try Operator.configuration()).write(to: file)
      Operator.say("\(file): \(manifest.summary)")
      if let lost = manifest.lostFiles.first {
        Operator.say("files of pictures were missing in the data folder already, one of them \(lost); `kindred check` lists how many")
      }
    }
  }
}

/// Says whether a backup is whole.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read a backup from end to end and say whether it is whole.")
  @Argument(help: "The backup.") var file: String

  func run() async throws {
    let file = file
    try await Operator.run {
      let (manifest, bytes) = try VerifyBackup(file).perform()
      Operator.say("whole, \(bytes) bytes: \(manifest.summary)")
    }
  }
}

/// Brings a community back where there is none.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a community back from a backup, only into an empty place.",
    discussion: """
      Into the folder of KINDRED_DATA, and into the database of KINDRED_DATABASE where that is set. A backup can be restored into SQLite \
      and PostgreSQL alike, whichever it was made from. Mail that waited then is not sent again.
      """)
  @Argument(help: "The backup.") var file: String
  @Option(help: "A list of members who were erased since; those in the folder, beside the backup and above it are found without.")
  var erased: String?

  func run() async throws {
    let (file, erased) = (file, erased)
    try await Operator.run {
      let configuration = try Operator.configuration()
      let folder = try DataFolder(configuration.data)
      let report = try await RestoreBackup(path: file, configuration: configuration, erased: erased).perform(in: folder)
      withExtendedLifetime(folder) {}
      Operator.say("restored into \(configuration.data): \(report.manifest.summary)")
      for name in report.migrations { Operator.say("ran \(name)") }
      if report.mailNotSent > 0 { Operator.say("\(report.mailNotSent) mails waited when the backup was made; they are not sent again") }
      if report.erasedAgain > 0 { Operator.say("\(report.erasedAgain) members were erased since, and are erased again") }
      Operator.say("settings of then are in restored-settings.conf; run `kindred check` next")
    }
  }
}

/// Shows that a backup can be restored, without touching anything.
struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "Restore a backup into a temporary folder, check what came of it, and remove it again.")
  @Argument(help: "The backup.") var file: String
  @Option(name: .customLong("in"), help: "A folder with room for all of it; otherwise the system's for temporary files.") var room: String?

  func run() async throws {
    let (file, room) = (file, room ?? FileManager.default.temporaryDirectory.path)
    try await Operator.run {
      let isGood = try await DrillBackup(path: file, room: room).perform(say: Operator.say)
      Operator.say(isGood ? "the drill went well; nothing was kept" : "the backup is whole, but what came of it is not sound")
      if !isGood { throw ExitCode(1) }
    }
  }
}
