package import Community
package import Templates

/// Links by which people may join: those there are, and one more.
package struct InvitationsPage: Page {
  package static let template = "moderation/invitations"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  /// The link that was made a moment ago: it is shown this once.
  let madeURL: String?
  let most: InputField
  let days: InputField
  let note: InputField
  let rows: [RowFields]

  struct RowFields: Fields {
    let name: String
    let uses: String
    let until: TimeText
    let who: String?
    let isGood: Bool
    let isRevoked: Bool
    let revokePath: String

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "uses": .text(uses)
      case "until": .one(until)
      case "who": who.map(Field.text) ?? .nothing
      case "isGood": .flag(isGood)
      case "isRevoked": .flag(isRevoked)
      case "revokePath": .text(revokePath)
      default: nil
      }
    }
  }

  package init(
    _ invitations: [Invitation], made token: String? = nil, form: FormState = FormState(["most": "1", "days": "14"]), maker: PageMaker
  ) {
    let words = maker.words
    site = maker.frame(title: words.text("invitations.title"))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    madeURL = token.map { maker.baseAddress + Paths.signUp(invitation: $0) }
    most = InputField("most", in: form, maker: maker, hint: "invitations.most.hint")
    days = InputField("days", in: form, maker: maker, hint: "invitations.days.hint")
    note = InputField("note", in: form, maker: maker, label: "ruleNote", hint: "invitations.note.hint", isRequired: false)
    rows = invitations.map { invitation in
      RowFields(
        name: invitation.note.isEmpty
          ? words.text("invitations.unnamed", ["number": .number(Int(invitation.id.rawValue))]) : invitation.note,
        uses: words.text("invitations.uses", ["count": .number(invitation.uses), "most": .number(invitation.most)]),
        until: maker.time(invitation.until), who: invitation.createdBy, isGood: invitation.isGood(at: maker.clock.now),
        isRevoked: invitation.isRevoked, revokePath: Paths.revokeInvitation(invitation.id))
    }
  }

  private init() {
    frame = .sample
    (site, problems, madeURL, most, days, note) = (.sample, .sample, "https://community.example/sign-up?by=abc", .sample, .sample, .sample)
    rows = [
      RowFields(
        name: "For the fair", uses: "3 of 20", until: .sample, who: "Noor Haddad", isGood: true, isRevoked: true,
        revokePath: "/admin/invitations/1/revoke")
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "madeURL": madeURL.map(Field.text) ?? .nothing
    case "most": .one(most)
    case "days": .one(days)
    case "note": .one(note)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    default: nil
    }
  }

  package static let sample = InvitationsPage()
}
