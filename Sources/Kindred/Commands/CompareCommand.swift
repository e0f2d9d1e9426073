import ArgumentParser
import Community
import Database
import Dumps
import Foundation

/// Says how faithful an import was.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare an imported forum with its source.", subcommands: [StackExchange.self, Discourse.self])

  struct StackExchange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stack-exchange",
      abstract: "Compare with a Stack Exchange data dump; exits with 1 when a count differs or a post reads differently.")
    @OptionGroup var dump: DumpOptions

    func run() async throws {
      try await Operator.run {
        let (source, folder) = (try dump.parsedSource(otherwise: "stack-exchange"), try StackExchangeDump(folder: dump.folder))
        let isAlike = try await OpenData.run { try await CompareCommand.compare(folder, $0, source, dump.address) }
        if !isAlike { throw ExitCode(1) }
      }
    }
  }

  struct Discourse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "discourse",
      abstract: "Compare with the topics of a Discourse forum; exits with 1 when a count differs or a post reads differently.")
    @OptionGroup var dump: DumpOptions

    func run() async throws {
      try await Operator.run {
        let (source, folder) = (try dump.parsedSource(otherwise: "discourse"), try DiscourseDump(folder: dump.folder))
        let isAlike = try await OpenData.run { try await CompareCommand.compare(folder, $0, source, dump.address) }
        if !isAlike { throw ExitCode(1) }
      }
    }
  }

  static func compare(_ dump: StackExchangeDump, _ store: any Store, _ source: ImportSource, _ address: String?) async throws -> Bool {
    try await compare(total: dump.size(of: .posts) + dump.size(of: .comments)) { bar in
      try await StackExchangeComparison(dump: dump, store: store, source: source, linkBase: address).run(progress: bar.advance)
    }
  }

  static func compare(_ dump: DiscourseDump, _ store: any Store, _ source: ImportSource, _ address: String?) async throws -> Bool {
    try await compare(total: 2 * dump.totalSize) { bar in
      try await DiscourseComparison(dump: dump, store: store, source: source, linkBase: address).run(progress: bar.advance)
    }
  }

  private static func compare(total: Int64, _ comparing: (ProgressLine) async throws -> Comparison.Report) async throws -> Bool {
    let bar = ProgressLine.standard(total: total)
    let report = try await comparing(bar)
    bar.finish()
    for line in lines(report) { Operator.say(line) }
    return report.isAlike
  }

  static func lines(_ report: Comparison.Report) -> [String] {
    let totals = report.totals.map {
      "\($0.name): \($0.source) in the source, \($0.community) here\($0.source == $0.community ? "" : " — DIFFERS")"
    }
    let worst = report.worst.map { "  \($0.name): \(String(format: "%.1f", $0.words * 100)) % of the words; \($0.reason)" }
    let broken = report.broken.isEmpty ? [] : ["links that no browser can open, shown as their words: \(report.brokenCount)"]
    return totals + ["\(report.compared) texts compared, \(report.below) below the mark"]
      + (worst.isEmpty ? [] : ["the worst:"] + worst) + broken + report.broken.map { "  " + $0 }
  }
}
