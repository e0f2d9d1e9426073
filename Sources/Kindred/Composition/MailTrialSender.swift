import Community
import Database
import Mail
import Synchronization
import Web

extension MailSender {
  /// Sends one message on behalf of an admin who waits for it, and listens to what is said. No folder of the server is named in it.
  static func trial(_ configuration: ServerConfiguration, _ random: @escaping RandomBytes, now: @escaping Clock)
    -> @Sendable (MailTrial.Letter) async -> MailTrial
  {
    { letter in
      let heard = Heard()
      guard let sender = try? MailSender(configuration, timeout: .seconds(20), dialogue: { heard.add($0) }),
        let from = sender.address(siteName: "Kindred"),
        let to = MailAddress(name: letter.name, letter.address) ?? MailAddress(letter.address)
      else { return MailTrial(.noSender) }
      let id = "\(SecretToken(random).text.prefix(20))@\(configuration.web.publicURL?.host ?? "kindred.invalid")"
      guard
        let message = try? MailMessage(
          from: from, to: to, subject: letter.subject, text: letter.text, messageID: id, date: now().rawValue)
      else { return MailTrial(.noSender) }
      let outcome = await sender.transport.send(message)
      if configuration.smtpURL == nil {
        if case .accepted = outcome { return MailTrial(.spooled) }
        return MailTrial(.later, dialogue: [outcome.reply])
      }
      return MailTrial(outcome.kind, dialogue: heard.lines + ["= \(outcome.reply)"])
    }
  }

  /// What was said so far, up to a bound: a server may say anything, and as much as it likes.
  private final class Heard: Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { if $0.count < 200 { $0.append(line) } } }
  }
}

extension MailOutcome {
  fileprivate var kind: MailTrial.Outcome {
    switch self {
    case .accepted: .accepted
    case .refusedForNow: .later
    case .refused: .refused
    case .unknown: .unknown
    }
  }

  fileprivate var reply: String {
    switch self {
    case .accepted(let reply), .refusedForNow(let reply), .refused(let reply), .unknown(let reply): reply
    }
  }
}
