import Community
import Database
import Pages
import Passwords

enum ClaimHandlers {
  static func open(_ context: SiteContext) async throws -> Reply {
    let token = context.linkToken
    return try await context.reply { maker, tx in
      guard let token, let member = try Self.member(token, in: tx) else { return .expired(maker) }
      return .page(ClaimPage(memberName: member.name, token: token.text, maker: maker))
    }
  }

  static func claim(_ form: ClaimForm, _ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken, let member = try await context.read({ try Self.member(token, in: $0) }) else {
      return try await context.expiredPage()
    }
    return try await context.filling(ClaimForm.fields) {
      let typed = try form.parse(notLike: [member.name])
      let hash = try await context.services.passwords.hash(typed.password)
      let session = SecretToken(context.services.random)
      let opened = context.newSession(session)
      try await context.write { tx in
        let id = try ClaimAccount(token, email: typed.email, passwordHash: hash.encoded, terms: form.terms).perform(in: tx)
        try Sessions.open(for: id, opened, in: tx)
      }
      let door = context.request.door
      return .redirect(Paths.member(member.handle), cookies: [.session(session, at: door), .flash("claimed", at: door)])
    } again: { state, maker, _ in
      ClaimPage(state, memberName: member.name, token: token.text, maker: maker)
    }
  }

  private static func member(_ token: SecretToken, in tx: Transaction) throws -> MemberBadge? {
    guard let holder = try AccountTokens.holder(token, .claim, in: tx) else { return nil }
    return try MemberBadge.find(holder.member, in: tx)
  }
}
