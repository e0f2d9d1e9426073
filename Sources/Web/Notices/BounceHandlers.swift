import Community
import Crypto
import Database
import Pages

/// What a mail server shows who tells of mail that came back. Set by the operator; compared in a time that does not depend on how much is right.
package struct BounceToken: Sendable, Equatable {
  package static let shortest = 20
  private let hash: SHA256Digest

  /// Nil for what is too short to be a secret, or cannot stand in a header.
  package init?(_ text: String) {
    guard text.utf8.count >= Self.shortest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    hash = SHA256.hash(data: Array(text.utf8))
  }

  func admits(_ shown: String?) -> Bool { shown.map { SHA256.hash(data: Array($0.utf8)) == hash } ?? false }
}

/// Mail servers and those who send mail for others tell here of mail that came back, as `kindred mail bounce` does by hand.
enum BounceHandlers {
  static func note(_ form: BounceForm, _ context: MachineContext) async throws -> Reply {
    guard let token = context.services.configuration.bounceToken else { throw ForumError.notFound }
    let isAdmitted = token.admits(context.request.bearer)
    try context.services.bounces.pass(isAdmitted, now: context.now)
    guard isAdmitted else {
      return .text("Wanted the header Authorization: Bearer and what KINDRED_BOUNCE_TOKEN is set to.\n", status: .unauthorized)
    }
    guard let note = form.note else {
      return .text("Wanted the fields address, an e-mail address, and kind: hard, soft or complaint.\n", status: .invalid)
    }
    guard form.isLasting else { return .text("Nothing was noted: it may work again by itself.\n") }
    do { try await context.write { tx in try note.perform(in: tx) } } catch ForumError.notFound {
      // Who sends it would only send it again.
      return .text("Nothing was noted: nobody here has this address.\n")
    }
    return .text("Noted.\n")
  }
}

/// Whose mail came back, of which kind, and what the other server said.
struct BounceForm: Form {
  static let fields = [
    FormField("address", maximumBytes: 320), FormField("kind", maximumBytes: 20), FormField("reason", maximumBytes: 4_000),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Nil where something is missing or cannot be.
  var note: NoteBounce? {
    guard values.problems.isEmpty, ["hard", "complaint", "soft"].contains(values["kind"]) else { return nil }
    return (try? EmailAddress(values["address"])).map { NoteBounce(of: $0, reason: values["reason"]) }
  }

  /// Whether no mail goes there any more: the address takes none, or its member called ours unwanted.
  var isLasting: Bool { values["kind"] != "soft" }
}
