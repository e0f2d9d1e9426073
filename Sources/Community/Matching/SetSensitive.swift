package import Database

/// Marks a category or a tag as sensitive, of illness or debt and the like: what is written there never suggests people, and asks nobody.
package struct SetSensitive: Sendable {
  package enum Place: Sendable, Equatable { case category(CategoryID), tag(TopicTagID) }
  let place: Place
  let wanted: Bool
  package init(_ place: Place, wanted: Bool) { (self.place, self.wanted) = (place, wanted) }

  /// Throws ``ForumError/forbidden(_:)`` and ``ForumError/notFound``. Done twice, it is done once.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    switch place {
    case .category(let id):
      _ = try CategorySheet.find(id, for: actor, in: tx)
      guard try tx.run("UPDATE category SET sensitive = \(wanted) WHERE id = \(id) AND sensitive <> \(wanted)") > 0 else { return }
      try tx.logCategory(id, wanted ? "sensitive" : "notSensitive", by: actor)
    case .tag(let id):
      let tag = try TagSheet.find(id, for: actor, in: tx)
      guard try tx.run("UPDATE tag SET sensitive = \(wanted) WHERE id = \(id) AND sensitive <> \(wanted)") > 0 else { return }
      try tx.log(
        Act(.setting, by: .person(actor.id), detail: "tag \(wanted ? "sensitive" : "notSensitive") \(id.rawValue)", note: tag.name))
      try tx.record(Event(.tagChanged, actor: actor.id, detail: wanted ? TagSheet.becameSensitive : ""))
    }
  }
}

extension TagSheet {
  /// What an event says of a tag that matching may not use from now on.
  static let becameSensitive = "sensitive"
}
