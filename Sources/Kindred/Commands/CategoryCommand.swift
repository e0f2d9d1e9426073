import ArgumentParser
import Community

/// Categories made from the command line, beside a running server.
struct CategoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "category", abstract: "Add and describe categories.", subcommands: [Add.self, Edit.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a category that topics can be opened in.")
    @Option(help: "What people see.") var name: String
    @Option(help: "What belongs there, in one line.") var description = ""
    @Option(help: "What whoever writes there should know, in one line; it stands above the field.") var hint = ""
    @Option(help: "Who sees it and writes in it: everyone (visitors read, members write), members or staff.") var access = "everyone"

    func run() async throws {
      try await Operator.run {
        let title = try Typed.parse("--name") { () throws(Problem) in try CategoryName(name) }
        guard let access = CategoryAccess(rawValue: access) else {
          throw Typed.Refusal(
            description: "--access: expected one of " + CategoryAccess.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let create = CreateCategory(name: title, description: description, hint: hint, access: access)
        let id = try await Typed.refusing { try await BesideServer.write { tx in try create.perform(in: tx) } }
        Operator.say("added category \(id.rawValue)")
      }
    }
  }

  struct Edit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change what a category says of itself.")
    @Argument(help: "The last part of its address: /c/SLUG.") var slug: String
    @Option(help: "What belongs there, in one line.") var description: String?
    @Option(help: "What whoever writes there should know, in one line; it stands above the field. Empty takes it away.") var hint: String?

    func run() async throws {
      try await Operator.run {
        let edit = EditCategory(slug, description: description, hint: hint)
        do { try await BesideServer.write { tx in try edit.perform(in: tx) } } catch ForumError.notFound {
          throw Typed.Refusal(description: "there is no category /c/\(slug)")
        }
        Operator.say("changed category \(slug)")
      }
    }
  }
}
