import ArgumentParser
import Database
import DatabasePostgres
import DatabaseSQLite
import Files
import Foundation
import Logging
import Templates

/// What every command begins with, and how it ends badly: words on the error stream and a code, never a trace.
enum Operator {
  static func configuration() throws -> ServerConfiguration {
    try ServerConfiguration.read(
      environment: ProcessInfo.processInfo.environment, file: { try? String(contentsOfFile: $0, encoding: .utf8) },
      isFolder: ProductFiles.isFolder)
  }

  static func log(_ level: Logger.Level) -> Logger {
    Logger(label: "kindred") { _ in
      LogLines(level: level, now: SystemClock.milliseconds) { line in FileHandle.standardError.write(Data(line.utf8)) }
    }
  }

  static func say(_ words: String) { print(words) }

  /// Runs a command's work. Whatever goes wrong is said once; the process ends with 1, or 2 for a wrong configuration.
  static func run(_ work: () async throws -> Void) async throws {
    do { try await work() } catch let exit as ExitCode { throw exit } catch {
      FileHandle.standardError.write(Data("kindred: \(words(for: error))\n".utf8))
      throw ExitCode(error is ConfigurationProblems ? 2 : 1)
    }
  }

  static func words(for error: any Error) -> String {
    switch error {
    case let error as ConfigurationProblems: "the configuration is wrong\n" + error.problems.map { "  " + $0 }.joined(separator: "\n")
    case let error as TemplateErrors: "templates or words are wrong\n" + error.faults.map { "  \($0)" }.joined(separator: "\n")
    case DatabaseFault.migration(let what): "the data cannot be migrated: \(what)"
    case DatabaseFault.corrupt(let what): "the database is damaged (\(what)); it was not touched. Restore a backup."
    case DatabaseFault.unreachable(let why, _): "the database cannot be reached: \(why)"
    case DatabaseFault.busy: "another program holds the database; try again"
    case DatabaseFault.diskFull: "the disk is full"
    default: "\(error)"
    }
  }

  /// Opens the data where the configuration says it is; an embedded database is made if there is none.
  static func open(_ configuration: ServerConfiguration) throws -> any Store {
    if let address = configuration.postgres { return PostgresStore(address: address, clock: SystemClock.now) }
    return try SQLiteStore(path: DataFolder.databaseFile(in: configuration.data), clock: SystemClock.now)
  }

  /// As ``open(_:)``, for commands that may run beside a server. Throws when there is no database yet.
  static func openExisting(_ configuration: ServerConfiguration) throws -> any Store {
    if configuration.postgres == nil { try DataFolder.requireDatabase(in: configuration.data) }
    return try open(configuration)
  }

  static func migrations(_ files: ProductFiles, for dialect: Dialect) throws -> Migrator {
    Migrator(try Migration.list(files.tree.texts(in: "migrations"), for: dialect))
  }
}
