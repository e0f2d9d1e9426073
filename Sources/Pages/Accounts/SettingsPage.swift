package import Community
import Database
package import Templates

/// Everything a member can change about themselves, on one page of small forms.
package struct SettingsPage: Page {
  package static let template = "accounts/settings"
  let site: SiteFrame
  let problems: ProblemSummary?
  let profilePath: String
  let face: InputField
  let avatarPath: String
  let hasFace: Bool
  let name: InputField
  let bio: InputField
  let zones: [ZoneFields]
  let timeZone: InputField
  let handle: InputField
  let handleFreeAt: TimeText?
  let currentEmail: String?
  let isVerified: Bool
  let email: InputField
  let emailPassword: InputField
  let currentPassword: InputField
  let newPassword: InputField
  /// Which kinds of mail there are, and which of them are wanted.
  let mailKinds: [ChoiceFields]
  /// The categories of new questions that are mailed, for those who may have that.
  let questionCategories: [ChoiceFields]
  let bounce: BounceFields?
  let interests: InputField
  let awayUntil: InputField
  let awayNote: InputField
  /// The languages there are, with the one that was chosen.
  let languages: [LanguageFields]
  let isLanguageFree: Bool
  let sessions: [SessionFields]
  let hasOtherSessions: Bool

  /// The forms of the page, each with the prefix of its fields' ids.
  package enum Part: String, Sendable { case profile, face, handle, email, password, interests, away }

  /// `form` is the part that comes back with problems; the others show what is stored.
  package init(
    _ own: OwnSettings, mail: Set<NoticeMail>, questions: [ChoiceFields]?, interests: [String], away: Away?, sessions: [SessionRow],
    current: SessionID, zones: [String],
    form: (part: Part, state: FormState)? = nil,
    maker: PageMaker
  ) {
    func state(_ part: Part, _ stored: [String: String] = [:]) -> FormState {
      if let form, form.part == part { return form.state }
      return FormState(stored, prefix: part.prefix)
    }
    let profile = state(.profile, ["name": own.name, "bio": own.bio, "timeZone": own.timeZone])
    let email = state(.email)
    let password = state(.password)
    func secret(_ name: String, _ form: FormState, _ autocomplete: String, hint: String? = nil) -> InputField {
      InputField(name, in: form, maker: maker, type: "password", autocomplete: autocomplete, hint: hint)
    }
    site = maker.frame(title: maker.words.text("settings.title"))
    problems = form.flatMap { ProblemSummary($0.state, maker: maker) }
    profilePath = Paths.member(own.handle)
    face = InputField("picture", in: state(.face), maker: maker, label: "face", hint: "settings.face.hint")
    avatarPath = Paths.avatar(own.id, own.face, isLarge: true)
    hasFace = own.face != nil
    name = InputField("name", in: profile, maker: maker, autocomplete: "name", hint: "signUp.name.hint")
    bio = InputField("bio", in: profile, maker: maker, hint: "settings.bio.hint", isRequired: false)
    self.zones = zones.map { ZoneFields(value: $0) }
    timeZone = InputField("timeZone", in: profile, maker: maker, hint: "settings.timeZone.hint")
    handle = InputField("handle", in: state(.handle, ["handle": own.handle]), maker: maker, hint: "settings.handle.hint")
    handleFreeAt = own.handleFreeAt.map { maker.time($0) }
    currentEmail = own.email
    isVerified = own.emailVerified
    self.email = InputField("email", in: email, maker: maker, label: "newEmail", type: "email", autocomplete: "email")
    emailPassword = secret("current", email, "current-password")
    currentPassword = secret("current", password, "current-password")
    newPassword = secret("newPassword", password, "new-password", hint: "signUp.password.hint")
    self.interests = InputField(
      "tags", in: state(.interests, ["tags": interests.joined(separator: ", ")]), maker: maker, label: "interests",
      hint: "settings.interests.hint", isRequired: false)
    let awayForm = state(.away, away.map { ["until": maker.clock.isoDay($0.until - .hours(1)), "awayNote": $0.note] } ?? [:])
    awayUntil = InputField("until", in: awayForm, maker: maker, hint: "settings.until.hint", isRequired: false)
    awayNote = InputField("awayNote", in: awayForm, maker: maker, isRequired: false)
    questionCategories = questions ?? []
    bounce = own.bounce.map { BounceFields(at: $0.at, reason: $0.reason, maker: maker) }
    mailKinds = NoticeMail.allCases.filter { $0 != .question || questions != nil }.map {
      ChoiceFields(value: $0.rawValue, label: maker.words.text("mailKind.\($0.rawValue)"), isChosen: mail.contains($0))
    }
    languages = maker.chrome.languages.map { $0.chosen($0.tag == own.language?.text) }
    isLanguageFree = !languages.contains(where: \.isCurrent)
    self.sessions = sessions.map { SessionFields($0, isCurrent: $0.id == current, maker: maker) }
    hasOtherSessions = sessions.count > 1
  }

  private init() {
    (site, problems, profilePath, name, bio, zones) = (.sample, .sample, "/m/ana", .sample, .sample, [.sample])
    (timeZone, handle, handleFreeAt, currentEmail, isVerified) = (.sample, .sample, .sample, "ana@example.org", false)
    (email, emailPassword, currentPassword, newPassword) = (.sample, .sample, .sample, .sample)
    (mailKinds, questionCategories, bounce) = ([.sample], [.sample], .sample)
    (face, avatarPath, hasFace) = (.sample, "/avatar/1.svg", true)
    (interests, awayUntil, awayNote) = (.sample, .sample, .sample)
    (languages, isLanguageFree) = (LanguageFields.samples, false)
    (sessions, hasOtherSessions) = ([.sample], true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "profilePath": .text(profilePath)
    case "face": .one(face)
    case "avatarPath": .text(avatarPath)
    case "hasFace": .flag(hasFace)
    case "name": .one(name)
    case "bio": .one(bio)
    case "zones": .many(zones)
    case "timeZone": .one(timeZone)
    case "handle": .one(handle)
    case "handleFreeAt": handleFreeAt.map(Field.one) ?? .nothing
    case "currentEmail": currentEmail.map(Field.text) ?? .nothing
    case "isVerified": .flag(isVerified)
    case "email": .one(email)
    case "emailPassword": .one(emailPassword)
    case "currentPassword": .one(currentPassword)
    case "newPassword": .one(newPassword)
    case "interests": .one(interests)
    case "awayUntil": .one(awayUntil)
    case "awayNote": .one(awayNote)
    case "mailKinds": .many(mailKinds)
    case "questionCategories": .many(questionCategories)
    case "hasQuestionCategories": .flag(!questionCategories.isEmpty)
    case "bounce": bounce.map(Field.one) ?? .nothing
    case "languages": .many(languages)
    case "hasLanguages": .flag(!languages.isEmpty)
    case "isLanguageFree": .flag(isLanguageFree)
    case "sessions": .many(sessions)
    case "hasOtherSessions": .flag(hasOtherSessions)
    default: nil
    }
  }

  package static let sample = SettingsPage()
}

extension SettingsPage.Part {
  /// What stands before the ids of this form's fields.
  package var prefix: String { rawValue + "-" }
}

/// A time zone that is offered while somebody types.
struct ZoneFields: Fields {
  let value: String
  func field(_ field: String) -> Field? { field == "value" ? .text(value) : nil }
  static let sample = ZoneFields(value: "Europe/Lisbon")
}
