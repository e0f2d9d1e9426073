import ArgumentParser
import Community
import Database
import Foundation

/// Moves a community from one engine to the other, both ways.
struct CopyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Move a community between SQLite and PostgreSQL.",
    discussion: """
      A place is a data folder, or an address such as postgres://USER:PASSWORD@HOST/NAME. Stop the server first. Whatever is moved is read
      back and compared; the place it came from is not changed.
      """)
  @Option(help: "Where the community is.") var from: String
  @Option(help: "Where it shall be; without anybody in it yet.") var to: String

  func run() async throws {
    let (from, to) = (from, to)
    try await Operator.run {
      guard from != to else { throw Typed.Refusal(description: "--to: that is where it is") }
      let bar = ProgressLine.standard(total: 1000)
      let tables = try await CommunityMove(from: CommunityPlace(from), to: CommunityPlace(to)).run { done, all, more in
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

  init(_ text: String) { self = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") ? .postgres(text) : .folder(text) }
}
