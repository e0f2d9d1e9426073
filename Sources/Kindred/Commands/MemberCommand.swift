import ArgumentParser
import Community
import Pages
import Passwords
import Web

/// Members made and mended from the command line, beside a running server.
struct MemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Add a member, give a role, set a password, hand over an imported account, erase a member.",
    subcommands: [Add.self, Promote.self, Password.self, Claim.self, MemberErase.self])

  fileprivate static func hash(_ password: String, name: String, email: EmailAddress) async throws -> String {
    let hasher = PasswordHasher(cost: .standard, random: RandomSource.system)
    return try await hasher.hash(NewPassword(password, notLike: [name, email.text])).encoded
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a member whose address you vouch for.")
    @Option(help: "What people see.") var name: String
    @Option(help: "Where mail goes, and what they sign in with.") var email: String
    @Option(help: "At least 8 characters.") var password: String
    @Option(help: "member, helper, staff, moderator or admin.") var role = "member"

    func run() async throws {
      try await Operator.run {
        let displayName = try Typed.parse("--name") { () throws(Problem) in try DisplayName(name) }
        let address = try Typed.parse("--email") { () throws(Problem) in try EmailAddress(email) }
        let role = try Typed.role(role)
        let hash = try await Typed.refusing { try await MemberCommand.hash(password, name: name, email: address) }
        let categories = FirstCategories.all
        let id = try await Typed.refusing {
          try await BesideServer.write(makesData: true) { tx in
            try AddMember(name: displayName, email: address, passwordHash: hash, role: role, firstCategories: categories).perform(in: tx)
          }
        }
        Operator.say("added member \(id.rawValue) as \(role.rawValue)")
      }
    }
  }

  struct Promote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give a member another role; their sessions end.")
    @Option(help: "Whose role.") var email: String
    @Option(help: "member, helper, staff, moderator or admin.") var role: String

    func run() async throws {
      try await Operator.run {
        let address = try Typed.parse("--email") { () throws(Problem) in try EmailAddress(email) }
        let role = try Typed.role(role)
        let promote = PromoteMember(address, to: role, firstCategories: FirstCategories.all)
        let id = try await Typed.refusing { try await BesideServer.write { tx in try promote.perform(in: tx) } }
        Operator.say("member \(id.rawValue) is \(role.rawValue)")
      }
    }
  }

  struct Password: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Set a member's password; their sessions end.")
    @Option(help: "Whose password.") var email: String
    @Option(help: "At least 8 characters.") var password: String

    func run() async throws {
      try await Operator.run {
        let address = try Typed.parse("--email") { () throws(Problem) in try EmailAddress(email) }
        let hash = try await Typed.refusing { try await MemberCommand.hash(password, name: "", email: address) }
        let id = try await Typed.refusing { try await BesideServer.write { try SetPassword(address, newHash: hash).perform(in: $0) } }
        Operator.say("the password of member \(id.rawValue) is set")
      }
    }
  }

  struct Claim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the one link by which an imported member gets into their account; hand it to them yourself.")
    @Option(help: "The imported member's handle.") var handle: String
    @Option(help: "The e-mail of the admin who vouches for them.") var admin: String

    func run() async throws {
      try await Operator.run {
        let imported = try Typed.parse("--handle") { () throws(Problem) in try Handle(handle) }
        let address = try Typed.parse("--admin") { () throws(Problem) in try EmailAddress(admin) }
        let token = SecretToken(RandomSource.system)
        _ = try await Typed.refusing {
          try await BesideServer.write { tx in
            guard let id = try SignIn.account(address, in: tx).member, let actor = try Viewer.find(id, in: tx).flatMap(Actor.init)
            else { throw ForumError.notFound }
            do { try MakeClaimLink(for: imported, token: token).perform(by: actor, in: tx) } catch ForumError.forbidden {
              throw Typed.Refusal(description: "--admin: is not an admin")
            } catch ForumError.notFound {
              throw Typed.Refusal(description: "--handle: nobody of that handle was imported and waits for their account")
            }
            return id
          }
        }
        Operator.say("good for one hour, once: \(try Operator.configuration().web.baseAddress + Paths.claim(token: token.text))")
      }
    }
  }
}
