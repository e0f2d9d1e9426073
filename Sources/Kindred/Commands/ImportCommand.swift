import ArgumentParser
import Community
import Database
import DatabaseSQLite
import Dumps

/// Brings another forum's content here.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring another forum here. May be repeated; goes on where it was stopped.",
    subcommands: [StackExchange.self, Discourse.self])

  struct StackExchange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stack-exchange",
      abstract: "Import a folder with the XML files of a Stack Exchange data dump.",
      discussion: "The folder holds Posts.xml, Users.xml, Comments.xml, Votes.xml, PostLinks.xml and Tags.xml.")
    @OptionGroup var dump: DumpOptions
    @Option(help: "The category for its questions; made if there is none of this name.") var category = "Questions"
    @Flag(help: "Compare the community with the dump afterwards.") var compare = false

    func run() async throws {
      try await Operator.run {
        let name = try Typed.parse("--category") { () throws(Problem) in try CategoryName(category) }
        let (source, folder) = (try dump.parsedSource(otherwise: "stack-exchange"), try StackExchangeDump(folder: dump.folder))
        try await ImportCommand.run(total: StackExchangeImport.work(folder)) { store, bar in
          try await StackExchangeImport(dump: folder, store: store, source: source, category: name, linkBase: dump.address)
            .run(onProblem: { bar.say("skipped: \($0)") }, progress: { done, more, _ in bar.advance(to: done, records: more) })
        } comparing: { store in
          compare ? try await CompareCommand.compare(folder, store, source, dump.address) : true
        }
      }
    }
  }

  struct Discourse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "discourse",
      abstract: "Import a folder with the topics of a Discourse forum as JSON, one file a topic.",
      discussion: """
        A file holds what the forum answers at /t/ID.json, with all posts. If the folder has the forum's categories.json or site.json too, \
        categories get their names, colours and bounds from there; else topics come into categories that everybody sees.
        """)
    @OptionGroup var dump: DumpOptions
    @Option(
      help: "Categories whose topics are questions, by slug or number, separated by commas. Topics with an accepted answer always are.")
    var questions = ""
    @Flag(help: "Compare the community with the dump afterwards.") var compare = false

    func run() async throws {
      try await Operator.run {
        let (source, folder) = (try dump.parsedSource(otherwise: "discourse"), try DiscourseDump(folder: dump.folder))
        let asking = Set(questions.split { $0 == "," || $0.isWhitespace }.map(String.init))
        try await ImportCommand.run(total: DiscourseImport.work(folder)) { store, bar in
          try await DiscourseImport(dump: folder, store: store, source: source, questions: asking, linkBase: dump.address)
            .run(onProblem: { bar.say("skipped: \($0)") }, progress: { done, more, _ in bar.advance(to: done, records: more) })
        } comparing: { store in
          compare ? try await CompareCommand.compare(folder, store, source, dump.address) : true
        }
      }
    }
  }

  private static func run(
    total: Int64, importing: (any Store, ProgressLine) async throws -> ImportPipeline.Report, comparing: (any Store) async throws -> Bool
  ) async throws {
    let isAlike = try await OpenData.run { store in
      let bar = ProgressLine.standard(total: total)
      let report = try await importing(store, bar)
      bar.finish()
      for line in lines(report) { Operator.say(line) }
      if report.written + report.known == 0 { throw Typed.Refusal(description: "nothing could be read") }
      return try await comparing(store)
    }
    if !isAlike { throw ExitCode(1) }
  }

  static func lines(_ report: ImportPipeline.Report) -> [String] {
    let counts = "\(report.written) records written, \(report.known) there already, \(report.problems.count) skipped"
    let changed = report.changed > 0 ? ["\(report.changed) texts were changed in the source since and were left as they are here"] : []
    return [counts] + changed + report.leftOut.map { "left out: " + $0 }
  }
}

/// Which dump, and which forum it is of.
struct DumpOptions: ParsableArguments {
  @Argument(help: "The folder with the dump's files.") var folder: String
  @Option(help: "Names the old forum; give each its own when you import several.") var source: String?
  @Option(help: "The old forum's address, such as https://example.com, for links in it that begin with /.") var address: String?

  func parsedSource(otherwise name: String) throws -> ImportSource {
    try Typed.parse("--source") { () throws(Problem) in try ImportSource(source ?? name) }
  }
}
