import Community
import Database
import Foundation
import Jobs
import Logging
import Mail
import Pages
import Synchronization
import Templates
import TestSupport

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

func randomBytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }

extension Mailroom {
  /// A mailroom with the repository's own templates and words.
  static func make() throws -> Mailroom {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var sources: [String: String] = [:]
    for name in ["mail/letter.mustache", "mail/letter.txt.mustache"] {
      sources[name] = try String(contentsOf: root.appendingPathComponent("templates/\(name)"), encoding: .utf8)
    }
    let words = try String(contentsOf: root.appendingPathComponent("words/en.words"), encoding: .utf8)
    let catalog = try MessageCatalog(language: "en", files: ["en.words": words])
    let library = try TemplateLibrary(sources: sources, pages: LetterWriter.pages, words: catalog)
    guard let editions = Editions([Edition(words: Words(catalog), library: library)], site: "en") else { throw NoEnglish() }
    return Mailroom(baseURL: "https://bees.example/", letters: LetterWriter(editions), random: { randomBytes($0) })
  }
}

private struct NoEnglish: Error {}

/// A row of the mail table, as tests look at it.
struct MailRow: Sendable, Equatable, SQLRow {
  let kind: String
  let to: String
  let subject: String
  let text: String
  let html: String
  let state: String
  let attempts: Int
  let dueAt: Timestamp

  init(_ row: inout Row) throws {
    kind = try row.next()
    to = try row.next()
    subject = try row.next()
    text = try row.next()
    html = try row.next()
    state = try row.next()
    attempts = try row.next()
    dueAt = try row.next()
  }
}

extension TestStore {
  func mail() async throws -> [MailRow] {
    try await read { tx in
      try tx.all("SELECT kind, to_address, subject, body_text, body_html, state, attempts, due_at FROM mail ORDER BY id")
    }
  }

  func worker(_ reactions: [any Reaction]) -> Worker {
    let clock = clock
    return Worker(reactions, store: self, clock: { clock.now }, log: quiet, pollEvery: .milliseconds(20))
  }

  func record(_ event: Event) async throws { try await write { tx in try tx.record(event) } }
}

/// A transport that answers as the test says and keeps what it was given.
final class ScriptedTransport: MailTransport {
  private let state: Mutex<(sent: [MailMessage], answers: [MailOutcome])>
  private let before: @Sendable () async -> Void

  /// The last answer goes on for ever.
  init(_ answers: [MailOutcome] = [.accepted(reply: "250 ok")], before: @escaping @Sendable () async -> Void = {}) {
    state = Mutex(([], answers))
    self.before = before
  }

  var sent: [MailMessage] { state.withLock { $0.sent } }

  func send(_ message: MailMessage) async -> MailOutcome {
    await before()
    return state.withLock { state in
      state.sent.append(message)
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
    }
  }
}
