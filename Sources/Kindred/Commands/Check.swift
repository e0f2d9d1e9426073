import ArgumentParser
import DatabaseSQLite
import Templates

/// Says what would stop a start, without starting: configuration, templates and words with an operator's own, and the database.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check configuration, templates and data without starting.")

  func run() async throws {
    try await Operator.run {
      let configuration = try Operator.configuration()
      Operator.say("configuration: good")
      let library = try SiteFabric.library(ProductFiles(overrides: configuration.templates))
      Operator.say("templates and words: good")
      for template in library.unusedTemplates { Operator.say("  no page uses \(template)") }
      guard let file = try? DataFolder.database(in: configuration.data) else {
        Operator.say("data: none yet in \(configuration.data)")
        return
      }
      let store = try Operator.open(file)
      let verdict = try store.writerPragma(.quickCheck)
      try await store.close()
      Operator.say("data: \(verdict == "ok" ? "good" : verdict)")
      if verdict != "ok" { throw ExitCode(1) }
    }
  }
}
