package import Community
package import Templates

/// The members, to be looked for and narrowed; each leads to what the people of the house may know of them.
package struct MembersPage: Page {
  package static let template = "admin/members"
  let site: SiteFrame
  let frame: AdminFrame
  let text: InputField
  let roles: [ChoiceFields]
  let states: [ChoiceFields]
  let orders: [ChoiceFields]
  let rows: [RowFields]
  let newestPath: String?
  let olderPath: String?
  /// For who may take them out as a file: what it is narrowed to.
  let file: FileFields?

  package init(_ list: MemberList, _ filter: MemberList.Filter, _ order: MemberList.Order, isFirst: Bool, maker: PageMaker) {
    let (words, viewer) = (maker.words, maker.viewer)
    site = maker.frame(title: words.text("members.title"))
    frame = AdminFrame(maker)
    text = InputField(
      "q", in: FormState(["q": filter.text]), maker: maker, label: "memberText",
      hint: viewer.may(.manageMembers) ? "members.text.hint" : nil, isRequired: false)
    func choices<Choice: RawRepresentable<String>>(_ all: [Choice], _ chosen: Choice?, _ label: (Choice) -> String) -> [ChoiceFields] {
      [ChoiceFields(value: "", label: words.text("members.all"), isChosen: chosen == nil)]
        + all.map { ChoiceFields(value: $0.rawValue, label: label($0), isChosen: $0.rawValue == chosen?.rawValue) }
    }
    roles = choices(Role.allCases.filter { $0 != .visitor }, filter.role) { words.text("role.\($0.rawValue)") }
    states = choices(MemberList.State.known(to: viewer), filter.state) { words.text("members.state.\($0.rawValue)") }
    orders = MemberList.Order.allCases.map {
      ChoiceFields(value: $0.rawValue, label: words.text("members.order.\($0.rawValue)"), isChosen: $0 == order)
    }
    rows = list.members.map { RowFields($0, maker: maker) }
    newestPath = isFirst ? nil : Paths.members(filter, order)
    olderPath = list.next.map { Paths.members(filter, order, after: $0) }
    file = viewer.may(.manageMembers) && !list.members.isEmpty ? FileFields(filter) : nil
  }

  private init() {
    (site, frame, text, roles, states, orders, rows) = (.sample, .sample, .sample, [.sample], [.sample], [.sample], [.sample])
    (newestPath, olderPath, file) = ("/admin/members", "/admin/members?after=1-2", .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "text": .one(text)
    case "roles": .many(roles)
    case "states": .many(states)
    case "orders": .many(orders)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    case "file": file.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = MembersPage()

  /// What the file is narrowed to, as its form sends it.
  struct FileFields: Fields {
    let path = Paths.membersFile
    let q: String
    let role: String
    let state: String

    init(_ filter: MemberList.Filter) { (q, role, state) = (filter.text, filter.role?.rawValue ?? "", filter.state?.rawValue ?? "") }

    func field(_ field: String) -> Field? {
      switch field {
      case "path": .text(path)
      case "q": .text(q)
      case "role": .text(role)
      case "state": .text(state)
      default: nil
      }
    }

    static let sample = FileFields(MemberList.Filter(text: "ana", role: .staff, state: .silenced))
  }

  /// One member.
  struct RowFields: Fields {
    let badge: BadgeFields
    let path: String
    let email: String?
    let states: [LineFields]
    let since: String
    let seen: TimeText?

    init(_ listed: ListedMember, maker: PageMaker) {
      badge = BadgeFields(listed.badge, maker: maker)
      path = Paths.memberSheet(listed.badge.id)
      email = listed.email
      states = MemberList.State.known(to: maker.viewer).filter(listed.has).map {
        LineFields(text: maker.words.text("members.state.\($0.rawValue)"))
      }
      since = maker.clock.month(listed.since, words: maker.words)
      seen = listed.seenAt.map(maker.time)
    }

    private init() {
      (badge, path, email, states) = (.sample, "/admin/members/2", "ana@example.org", [.sample])
      (since, seen) = ("March 2022", .sample)
    }

    func field(_ field: String) -> Field? {
      switch field {
      case "badge": .one(badge)
      case "path": .text(path)
      case "email": email.map(Field.text) ?? .nothing
      case "states": .many(states)
      case "since": .text(since)
      case "seen": seen.map(Field.one) ?? .nothing
      default: nil
      }
    }

    static let sample = RowFields()
  }
}

extension Paths {
  /// A page of the members, narrowed as it says.
  static func members(_ filter: MemberList.Filter, _ order: MemberList.Order, after place: MemberList.Place? = nil) -> String {
    let query = [
      filter.text.isEmpty ? nil : "q=\(encoded(filter.text))", filter.role.map { "role=\($0.rawValue)" },
      filter.state.map { "state=\($0.rawValue)" }, order == .newest ? nil : "order=\(order.rawValue)", place.map { "after=\($0.text)" },
    ].compactMap { $0 }
    return query.isEmpty ? members : members + "?" + query.joined(separator: "&")
  }
}
