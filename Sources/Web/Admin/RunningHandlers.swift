import Community
import Pages

/// What is missing before the public is let in.
enum OpeningHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let backups = context.services.backups()
    let isReachedSafely = context.isReachedSafely
    return try await context.page { maker, tx in
      OpeningPage(try OpeningDay.load(backups: backups, isReachedSafely: isReachedSafely, in: tx), maker: maker)
    }
  }
}

extension AudienceContext {
  /// Whether the address that people know is https, and this request came by a trusted proxy that says so too.
  var isReachedSafely: Bool {
    services.configuration.publicURL?.isHTTPS == true && request.door.isToldSecure
  }
}

/// Whether mail leaves.
enum MailHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in MailPage(try MailDesk.load(by: actor, in: tx), maker: maker) }
  }

  /// Waits for the mail server: that is what somebody who tries it wants to see.
  static func test(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(NoFields.fields) {
      let letter = try await context.write { [site = context.site] tx in
        MailPage.letter(to: try MailTrial.begin(by: actor, in: tx), maker: try site.maker(in: tx))
      }
      let trial = await context.services.tryMail(letter)
      try await context.write { tx in try trial.note(by: actor, in: tx) }
      return try await context.page { maker, tx in MailPage(try MailDesk.load(by: actor, in: tx), trial: trial, maker: maker) }
    } again: { state, maker, tx in
      MailPage(try MailDesk.load(by: actor, in: tx), form: state, maker: maker)
    }
  }

  static func retry(_ context: AdminContext) async throws -> Reply {
    guard let id = MailID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    let actor = context.actor
    return try await context.filling(NoFields.fields) {
      try await context.write { tx in try RetryMail(id).perform(by: actor, in: tx) }
      return .redirect(Paths.mail, cookies: [.flash("mailRetried", at: context.request.door)])
    } again: { state, maker, tx in
      MailPage(try MailDesk.load(by: actor, in: tx), form: state, maker: maker)
    }
  }
}
