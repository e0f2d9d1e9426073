package import Community
package import Templates

/// Where those who look after the community begin: what waits for them, and every page they may open with what it is for.
package struct AdminPage: Page {
  package static let template = "admin/overview"
  let site: SiteFrame
  let frame: AdminFrame
  let waiting: String?
  let accounts: String?
  let queuePath = Paths.moderation
  let groups: [GroupFields]
  let running: RunningFields?

  /// Whether there is anything on it for somebody.
  package static func isFor(_ viewer: Viewer) -> Bool { !AdminFrame.groups(for: viewer).isEmpty }

  /// What waits for the reader in the queue.
  package struct Waiting: Sendable {
    let all: Int
    let accounts: Int
    package init(all: Int, accounts: Int) { (self.all, self.accounts) = (all, accounts) }
  }

  /// How the server does, for those who run it.
  package struct Running: Sendable {
    let lastGood: KeptBackup?
    let overdueMail: Int
    let opening: OpeningDay
    package init(backups: [KeptBackup], overdueMail: Int, opening: OpeningDay) {
      (lastGood, self.overdueMail, self.opening) = (backups.first(where: \.isVerified), overdueMail, opening)
    }
  }

  /// Nil stands for what the reader has no part in.
  package init(waiting: Waiting?, running: Running?, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("admin.title"))
    frame = AdminFrame(maker)
    self.waiting = waiting.map { words.text("admin.waiting", ["count": .number($0.all)]) }
    accounts = waiting.flatMap { $0.accounts == 0 ? nil : words.text("admin.waiting.accounts", ["count": .number($0.accounts)]) }
    groups = AdminFrame.groups(for: maker.viewer).map { group in
      GroupFields(
        id: "group-\(group.group.rawValue)", name: words.text("admin.group.\(group.group.rawValue)"),
        places: group.places.map { place in
          PlaceFields(name: words.text("admin.\(place.name)"), path: place.path, about: words.text("admin.about.\(place.name)"))
        })
    }
    self.running = running.map { RunningFields($0, maker: maker) }
  }

  private init() {
    (site, frame, waiting, accounts) = (.sample, .sample, "3 things wait in the queue", "1 of them is an account.")
    groups = [
      GroupFields(
        id: "group-order", name: "Keeping order",
        places: [PlaceFields(name: "Queue", path: "/moderation", about: "What waits for a person.")])
    ]
    running = .sample
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "waiting": waiting.map(Field.text) ?? .nothing
    case "accounts": accounts.map(Field.text) ?? .nothing
    case "queuePath": .text(queuePath)
    case "groups": .many(groups)
    case "running": running.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = AdminPage()

  /// Pages about one thing.
  struct GroupFields: Fields {
    let id: String
    let name: String
    let places: [PlaceFields]
    func field(_ field: String) -> Field? {
      switch field {
      case "id": .text(id)
      case "name": .text(name)
      case "places": .many(places)
      default: nil
      }
    }
  }

  /// A page with what it is for.
  struct PlaceFields: Fields {
    let name: String
    let path: String
    let about: String
    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      case "about": .text(about)
      default: nil
      }
    }
  }

  /// The last good backup, and mail that has not left.
  struct RunningFields: Fields {
    let lastGood: TimeText?
    let mail: String?
    /// What is missing before the public comes; nil where nothing is.
    let missing: String?
    let openingPath = Paths.opening

    init(_ running: Running, maker: PageMaker) {
      lastGood = running.lastGood.map { maker.time($0.madeAt) }
      mail = running.overdueMail == 0 ? nil : maker.words.text("admin.overdueMail", ["count": .number(running.overdueMail)])
      missing = running.opening.missing.isEmpty ? nil : OpeningPage.count(running.opening, maker)
    }

    private init() { (lastGood, mail, missing) = (.sample, "3 letters have not left yet.", "2 things are missing.") }

    func field(_ field: String) -> Field? {
      switch field {
      case "lastGood": lastGood.map(Field.one) ?? .nothing
      case "mail": mail.map(Field.text) ?? .nothing
      case "missing": missing.map(Field.text) ?? .nothing
      case "openingPath": .text(openingPath)
      default: nil
      }
    }

    static let sample = RunningFields()
  }
}
