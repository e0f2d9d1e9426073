import ArgumentParser

/// The program: one command for everything an operator does.
@main struct Kindred: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kindred", abstract: "A community forum where customers help each other.",
    discussion: """
      Settings come from the environment, or from kindred.conf in the data folder (NAME=value, one a line):
      \(ServerConfiguration.Key.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    subcommands: [
      Serve.self, Migrate.self, Check.self, ImportCommand.self, CompareCommand.self, SeedCommand.self, CopyCommand.self, MemberCommand.self,
      CategoryCommand.self,
      MailCommand.self, Routes.self, Bench.self,
    ])
}
