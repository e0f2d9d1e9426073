import Community
import Database
import Pages
import Passwords

enum SettingsHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    let (actor, session) = (context.actor, context.signedIn.sessionID)
    return try await context.page { maker, tx in try page(nil, actor, session, maker, tx) }
  }

  static func saveProfile(_ form: ProfileForm, _ context: MemberContext) async throws -> Reply {
    try await changing(.profile, ProfileForm.fields, context) { actor in
      let (name, profile) = try form.parse(people: try await context.people(in: form.bio))
      try await context.write { tx in
        try name.perform(by: actor, in: tx)
        try profile.perform(by: actor, in: tx)
      }
      return "profileSaved"
    }
  }

  static func changeHandle(_ form: HandleForm, _ context: MemberContext) async throws -> Reply {
    try await changing(.handle, HandleForm.fields, context) { actor in
      let change = try form.parse()
      do { try await context.write { tx in try change.perform(by: actor, in: tx) } } catch ForumError.tooSoon(.names, _) {
        throw ForumError.invalid("handle", .handleTooSoon)
      }
      return "handleChanged"
    }
  }

  static func changeEmail(_ form: EmailForm, _ context: MemberContext) async throws -> Reply {
    try await changing(.email, EmailForm.fields, context) { actor in
      let (email, current) = try form.parse()
      let verified = try await Verification.confirm(current, field: "current", context)
      let change = ChangeEmail(to: email, verifiedHash: verified)
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      return "emailAsked"
    }
  }

  static func changePassword(_ form: PasswordForm, _ context: MemberContext) async throws -> Reply {
    let (session, name) = (context.signedIn.sessionID, context.signedIn.name)
    return try await changing(.password, PasswordForm.fields, context) { actor in
      let (site, email) = try await context.read { tx in
        (try SiteSettings.load(in: tx).name, try OwnSettings.find(actor, in: tx)?.email ?? "")
      }
      let (current, password) = try form.parse(notLike: [name, email, site])
      let verified = try await Verification.confirm(current, field: "current", context)
      let change = ChangePassword(verifiedHash: verified, newHash: try await context.services.passwords.hash(password).encoded)
      try await context.write { tx in try change.perform(by: actor, in: session, in: tx) }
      return "passwordChanged"
    }
  }

  static func saveMail(_ form: MailForm, _ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    let wanted = actor.may(.beTold) ? form.wanted : form.wanted.subtracting([.question])
    try await context.write { tx in
      try MailChoices.set(wanted, by: actor.id, in: tx)
      if actor.may(.beTold) { try ChooseQuestionMail(in: form.categories).perform(by: actor, in: tx) }
    }
    return .redirect(Paths.settings, cookies: [.flash("mailSaved", at: context.request.door)])
  }

  static func saveInterests(_ form: InterestsForm, _ context: MemberContext) async throws -> Reply {
    try await changing(.interests, InterestsForm.fields, context) { actor in
      let declare = try form.parse()
      try await context.write { tx in try declare.perform(by: actor, in: tx) }
      return "interestsSaved"
    }
  }

  static func saveAway(_ form: AwayForm, _ context: MemberContext) async throws -> Reply {
    let zone = context.signedIn.timeZone
    return try await changing(.away, AwayForm.fields, context) { actor in
      let away = try form.parse(in: zone)
      try await context.write { tx in try away.perform(by: actor, in: tx) }
      return form.isBack ? "backSaved" : "awaySaved"
    }
  }

  static func mendMail(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in try MendBounce().perform(by: actor, in: tx) }
    return .redirect(Paths.settings, cookies: [.flash("mailMended", at: context.request.door)])
  }

  /// One form of the page: back to it with a sentence on what was done, or the page again with what is wrong.
  static func changing(
    _ part: SettingsPage.Part, _ fields: [FormField], _ context: MemberContext, _ act: (Actor) async throws -> String
  ) async throws -> Reply {
    let (actor, session) = (context.actor, context.signedIn.sessionID)
    return try await context.filling(fields, prefix: part.prefix) {
      .redirect(Paths.settings, cookies: [.flash(try await act(actor), at: context.request.door)])
    } again: { state, maker, tx in
      try page((part, state), actor, session, maker, tx)
    }
  }

  private static func page(
    _ form: (part: SettingsPage.Part, state: FormState)?, _ actor: Actor, _ session: SessionID, _ maker: PageMaker, _ tx: Transaction
  ) throws -> SettingsPage {
    guard let own = try OwnSettings.find(actor, in: tx) else { throw ForumError.notFound }
    let sessions = try Sessions.list(of: actor, in: tx)
    let mail = try MailChoices.wanted(by: actor.id, in: tx)
    let chosen = try QuestionMail.categories(of: actor.id, in: tx)
    let questions =
      try !actor.may(.beTold)
      ? nil
      : CategoryRow.all(for: actor.viewer, in: tx).map {
        ChoiceFields(value: $0.slug, label: $0.name, isChosen: chosen.contains($0.slug))
      }
    let (interests, away) = (try DeclaredInterests.list(of: actor.id, for: actor.viewer, in: tx), try Away.find(actor.id, in: tx))
    return SettingsPage(
      own, mail: mail, questions: questions, interests: interests, away: away, sessions: sessions, current: session,
      zones: TimeZoneName.all, form: form, maker: maker)
  }
}
