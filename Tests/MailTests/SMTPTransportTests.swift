import Foundation
import Mail
import Synchronization
import Testing

@Suite("Mail over SMTP", .enabled(if: TestServer.python != nil), .serialized, .timeLimit(.minutes(2)))
struct SMTPTransportTests {
  private func send(
    _ message: MailMessage, to server: TestServer, _ form: String = "smtp://127.0.0.1:PORT", timeout: Duration = .seconds(20),
    dialogue: (@Sendable (String) -> Void)? = nil
  ) async throws -> MailOutcome {
    let url = form.replacing("PORT", with: "\(server.port)").replacing("FOLDER", with: server.folder)
    return try await SMTPTransport(url: url, timeout: timeout, dialogue: dialogue).send(message)
  }

  @Test("the server gets exactly the message, from and to the right people")
  func arrives() async throws {
    try await TestServer.run("ok") { (server) async throws in
      let message = try Example.message(text: ".\r\n..dots\n.\n\nFrom here\n.", html: "<p>Grüße</p>\n.\n")
      #expect(try await send(message, to: server) == .accepted(reply: "250 2.0.0 as 42"))
      let taken = try server.taken()
      #expect(taken.map(\.from) == ["forum@example.com"])
      #expect(taken.map(\.to) == [["ana@example.org"]])
      #expect(taken.map(\.bytes) == [message.encoded()])
      #expect(try server.greeting() == "example.com")
    }
  }

  @Test("a message larger than any buffer arrives whole")
  func large() async throws {
    try await TestServer.run("ok") { (server) async throws in
      let message = try Example.message(text: String(repeating: "A line of an ordinary length.\n.\n", count: 30_000))
      #expect(try await send(message, to: server, "smtp://127.0.0.1:PORT/forum.example.net") == .accepted(reply: "250 2.0.0 as 42"))
      #expect(try server.taken().map(\.bytes) == [message.encoded()])
      #expect(try server.greeting() == "forum.example.net")
    }
  }

  @Test(
    "what the server refuses for good is refused, with its words",
    arguments: [
      ("550-recipient", "550 5.1.1 nobody here by that name"), ("554-sender", "554 5.7.1 not from you"),
      ("554-message", "554 5.6.0 we do not like it"),
    ])
  func refused(_ mode: String, _ reply: String) async throws {
    try await TestServer.run(mode) { (server) async throws in
      #expect(try await send(Example.message(), to: server) == .refused(reply: reply))
      #expect(try server.taken().isEmpty)
    }
  }

  @Test(
    "what the server puts off, or what is no fault of the message, may be tried again",
    arguments: [
      ("450-recipient", "450 4.2.0 mailbox busy [31m"), ("451-message", "451 4.3.0 try again later"),
      ("421-message", "421 4.3.2 going down"),
      ("530-sender", "530 5.7.0 sign in first"), ("turned-away", "554 5.3.2 no service for you"),
    ])
  func putOff(_ mode: String, _ reply: String) async throws {
    try await TestServer.run(mode) { (server) async throws in
      #expect(try await send(Example.message(), to: server) == .refusedForNow(reply: reply))
      #expect(try server.taken().isEmpty)
    }
  }

  @Test("a connection that fails before the message is out may be tried again", arguments: ["refuse-connection", "drop-at-data", "silent"])
  func noConnection(_ mode: String) async throws {
    try await TestServer.run(mode) { (server) async throws in
      let outcome = try await send(Example.message(), to: server, timeout: .milliseconds(mode == "silent" ? 300 : 20_000))
      #expect(outcome.isRefusedForNow, "\(outcome)")
    }
  }

  @Test("a message whose connection broke in the middle may be tried again, or is not known to have arrived")
  func halfSent() async throws {
    try await TestServer.run("drop-during-message") { (server) async throws in
      let message = try Example.message(
        text: String(repeating: "A line of an ordinary length.\n", count: 30_000), html: String(repeating: "<p>x</p>\n", count: 100_000))
      let outcome = try await send(message, to: server)
      // A machine under load may hold all of it on its way; then nobody knows what arrived, and nothing is sent twice.
      var mayHaveArrived = false
      if case .unknown = outcome { mayHaveArrived = true }
      #expect(outcome.isRefusedForNow || mayHaveArrived, "\(outcome)")
    }
  }

  @Test(
    "when the answer to the whole message is missing, nobody can know",
    arguments: ["drop-before-reply", "silent-after-message", "odd-reply"])
  func unknown(_ mode: String) async throws {
    try await TestServer.run(mode) { (server) async throws in
      let outcome = try await send(Example.message(), to: server, timeout: .milliseconds(mode == "silent-after-message" ? 500 : 20_000))
      #expect(outcome.isUnknown, "\(outcome)")
      // The reason for the fourth answer: it was taken.
      #expect(try server.taken().count == 1)
    }
  }

