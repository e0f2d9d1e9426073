import ArgumentParser
import Foundation

/// The program: one command for everything an operator does.
@main struct Kindred: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kindred", abstract: "A community forum where customers help each other.",
    discussion: """
      Settings come from the environment, or from kindred.conf in the data folder (NAME=value, one a line):
      \(ServerConfiguration.Key.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    subcommands: [
      Serve.self, Migrate.self, Check.self, ImportCommand.self, CompareCommand.self, SeedCommand.self, CopyCommand.self,
      BackupCommand.self, VerifyCommand.self, RestoreCommand.self, DrillCommand.self, MemberCommand.self, CategoryCommand.self,
      MailCommand.self, Routes.self, Bench.self, MatchEval.self,
    ])

  static func main() async {
    let secrets = SecretArguments.covered()
    do {
      var command = try parseAsRoot(secrets.arguments)
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch  where secrets.all.isEmpty || exitCode(for: error).isSuccess {
      exit(withError: error)
    } catch {
      // What is wrong with the arguments is said by repeating them.
      let words = fullMessage(for: error)
      if !words.isEmpty { FileHandle.standardError.write(Data((secrets.hidden(in: words) + "\n").utf8)) }
      Foundation.exit(exitCode(for: error).rawValue)
    }
  }
}
