import Community
import Database
import ForumSupport
import TestSupport

extension TestForum {
  /// A browser of somebody who just joined through the form.
  func joined(_ person: Person = .ana, from address: String = "192.0.2.9") async throws -> Browser {
    let browser = visitor(from: address)
    let answered = try await browser.post("/sign-up", form: ["name": person.name, "email": person.email, "password": person.password])
    guard answered.status == 303 else { throw Unexpected(status: answered.status, text: answered.text) }
    return browser
  }

  /// The secret in the newest mail of a kind, once everything has happened.
  func mailedToken(_ kind: String) async throws -> String {
    try await settle()
    let text: String? = try await store.read { tx in
      try tx.value("SELECT body_text FROM mail WHERE kind = \(kind) ORDER BY id DESC LIMIT 1")
    }
    guard let token = text?.firstMatch(of: /\/([A-Za-z0-9_\-]{43})/)?.1 else {
      throw Unexpected(status: 0, text: text ?? "no mail \(kind)")
    }
    return String(token)
  }

  func mails(_ kind: String) async throws -> Int {
    try await settle()
    return try await store.read { tx in Int(try tx.value("SELECT COUNT(*) FROM mail WHERE kind = \(kind)", as: Int64.self) ?? 0) }
  }
}

struct Unexpected: Error {
  let status: Int
  let text: String
}

extension Answered {
  /// What the page says to the person: the sentence of the note that stands above it.
  func says(_ words: String) -> Bool { text.contains(words) }
}