  @Test("what was accepted stays accepted, however the server takes its leave", arguments: ["drop-at-quit", "silent-at-quit"])
  func leave(_ mode: String) async throws {
    try await TestServer.run(mode) { (server) async throws in
      // With an hour to answer QUIT, waiting for it would run into the suite's time limit.
      #expect(try await send(Example.message(), to: server, timeout: .seconds(3600)) == .accepted(reply: "250 2.0.0 as 42"))
    }
  }

  @Test("a name that leads nowhere may be tried again")
  func noSuchHost() async throws {
    let outcome = try await SMTPTransport(url: "smtp://mail.invalid:2525?tls=none", timeout: .seconds(20)).send(Example.message())
    #expect(outcome.isRefusedForNow, "\(outcome)")
  }

  @Test("signs in with what the address says, and shows the dialogue without it")
  func signIn() async throws {
    try await TestServer.run("sign-in") { (server) async throws in
      let lines = Lines()
      let outcome = try await send(Example.message(), to: server, "smtp://ana:p%40ss%3Aw%2Frd%3F@127.0.0.1:PORT", dialogue: lines.add)
      #expect(outcome == .accepted(reply: "250 2.0.0 as 42"))
      let all = lines.all
      #expect(all.first?.hasPrefix("< 220 test") == true)
      #expect(all.contains("> EHLO example.com"))
      #expect(all.contains("> MAIL FROM:<forum@example.com>"))
      #expect(all.suffix(2) == ["< 250-2.0.0 taken", "< 250 2.0.0 as 42"])
      #expect(all.contains { $0.hasPrefix("> AUTH ") })
      #expect(all.contains { $0.contains("***") })
      for secret in ["p@ss:w/rd?", Data("p@ss:w/rd?".utf8).base64EncodedString(), Data("\0ana\0p@ss:w/rd?".utf8).base64EncodedString()] {
        #expect(!all.contains { $0.contains(secret) })
      }
    }
  }

  @Test("a sign-in that fails is not the message's fault")
  func wrongPassword() async throws {
    try await TestServer.run("sign-in") { (server) async throws in
      let lines = Lines()
      let outcome = try await send(Example.message(), to: server, "smtp://ana:wrong-one@127.0.0.1:PORT", dialogue: lines.add)
      #expect(outcome == .refusedForNow(reply: "535 5.7.8 Authentication credentials invalid"))
      #expect(
        !(lines.all + ["\(outcome)"]).contains { $0.contains("wrong-one") || $0.contains(Data("wrong-one".utf8).base64EncodedString()) })
    }
  }

  @Test("speaks TLS, at once or by STARTTLS, with a certificate it can check", arguments: [("starttls", "smtp"), ("tls", "smtps")])
  func secure(_ mode: String, _ scheme: String) async throws {
    try await TestServer.run(mode) { (server) async throws in
      let known = try await send(Example.message(), to: server, "\(scheme)://localhost:PORT?tls=required&ca=FOLDER/authority.pem")
      #expect(known == .accepted(reply: "250 2.0.0 as 42"))
      // The certificate is for localhost, and signed by nobody the system knows.
      for form in ["\(scheme)://localhost:PORT?tls=required", "\(scheme)://127.0.0.1:PORT?tls=required&ca=FOLDER/authority.pem"] {
        let outcome = try await send(Example.message(), to: server, form)
        #expect(outcome.isRefusedForNow, "\(outcome)")
      }
      #expect(try server.taken().count == 1)
    }
  }

  @Test("does not go on in the clear when the server has no TLS")
  func noDowngrade() async throws {
    try await TestServer.run("ok") { (server) async throws in
      let lines = Lines()
      let outcome = try await send(Example.message(), to: server, "smtp://127.0.0.1:PORT?tls=required", dialogue: lines.add)
      #expect(outcome.isRefusedForNow, "\(outcome)")
      #expect(!lines.all.contains { $0.contains("MAIL") })
      #expect(try server.taken().isEmpty)
    }
  }

  @Test("a cancelled delivery gives up while the message is still here")
  func cancelled() async throws {
    try await TestServer.run("silent") { (server) async throws in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)", timeout: .seconds(20))
      let message = try Example.message()
      let delivery = Task { await transport.send(message) }
      delivery.cancel()
      let reply = "Operation was aborted by an application callback (Callback aborted)"
      #expect(await delivery.value == .refusedForNow(reply: reply))
    }
  }
}

extension MailOutcome {
  fileprivate var isRefusedForNow: Bool {
    if case .refusedForNow = self { true } else { false }
  }

  fileprivate var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}

private final class Lines: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }

  @Sendable func add(_ line: String) {
    lines.withLock { $0.append(line) }
  }
}
