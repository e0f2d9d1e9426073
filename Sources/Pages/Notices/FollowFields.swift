import Community
package import Templates

/// The control with which somebody chooses how much to hear of something.
package struct FollowFields: Fields {
  let id: String
  let path: String
  let label: String
  let levels: [ChoiceFields]
  let returnTo: String?

  /// Nil without a level, as for a visitor. `address` is the target's slug, name or handle.
  init?(_ target: FollowTarget, _ address: String, _ level: FollowLevel?, maker: PageMaker) {
    guard let level else { return nil }
    self.init(
      target, address, level, label: maker.words.text("follow.label.\(target.kind.rawValue)"), id: "level", returnTo: nil, maker: maker)
  }

  /// In a list of several.
  init(
    _ target: FollowTarget, _ address: String, _ level: FollowLevel, label: String, id: String, returnTo: String?, maker: PageMaker
  ) {
    self.id = id
    self.label = label
    self.returnTo = returnTo
    path = Paths.follow(target, address)
    levels = FollowTable.lines.map { line in
      ChoiceFields(
        value: line.level.rawValue, label: maker.words.text("follow.level.\(line.level.rawValue)"), isChosen: line.level == level)
    }
  }

  private init() {
    (id, path, label, levels, returnTo) = ("level", "/t/1/follow", "Tell me of this topic", [.sample], "/settings/following")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "path": .text(path)
    case "label": .text(label)
    case "levels": .many(levels)
    // Beside its name in a list the label would say it twice.
    case "isListed": .flag(returnTo != nil)
    case "returnTo": returnTo.map(Field.text) ?? .nothing
    default: nil
    }
  }

  package static let sample = FollowFields()
}
