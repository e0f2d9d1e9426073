package import Community
package import Templates

/// Which role may do what, in plain words, for admins to change.
package struct RolesPage: Page {
  package static let template = "admin/roles"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let path = Paths.roles
  /// What the table said when the page was made.
  let seen: String
  let groups: [RightsGroup]

  /// `chosen` is what was ticked where the form comes back.
  package init(_ rights: RoleRights, chosen: Set<RoleRights.Grant>? = nil, form: FormState? = nil, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("roles.title"))
    frame = AdminFrame(maker)
    problems = form.flatMap { ProblemSummary($0, whole: ["may"], maker: maker) }
    seen = rights.mark
    let names = Dictionary(uniqueKeysWithValues: RightsGroup.roles.map { ($0, words.text("roles.name.\($0.rawValue)")) })
    groups = RightsGroup.all.map { RightsGroup($0.name, $0.actions, rights, chosen, names: names, words: words) }
  }

  private init() { (site, frame, problems, seen, groups) = (.sample, .sample, .sample, "a1", [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "path": .text(path)
    case "seen": .text(seen)
    case "groups": .many(groups)
    default: nil
    }
  }

  package static let sample = RolesPage()
}
