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
    let here = String(maker.here.prefix { $0 != "?" })
    let open = Self.places.filter { $0.isFor(maker.viewer) }
    let current = open.filter { $0.holds(here) }.max { $0.path.utf8.count < $1.path.utf8.count }
    let group = (current ?? open.first)?.group
    items = open.filter { $0.group == group }.map { place in
      LinkFields(name: maker.words.text("admin.\(place.name)"), path: place.path, isCurrent: place.path == current?.path)
    }
    groups = Group.allCases.compactMap { each in
      open.first { $0.group == each }.map { first in
        LinkFields(name: maker.words.text("admin.group.\(each.rawValue)"), path: first.path, isCurrent: each == group)
      }
    }
  }

  /// What its pages are about; in the catalog it is `admin.group.NAME`.
  private enum Group: String, CaseIterable {
    case order, people, content, site, running
  }

  /// A page of it; in the catalog it is `admin.NAME`.
  private struct Place {
    let group: Group
    let name: String
    let path: String
    let isFor: @Sendable (Viewer) -> Bool

    /// Whether an address is this page or one under it.
    func holds(_ here: String) -> Bool { here == path || here.hasPrefix(path + "/") }
  }

  private static let places: [Place] = [
    Place(group: .order, name: "queue", path: Paths.moderation) { $0.decides },
    Place(group: .order, name: "log", path: Paths.log) { $0.may(.readLog) },
    Place(group: .order, name: "words", path: Paths.words) { $0.may(.decide) },
    Place(group: .order, name: "prevention", path: Paths.prevention) { $0.may(.manageSite) },
    Place(group: .people, name: "joining", path: Paths.joining) { $0.may(.manageSite) },
    Place(group: .people, name: "invitations", path: Paths.invitations) { $0.role.isOfTheCompany || $0.may(.manageSite) },
    Place(group: .people, name: "customers", path: Paths.customers) { $0.role == .admin && $0.may(.verifyCustomers) },
    Place(group: .people, name: "roles", path: Paths.roles) { $0.may(.manageMembers) },
    Place(group: .content, name: "searches", path: Paths.fruitless) { $0.may(.manageSite) },
    Place(group: .running, name: "backups", path: Paths.backups) { $0.may(.manageSite) },
  ]

  private init() { (groups, items) = ([.sample], [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "groups": .many(groups)
    case "hasGroups": .flag(groups.count > 1)
    case "items": .many(items)
    default: nil
    }
  }

  static let sample = AdminFrame()
}
