import ArgumentParser
import Community
import Foundation
import Mail
import Web

/// Mail tried from the command line, and what a mail server says of mail that came back.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Try whether mail leaves, and note what came back.",
    subcommands: [Test.self, Bounce.self])

  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Send one message and show what the mail server says.")
    @Argument(help: "Who gets the message.") var address: String

    func run() async throws {
      try await Operator.run {
        let configuration = try Operator.configuration()
        guard let to = MailAddress(address) else { throw Typed.Refusal(description: "\(address) is no e-mail address") }
        let sender = try MailSender(configuration) { line in Operator.say(line) }
        guard let from = sender.address(siteName: "Kindred") else {
          throw Typed.Refusal(description: "mail has no address to come from; set KINDRED_MAIL_FROM")
        }
        let name = SecretToken(RandomSource.system).text.prefix(20)
        let message = try MailMessage(
          from: from, to: to, subject: "Kindred can send mail",
          text: "Somebody ran `kindred mail test` on the server at \(configuration.web.baseAddress). Nothing needs to be done.\n",
          messageID: "\(name)@\(configuration.web.publicURL?.host ?? "kindred.invalid")", date: SystemClock.milliseconds())
        switch await sender.transport.send(message) {
        case .accepted(let reply): Operator.say("accepted: \(reply)")
        case .refusedForNow(let reply): throw Typed.Refusal(description: "not sent, it may be tried again: \(reply)")
        case .refused(let reply): throw Typed.Refusal(description: "refused: \(reply)")
        case .unknown(let reply): throw Typed.Refusal(description: "it cannot be known whether it was taken: \(reply)")
        }
      }
    }
  }

  /// A mail server calls this for what comes back, as from an alias with a pipe.
  struct Bounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that mail to an address came back: no notice is mailed there until its member says that it works again.",
      discussion: "With KINDRED_BOUNCE_TOKEN set, a mail server can say the same to the running server: POST /mail/bounces (see README.md)."
    )
    @Argument(help: "The address that does not take mail.") var address: String
    @Option(help: "What the other server said; the member reads it.") var reason = ""

    func run() async throws {
      try await Operator.run {
        let note = NoteBounce(of: try Typed.parse("ADDRESS") { () throws(Problem) in try EmailAddress(address) }, reason: reason)
        do { try await BesideServer.write { tx in try note.perform(in: tx) } } catch ForumError.notFound {
          throw Typed.Refusal(description: "nobody here has the address \(address)")
        }
        Operator.say("noted; nothing is mailed there until its member says that it works again")
      }
    }
  }
}
