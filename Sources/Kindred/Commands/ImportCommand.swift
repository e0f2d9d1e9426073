import ArgumentParser
import Community
import Database
import DatabaseSQLite
import Dumps

/// Brings another forum's content here.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring another forum here. May be repeated; goes on where it was stopped.",
    subcommands: [StackExchange.self])

  struct StackExchange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stack-exchange", abstract: "Import a folder with the XML files of a Stack Exchange data dump.")
    @OptionGroup var dump: DumpOptions
    @Option(help: "The category for its questions; made if there is none of this name.") var category = "Questions"
    @Flag(help: "Compare the community with the dump afterwards.") var compare = false

    func run() async throws {
      try await Operator.run {
        let name = try Typed.parse("--category") { () throws(Problem) in try CategoryName(category) }
        let (source, folder) = (try dump.parsedSource(), try StackExchangeDump(folder: dump.folder))
        let isAlike = try await OpenData.run { store in
          let bar = ProgressLine.standard(total: StackExchangeImport.work(folder))
          let work = StackExchangeImport(dump: folder, store: store, source: source, category: name, linkBase: dump.address)
          let report = try await work.run(onProblem: { bar.say("skipped: \($0)") }, progress: bar.advance)
          bar.finish()
          Operator.say("\(report.written) records written, \(report.known) there already, \(report.problems.count) skipped")
          if report.changed > 0 {
            Operator.say("\(report.changed) texts were changed in the source since and were left as they are here")
          }
          if report.written + report.known == 0 { throw Typed.Refusal(description: "nothing could be read") }
          return compare ? try await CompareCommand.compare(folder, store, source, dump.address) : true
        }
        if !isAlike { throw ExitCode(1) }
      }
    }
  }
}

/// Which dump, and which forum it is of.
struct DumpOptions: ParsableArguments {
  @Argument(help: "The folder with Posts.xml, Users.xml, Comments.xml, Votes.xml, PostLinks.xml and Tags.xml.") var folder: String
  @Option(help: "Names the old forum; give each its own when you import several.") var source = "stack-exchange"
  @Option(help: "The old forum's address, such as https://example.com, for links in it that begin with /.") var address: String?

  func parsedSource() throws -> ImportSource { try Typed.parse("--source") { () throws(Problem) in try ImportSource(source) } }
}
