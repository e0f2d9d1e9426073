import ArgumentParser
import Community
import Database
import Jobs
import Logging
import Pages

/// Erases a member from the command line, beside a running server.
struct MemberErase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase a member for good: account, messages, pictures, drafts, and every trace of who they were.",
    discussion: """
      Posts stay as a former member's, so that answers of others keep their sense; with --texts their words go too. What others wrote about \
      them, or quoted, stays. It cannot be undone, and backups of before are restored without them.
      """)
  @Option(help: "Who: the last part of the address of their profile.") var handle: String
  @Option(help: "The same once more.") var confirm: String
  @Flag(help: "Also what they wrote in public.") var texts = false

  func run() async throws {
    let (handle, confirm, texts) = (handle, confirm, texts)
    try await Operator.run {
      guard handle == confirm else { throw Typed.Refusal(description: "--confirm: is not what stands after --handle") }
      let wanted = try Typed.parse("--handle") { () throws(Problem) in try Handle(handle) }
      let configuration = try Operator.configuration()
      let words = try ErasedWords.ofSite(configuration)
      let id = try await Self.erase(wanted, texts, words)
      // A running server would do it within a minute.
      try await OpenData.closing(Operator.openExisting(configuration)) { store in
        try await SettleErasures(store: store, files: ErasureFiles(in: configuration.data), log: Operator.log(.error)).perform()
      }
      Operator.say("member \(id.rawValue) is erased\(texts ? ", with all they wrote" : "; their posts stay, as a former member's")")
    }
  }

  private static func erase(_ handle: Handle, _ texts: Bool, _ words: ErasedWords) async throws -> MemberID {
    do {
      return try await BesideServer.write { tx in
        guard let id = try tx.value("SELECT id FROM member WHERE handle = \(handle.text)", as: MemberID.self) else {
          throw ForumError.notFound
        }
        try EraseMember(id, texts: texts, words: words).perform(in: tx)
        return id
      }
    } catch ForumError.notFound {
      throw Typed.Refusal(description: "--handle: there is nobody of that handle")
    } catch ForumError.forbidden {
      throw Typed.Refusal(description: "--handle: is an admin; give them another role first (kindred member promote)")
    }
  }
}

extension ErasedWords {
  /// In the site's language.
  static func ofSite(_ configuration: ServerConfiguration) throws -> ErasedWords {
    let editions = try SiteFabric.editions(ProductFiles(overrides: configuration.templates), configuration.languages)
    return try ErasedWords(editions.site.words)
  }
}
