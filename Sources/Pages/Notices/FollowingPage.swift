package import Community
package import Templates

/// Everything a member chose a level for, each with its level to change, and what the levels send.
package struct FollowingPage: Page {
  package static let template = "notices/following"
  let site: SiteFrame
  let rows: [FollowedFields]
  let undo: UndoFields?
  let newestPath: String?
  let olderPath: String?
  let tables: [FollowTableFields]

  /// What was just changed: what it is called, its address, its level before and now.
  package struct Change: Sendable {
    let target: FollowTarget
    let name: String
    let address: String
    let before: FollowLevel
    let now: FollowLevel
    package init(_ target: FollowTarget, name: String, address: String, before: FollowLevel, now: FollowLevel) {
      (self.target, self.name, self.address, self.before, self.now) = (target, name, address, before, now)
    }
  }

  package init(_ list: FollowedList, change: Change?, isFirst: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("following.title"))
    rows = list.rows.map { FollowedFields($0, maker: maker) }
    undo = change.map { UndoFields($0, maker: maker) }
    newestPath = isFirst ? nil : Paths.following
    olderPath = list.older.map { "\(Paths.following)?before=\($0.text)" }
    tables = [
      FollowTableFields("topic", { $0.ofTopic }, maker: maker), FollowTableFields("others", { $0.ofOthers }, maker: maker),
    ]
  }

  private init() {
    (site, rows, undo, newestPath, olderPath, tables) = (.sample, [.sample], .sample, "/settings/following", "/x", [.sample])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    case "undo": undo.map(Field.one) ?? .nothing
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    case "tables": .many(tables)
    default: nil
    }
  }

  package static let sample = FollowingPage()
}

/// One thing that is followed, in the list of them.
struct FollowedFields: Fields {
  let name: String
  let path: String
  let kind: String
  let follow: FollowFields

  init(_ row: FollowedRow, maker: PageMaker) {
    name = row.name
    path = Paths.place(of: row.target, row.address)
    kind = maker.words.text("following.kind.\(row.target.kind.rawValue)")
    let key = "\(row.target.kind.rawValue)-\(row.target.number)"
    follow = FollowFields(
      row.target, row.address, row.level, label: maker.words.text("follow.label.named", ["name": .text(row.name)]), id: "level-\(key)",
      returnTo: "\(Paths.following)?changed=\(key)-\(row.level.rawValue)", maker: maker)
  }

  private init() { (name, path, kind, follow) = ("Labels", "/t/1", "Topic", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "path": .text(path)
    case "kind": .text(kind)
    case "follow": .one(follow)
    default: nil
    }
  }

  static let sample = FollowedFields()
}

/// The offer to take a change of level back.
struct UndoFields: Fields {
  let path: String
  let level: String
  let name: String
  let levelName: String

  init(_ change: FollowingPage.Change, maker: PageMaker) {
    path = Paths.follow(change.target, change.address)
    level = change.before.rawValue
    name = change.name
    levelName = maker.words.text("follow.level.\(change.now.rawValue)")
  }

  private init() { (path, level, name, levelName) = ("/t/1/follow", "mute", "Labels", "Normal") }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "level": .text(level)
    case "name": .text(name)
    case "levelName": .text(levelName)
    default: nil
    }
  }

  static let sample = UndoFields()
}
