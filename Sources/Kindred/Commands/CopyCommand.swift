import ArgumentParser
import Community
import Database
import DatabasePostgres
import Foundation

/// Moves a community from one engine to the other, both ways.
struct CopyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Move a community between SQLite and PostgreSQL.",
    discussion: """
      A place is a data folder, or an address such as postgres://USER:PASSWORD@HOST/NAME; without a password there, it is taken from
      PGPASSWORD or ~/.pgpass. Stop the server first. Whatever is moved is read back and compared; the place it came from is not changed.
      """)
  @Option(help: "Where the community is.") var from: String
  @Option(help: "Where it shall be; without anybody in it yet.") var to: String

  func run() async throws {
    let (from, to) = (from, to)
    try await Operator.run {
      let bar = ProgressLine.standard(total: 1000)
      let tables = try await CommunityMove(from: CommunityPlace(from, "--from"), to: CommunityPlace(to, "--to")).run { done, all, more in
        bar.advance(to: done * 1000 / max(1, all), records: more)
      }
      bar.finish()
      for table in tables where table.rows > 0 || !table.isAlike {
        Operator.say("\(table.name): \(table.rows) rows\(table.isAlike ? "" : ", but \(table.targetRows) arrived, or others")")
      }
      guard tables.allSatisfy(\.isAlike) else {
        throw Typed.Refusal(description: "what arrived is not what was sent; do not use \(to.hasPrefix("postgres") ? "that database" : to)")
      }
      Operator.say("\(tables.map(\.rows).reduce(0, +)) rows moved and compared: all alike")
    }
  }
}

/// Where a community's data lies, as an operator names it.
enum CommunityPlace {
  case folder(String)
  case postgres(String)

  /// Throws a refusal for what is neither, in the name of the `option` it was given by.
  init(_ text: String, _ option: String) throws {
    if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
      guard PostgresAddress.isReadable(text) else { throw Typed.Refusal(description: "\(option): \(PostgresAddress.advice)") }
      self = .postgres(text)
    } else if text.isEmpty || text.contains("://") || text.contains("password=") {
      // No folder is called that; and were one made, the password would be its name.
      throw Typed.Refusal(description: "\(option): expected a data folder, or an address that begins with postgres://")
    } else {
      self = .folder(text)
    }
  }

  /// Whether both are one folder, however they are written.
  func isSameFolder(as other: CommunityPlace) -> Bool {
    guard case .folder(let one) = self, case .folder(let another) = other else { return false }
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(another, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
