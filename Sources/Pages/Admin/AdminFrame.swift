import Community
import Templates

/// What stands on top of every page of those who keep order and run the place: the groups of its pages, and the pages of the group one is in. It
/// links to what the viewer may open, and to nothing else.
struct AdminFrame: Fields {
  /// The groups, each leading to its first page.
  let groups: [LinkFields]
  /// The pages of the group one is in.
  let items: [LinkFields]

  init(_ maker: PageMaker) {
    let open = Self.open(to: maker.viewer)
    let current = open.filter { $0.holds(maker.path) }.max { $0.path.utf8.count < $1.path.utf8.count }
    let group = (current ?? open.first)?.group
    items = open.filter { $0.group == group && $0.group != .overview }.map { place in
      LinkFields(name: maker.words.text("admin.\(place.name)"), path: place.path, isCurrent: place.path == current?.path)
    }
    groups = Group.allCases.compactMap { each in
      open.first { $0.group == each }.map { first in
        LinkFields(name: maker.words.text("admin.group.\(each.rawValue)"), path: first.path, isCurrent: each == group)
      }
    }
  }

  /// The pages a viewer may open, by what they are about, for the page that leads to all of them; empty for who looks after nothing.
  static func groups(for viewer: Viewer) -> [(group: Group, places: [Place])] {
    let open = open(to: viewer)
    return Group.allCases.compactMap { group in
      let places = open.filter { $0.group == group && group != .overview }
      return places.isEmpty ? nil : (group, places)
    }
  }

  private static func open(to viewer: Viewer) -> [Place] {
    let open = places.filter { $0.isFor(viewer) }
    return open.count > 1 ? open : []
  }

  /// What its pages are about; in the catalog it is `admin.group.NAME`.
  enum Group: String, CaseIterable {
    case overview, order, people, content, site, running
  }

  /// A page of it; in the catalog it is `admin.NAME`, and what it is for `admin.about.NAME`.
  struct Place {
    let group: Group
    let name: String
    let path: String
    let isFor: @Sendable (Viewer) -> Bool

    /// Whether an address is this page or one under it.
    func holds(_ here: String) -> Bool { here == path || here.hasPrefix(path + "/") }
  }

  static let places: [Place] = [
    Place(group: .overview, name: "overview", path: Paths.admin) { _ in true },
    Place(group: .order, name: "queue", path: Paths.moderation) { $0.decides },
    Place(group: .order, name: "log", path: Paths.log) { $0.may(.readLog) },
    Place(group: .order, name: "words", path: Paths.words) { $0.may(.decide) },
    Place(group: .order, name: "prevention", path: Paths.prevention) { $0.may(.manageSite) },
    Place(group: .people, name: "members", path: Paths.members) { $0.may(.seeTrust) },
    Place(group: .people, name: "joining", path: Paths.joining) { $0.may(.manageSite) },
    Place(group: .people, name: "invitations", path: Paths.invitations) { $0.role.isOfTheCompany || $0.may(.manageSite) },
    Place(group: .people, name: "customers", path: Paths.customers) { $0.role == .admin && $0.may(.verifyCustomers) },
    Place(group: .people, name: "roles", path: Paths.roles) { $0.may(.manageMembers) },
    Place(group: .content, name: "categories", path: Paths.categories) { $0.may(.manageCategories) },
    Place(group: .content, name: "tags", path: Paths.tags) { $0.may(.manageCategories) },
    Place(group: .content, name: "searches", path: Paths.fruitless) { $0.may(.manageSite) },
    Place(group: .site, name: "site", path: Paths.site) { $0.may(.manageSite) },
    Place(group: .site, name: "opening", path: Paths.opening) { $0.may(.manageSite) },
    Place(group: .site, name: "texts", path: Paths.texts) { $0.may(.manageSite) },
    Place(group: .site, name: "settings", path: Paths.siteSettings) { $0.may(.manageSite) },
    Place(group: .running, name: "numbers", path: Paths.numbers) { $0.may(.manageSite) },
    Place(group: .running, name: "health", path: Paths.serverHealth) { $0.may(.manageSite) },
    Place(group: .running, name: "mail", path: Paths.mail) { $0.may(.manageSite) },
    Place(group: .running, name: "imports", path: Paths.imports) { $0.may(.manageSite) },
    Place(group: .running, name: "backups", path: Paths.backups) { $0.may(.manageSite) },
  ]

  private init() { (groups, items) = ([.sample], [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "groups": .many(groups)
    case "hasGroups": .flag(groups.count > 1)
    case "items": .many(items)
    case "hasItems": .flag(!items.isEmpty)
    default: nil
    }
  }

  static let sample = AdminFrame()
}
