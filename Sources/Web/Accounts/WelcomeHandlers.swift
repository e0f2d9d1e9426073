import Community
import Database
import Pages

/// The steps after joining. Each is a form of its own and can be left out; nobody must go through them, and anybody can again.
enum WelcomeHandlers {
  static func name(_ context: MemberContext) async throws -> Reply {
    let signedIn = context.signedIn
    return try await context.page { maker, _ in
      WelcomePage(
        .name(zones: TimeZoneName.all), form: FormState(["name": signedIn.name, "timeZone": signedIn.timeZone]), maker: maker)
    }
  }

  static func saveName(_ form: WelcomeNameForm, _ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(WelcomeNameForm.fields) {
      let (name, zone) = try form.parse()
      try await context.write { tx in
        try name.perform(by: actor, in: tx)
        try SetTimeZone(zone).perform(by: actor, in: tx)
      }
      return .redirect(WelcomePage.Step.name.next)
    } again: { state, maker, _ in
      WelcomePage(.name(zones: TimeZoneName.all), form: state, maker: maker)
    }
  }

  static func interests(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      let popular = try PopularTags.load(for: actor.viewer, in: tx)
      let declared = try DeclaredInterests.list(of: actor.id, for: actor.viewer, in: tx)
      // What can be ticked is not typed as well.
      let others = declared.filter { !popular.contains($0) }.joined(separator: ", ")
      return WelcomePage(.interests(popular: popular, ticked: Set(declared)), form: FormState(["tags": others]), maker: maker)
    }
  }

  static func saveInterests(_ form: InterestsForm, _ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(InterestsForm.fields) {
      let declare = try form.parse()
      try await context.write { tx in try declare.perform(by: actor, in: tx) }
      return .redirect(WelcomePage.Step.interests.next)
    } again: { state, maker, tx in
      WelcomePage(.interests(popular: try PopularTags.load(for: actor.viewer, in: tx), ticked: form.ticked), form: state, maker: maker)
    }
  }

  static func people(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      WelcomePage(.people(try MatchChoices.find(actor.id, in: tx) ?? MatchChoices()), form: FormState(), maker: maker)
    }
  }

  static func savePeople(_ form: WelcomePeopleForm, _ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in
      var choices = try MatchChoices.find(actor.id, in: tx) ?? MatchChoices()
      (choices.suggestMe, choices.askMe) = (form.suggestMe, form.askMe)
      try SetMatchChoices(choices).perform(by: actor, in: tx)
    }
    return .redirect(WelcomePage.Step.people.next)
  }

  static func mail(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      WelcomePage(.mail(wanted: try MailChoices.wanted(by: actor.id, in: tx)), form: FormState(), maker: maker)
    }
  }

  static func saveMail(_ form: WelcomeMailForm, _ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in
      for kind in NoticeMail.allCases where WelcomeMailForm.kinds.contains(kind) {
        try MailChoices.set(kind, wanted: form.wanted.contains(kind), by: actor.id, in: tx)
      }
    }
    return .redirect(WelcomePage.Step.mail.next, cookies: [.flash("welcomed", at: context.request.door)])
  }
}

/// Whether to be suggested and asked; a box that is not ticked does not come.
struct WelcomePeopleForm: Form {
  static let fields = ["suggestMe", "askMe"].map { FormField($0, maximumBytes: 3) }
  let suggestMe: Bool
  let askMe: Bool
  init(_ values: FormValues) { (suggestMe, askMe) = (values.has("suggestMe"), values.has("askMe")) }
}
