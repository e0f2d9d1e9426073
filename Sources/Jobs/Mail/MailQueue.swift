package import Community
package import Database
package import Logging
package import Mail
import ServiceLifecycle

/// Hands the queue's messages to the transport, one at a time. Never twice: where it cannot be known whether a message was taken, it counts
/// as sent.
package struct MailQueue: Service {
  private let store: any Store
  private let transport: any MailTransport
  private let from: @Sendable (Transaction) throws -> MailAddress?
  private let notices: NoticeLetters?
  private let random: RandomBytes
  private let log: Logger
  private let pollEvery: Duration

  /// `from` is asked for every message, as the community's name may change. `notices` writes the mail of notices, and says at the moment of
  /// sending whether it may still go; without it none goes.
  package init(
    store: any Store, transport: any MailTransport, from: @escaping @Sendable (Transaction) throws -> MailAddress?,
    notices: NoticeLetters? = nil, random: @escaping RandomBytes, log: Logger, pollEvery: Duration = .seconds(5)
  ) {
    self.store = store
    self.transport = transport
    self.from = from
    self.notices = notices
    self.random = random
    self.log = log
    self.pollEvery = pollEvery
  }

  /// How long a message that nobody takes is tried.
  static let patience = Span.hours(24)

  /// Sends until a graceful shutdown; a message under way then is finished.
  package func run() async throws {
    try await giveUpHalfSent()
    try await wakeUps(store, pollEvery: pollEvery) {
      do { try await sendDue() } catch { log.error("the mail queue could not be read", metadata: ["error": "\(error)"]) }
    }
  }

  /// What a crash left half sent is given up. Called once at the start, before anything is sent.
  package func giveUpHalfSent() async throws {
    for id in try await store.write({ tx in try QueuedMail.giveUpHalfSent(in: tx) }) {
      log.warning("a mail was being sent when the server stopped; it is not sent again", metadata: ["mail": "\(id)"])
    }
  }

  /// Sends everything that is due, for the service and for tests.
  package func sendDue() async throws {
    while !isShuttingDown, let claimed = try await claim() {
      guard case .mail(let mail, let sender) = claimed else { continue }
      let outcome = await hand(mail, from: sender)
      try await settle(mail, outcome)
    }
  }

  private var isShuttingDown: Bool { _Concurrency.Task.isShuttingDownGracefully }

  private enum Claimed {
    case mail(QueuedMail, from: MailAddress?)
    /// It was not to be sent any more.
    case dropped
  }

  private func claim() async throws -> Claimed? {
    let (from, notices) = (from, notices)
    // Most wake-ups find nothing due: only reading them keeps the writer free.
    let isDue = try await store.read { tx in try tx.exists("SELECT 1 FROM mail WHERE state = 'queued' AND due_at <= \(tx.now)") }
    guard isDue else { return nil }
    return try await store.write { tx in
      guard let mail = try QueuedMail.claim(in: tx) else { return nil }
      guard let notice = mail.notice else { return .mail(mail, from: try from(tx)) }
      guard let written = try notices?.write(notice.id, notice.kind, to: notice.member, in: tx) else {
        try mail.drop(in: tx)
        return .dropped
      }
      return .mail(mail.carrying(written), from: try from(tx))
    }
  }

  private func hand(_ mail: QueuedMail, from sender: MailAddress?) async -> MailOutcome {
    guard let sender, let to = MailAddress(name: mail.toName, mail.toAddress) ?? MailAddress(mail.toAddress) else {
      return .refused(reply: "not an address that mail can be sent from or to")
    }
    do throws(MailProblem) {
      let message = try MailMessage(
        from: sender, to: to, subject: mail.subject, text: mail.text, html: mail.html,
        headers: mail.headers, messageID: mail.messageID, date: mail.createdAt.rawValue)
      return await transport.send(message)
    } catch { return .refused(reply: "\(error)") }
  }

  private func settle(_ mail: QueuedMail, _ outcome: MailOutcome) async throws {
    let jitter = random(2)
    let state = try await store.write { tx in
      switch outcome {
      case .accepted(let reply): return try mail.end(.sent, reply, in: tx)
      case .refused(let reply): return try mail.end(.failed, reply, in: tx)
      case .unknown(let reply): return try mail.end(.unknown, reply, in: tx)
      case .refusedForNow(let reply):
        let dueAt = tx.now + RetryDelay.after(mail.attempts, jitter: jitter)
        guard dueAt < mail.createdAt + Self.patience else { return try mail.end(.failed, reply, in: tx) }
        try mail.postpone(until: dueAt, reply: reply.shortened, in: tx)
        return MailEnd.queued
      }
    }
    if state != .sent {
      log.warning(
        "a mail was not sent", metadata: ["mail": "\(mail.id)", "state": "\(state.rawValue)", "attempts": "\(mail.attempts)"])
    }
  }
}

/// What became of a message, as the table says it.
enum MailEnd: String { case queued, sent, failed, unknown }

extension QueuedMail {
  /// Mail that may be stopped says how, so that a mail program can show a button for it (RFC 8058).
  fileprivate var headers: [MailHeader] {
    let made = MailHeader(.autoSubmitted, "auto-generated")
    guard let stopURL else { return [made] }
    return [made, MailHeader(.listUnsubscribe, "<\(stopURL)>"), MailHeader(.listUnsubscribePost, "List-Unsubscribe=One-Click")]
  }

  fileprivate func end(_ state: MailEnd, _ reply: String, in tx: Transaction) throws -> MailEnd {
    try finish(state.rawValue, reply: reply.shortened, in: tx)
    return state
  }
}

extension String {
  /// A server's reply may be of any length.
  fileprivate var shortened: String { String(unicodeScalars.prefix(500)) }
}
