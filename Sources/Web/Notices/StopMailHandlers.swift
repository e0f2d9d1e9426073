import Community
import Database
import Pages

/// Stopping one kind of mail by the link in it, without signing in. A mail program may press the button for its reader (RFC 8058), so the
/// POST comes from anywhere; the link is all it needs.
enum StopMailHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let token = context.linkToken
    return try await context.reply { maker, tx in
      guard let token, let holder = try MailStops.holder(token, in: tx) else { return .expired(maker, .stopExpired) }
      return .page(StopMailPage(holder.kind, isWanted: holder.isWanted, path: Paths.stopMail(token: token.text), maker: maker))
    }
  }

  /// Answers with a page and no redirect, as the standard asks for.
  static func press(_ form: StopMailForm, _ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken else { return try await context.expiredPage(.stopExpired) }
    let holder = try await context.write { tx in
      let holder = try MailStops.holder(token, in: tx)
      if let holder { try MailChoices.set(holder.kind, wanted: form.wanted, by: holder.member, in: tx) }
      return holder
    }
    guard let holder else { return try await context.expiredPage(.stopExpired) }
    return try await context.page { maker, _ in
      StopMailPage(holder.kind, isWanted: form.wanted, path: Paths.stopMail(token: token.text), maker: maker)
    }
  }
}

/// What a mail program sends, or the button on the page.
struct StopMailForm: Form {
  static let fields = [FormField("List-Unsubscribe", maximumBytes: 20), FormField("wanted", maximumBytes: 3)]
  let wanted: Bool
  init(_ values: FormValues) { wanted = values["wanted"] == "yes" }
}
