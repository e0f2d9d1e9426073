package import Community
import Database
package import Templates

/// A member for the people of the house: role, categories, trust and why.
package struct MemberSheetPage: Page {
  package static let template = "admin/member"
  let site: SiteFrame
  let frame: AdminFrame
  let badge: BadgeFields
  let since: String
  let problems: ProblemSummary?
  let trust: String
  /// That they are silenced or suspended, and until when.
  let terms: [LineFields]
  /// What an account of the staff lacks to be a person.
  let lacks: [LineFields]
  /// What the step rests on, one sentence each.
  let reasons: [LineFields]
  /// The categories they look after, by name, where the reader cannot change them.
  let moderates: String?
  let change: RoleChangeFields?
  let helper: HelperFields?
  let customer: CustomerFields?
  let signedIn: SignedInFields?
  let notes: NotesFields?
  /// Where the link is made by which an imported member gets into their account; nil where there is none to make.
  let claimPath: String?
  /// That link, the one time it is shown.
  let claimURL: String?
  /// For who may hand out what the site holds about them.
  let exportPath: String?
  /// For who may make it part of another.
  let mergePath: String?
  /// For who may erase them; an admin gives up the role first.
  let erasePath: String?

  /// With a form it comes back as it was typed, for who may change the role.
  /// `note` is the other form; `claim` the token of a link that was just made.
  package init(
    _ sheet: MemberSheet, form: FormState? = nil, chosen: Set<String>? = nil, note: FormState? = nil, claim: SecretToken? = nil,
    maker: PageMaker
  ) {
    let (words, id) = (maker.words, sheet.badge.id)
    site = maker.frame(title: words.text("sheet.title", ["name": .text(sheet.badge.name)]))
    frame = AdminFrame(maker)
    badge = BadgeFields(sheet.badge, maker: maker)
    since = maker.clock.month(sheet.since, words: words)
    problems = (form ?? note).flatMap { ProblemSummary($0, maker: maker) }
    terms = Self.terms(sheet, maker: maker)
    lacks = sheet.lacks.map { LineFields(text: words.text("person.\($0.rawValue)")) }
    trust = words.text("trust.\(sheet.trust.step.rawValue)")
    reasons = Self.reasons(sheet.trust, words)
    let names = sheet.categories.filter { sheet.moderated.contains($0.id) }.map(\.name)
    change = maker.viewer.may(.manageMembers) ? RoleChangeFields(sheet, form: form, chosen: chosen, maker: maker) : nil
    moderates = names.isEmpty ? nil : names.joined(separator: ", ")
    customer = sheet.customer.map { CustomerFields($0, of: sheet.badge.id, maker: maker) }
    erasePath = maker.viewer.may(.eraseMembers) && sheet.badge.role != .admin ? Paths.eraseMember(sheet.badge.id) : nil
    signedIn = sheet.sessions.map { SignedInFields($0, of: id, maker: maker) }
    notes = sheet.notes.map { NotesFields($0, about: id, form: note ?? FormState(), maker: maker) }
    let manages = maker.viewer.may(.manageMembers)
    claimPath = manages && sheet.isUnclaimed ? Paths.act("claim", on: id) : nil
    claimURL = claim.map { maker.baseAddress + Paths.claim(token: $0.text) }
    exportPath = manages ? Paths.act("export", on: id) : nil
    let isLesser = sheet.badge.role != .admin && !maker.viewer.isMember(id)
    mergePath = maker.viewer.may(.mergeMembers) && isLesser ? Paths.act("merge", on: id) : nil
    helper = change == nil ? HelperFields(sheet, maker: maker) : nil
  }

  private static func terms(_ sheet: MemberSheet, maker: PageMaker) -> [LineFields] {
    func line(_ state: String, _ until: Timestamp?) -> LineFields? {
      until.map { until in
        Restriction.isForGood(until, now: maker.clock.now)
          ? LineFields(text: maker.words.text("sheet.\(state).forGood"))
          : LineFields(text: maker.words.text("sheet.\(state)", ["until": .text(maker.time(until).text)]))
      }
    }
    return [line("suspended", sheet.suspendedUntil), line("silenced", sheet.silencedUntil)].compactMap(\.self)
  }

  private static func reasons(_ trust: Trust, _ words: Words) -> [LineFields] {
    func line(_ key: String, _ number: Int, of needed: Int) -> LineFields {
      LineFields(text: words.text(key, ["count": .number(number), "needed": .number(needed)]))
    }
    let first = LineFields(text: words.text(trust.isPastFirstDay ? "trust.firstDay.over" : "trust.firstDay"))
    let rest = [
      line("trust.posts", trust.posts, of: 2), line("trust.days", trust.activeDays, of: Trust.neededDays),
      line("trust.accepted", trust.accepted, of: Trust.neededAccepted), line("trust.thanked", trust.thanked, of: Trust.neededThanked),
    ]
    return [first] + rest + (trust.hasUpheldFlag ? [LineFields(text: words.text("trust.flag"))] : [])
  }

  private init() {
    (site, badge, since, problems, trust, reasons) = (.sample, .sample, "March 2022", .sample, "Trusted", [.sample])
    (frame, terms, lacks, erasePath) = (.sample, [.sample], [.sample], "/admin/members/2/erase")
    (moderates, change, helper, customer) = ("Help", .sample, .sample, .sample)
    (signedIn, notes) = (.sample, .sample)
    (claimPath, claimURL) = ("/admin/members/2/claim", "https://community.example/claim/abc")
    (exportPath, mergePath) = ("/admin/members/2/export", "/admin/members/2/merge")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "signedIn": signedIn.map(Field.one) ?? .nothing
    case "notes": notes.map(Field.one) ?? .nothing
    case "claimPath": claimPath.map(Field.text) ?? .nothing
    case "claimURL": claimURL.map(Field.text) ?? .nothing
    case "exportPath": exportPath.map(Field.text) ?? .nothing
    case "mergePath": mergePath.map(Field.text) ?? .nothing
    case "erasePath": erasePath.map(Field.text) ?? .nothing
    case "site": .one(site)
    case "frame": .one(frame)
    case "badge": .one(badge)
    case "since": .text(since)
    case "problems": problems.map(Field.one) ?? .nothing
    case "terms": .many(terms)
    case "lacks": .many(lacks)
    case "trust": .text(trust)
    case "reasons": .many(reasons)
    case "moderates": moderates.map(Field.text) ?? .nothing
    case "change": change.map(Field.one) ?? .nothing
    case "helper": helper.map(Field.one) ?? .nothing
    case "customer": customer.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = MemberSheetPage()
}

/// One sentence of a list.
struct LineFields: Fields {
  let text: String
  func field(_ field: String) -> Field? { field == "text" ? .text(text) : nil }
  static let sample = LineFields(text: "On 12 days here.")
}
