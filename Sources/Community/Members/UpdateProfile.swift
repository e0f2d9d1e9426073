package import Database
import Markup

/// Changes what the member says of themselves and the zone their times are shown in.
package struct UpdateProfile: Sendable {
  let bio: Bio
  let timeZone: TimeZoneName
  package init(bio: Bio, timeZone: TimeZoneName) {
    self.bio = bio
    self.timeZone = timeZone
  }

  /// Throws ``ForumError/invalid(_:)`` `wordBlocked` at `bio`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try HeldMember.refuse(actor, in: tx)
    try WordCheck.refuseBlocked(bio: bio.text, WordRules.load(in: tx))
    let html = bio.text.isEmpty ? "" : bio.rendered.html
    try tx.run(
      "UPDATE member SET bio = \(bio.text), bio_html = \(html), time_zone = \(timeZone.text) WHERE id = \(actor.id)")
    try tx.record(Event(.profileChanged, actor: actor.id, member: actor.id))
  }
}

/// Chooses the zone times are shown in.
package struct SetTimeZone: Sendable {
  let zone: TimeZoneName
  package init(_ zone: TimeZoneName) { self.zone = zone }
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run("UPDATE member SET time_zone = \(zone.text) WHERE id = \(actor.id)")
  }
}

/// Chooses light or dark.
package struct SetTheme: Sendable {
  let theme: Theme
  package init(_ theme: Theme) { self.theme = theme }
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run("UPDATE member SET theme = \(theme) WHERE id = \(actor.id)")
  }
}

/// Switches single keys on or off.
package struct SetShortcuts: Sendable {
  let wanted: Bool
  package init(_ wanted: Bool) { self.wanted = wanted }
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run("UPDATE member SET shortcuts = \(wanted) WHERE id = \(actor.id)")
  }
}
