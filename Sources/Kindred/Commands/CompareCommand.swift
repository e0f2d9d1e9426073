import ArgumentParser
import Community
import Database
import Dumps
import Foundation

/// Says how faithful an import was.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare an imported forum with its source.", subcommands: [StackExchange.self])

  struct StackExchange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stack-exchange",
      abstract: "Compare with a Stack Exchange data dump; exits with 1 when a count differs or a post reads differently.")
    @OptionGroup var dump: DumpOptions

    func run() async throws {
      try await Operator.run {
        let (source, folder) = (try dump.parsedSource(), try StackExchangeDump(folder: dump.folder))
        let isAlike = try await OpenData.run { try await CompareCommand.compare(folder, $0, source, dump.address) }
        if !isAlike { throw ExitCode(1) }
      }
    }
  }

  static func compare(_ dump: StackExchangeDump, _ store: any Store, _ source: ImportSource, _ address: String?) async throws -> Bool {
    let bar = ProgressLine.standard(total: dump.size(of: .posts) + dump.size(of: .comments))
    let report = try await StackExchangeComparison(dump: dump, store: store, source: source, linkBase: address).run(progress: bar.advance)
    bar.finish()
    for line in lines(report) { Operator.say(line) }
    return report.isAlike
  }

  static func lines(_ report: StackExchangeComparison.Report) -> [String] {
    let totals = report.totals.map {
      "\($0.name): \($0.source) in the source, \($0.community) here\($0.source == $0.community ? "" : " — DIFFERS")"
    }
    let worst = report.worst.map { "  \($0.name): \(String(format: "%.1f", $0.words * 100)) % of the words; \($0.reason)" }
    let broken = report.broken.isEmpty ? [] : ["links that no browser can open, shown as their words: \(report.brokenCount)"]
    return totals + ["\(report.compared) texts compared, \(report.below) below the mark"]
      + (worst.isEmpty ? [] : ["the worst:"] + worst) + broken + report.broken.map { "  " + $0 }
  }
}
