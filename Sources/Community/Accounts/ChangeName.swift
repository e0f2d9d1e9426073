package import Database

/// Changes what the member is called; the handle stays.
package struct ChangeName: Sendable {
  let name: DisplayName
  package init(to name: DisplayName) { self.name = name }

  /// Throws ``ForumError/invalid(_:)`` for a name that is the company's, ``ForumError/tooSoon(_:until:)`` after five changes in a day.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard !(try tx.exists("SELECT 1 FROM member WHERE id = \(actor.id) AND name = \(name.text)")) else { return }
    try HeldMember.refuse(actor, in: tx)
    if !actor.viewer.role.speaksForTheCompany { try NameGuard.check(name.text, field: "name", me: actor.id, in: tx) }
    try AttemptLimit(.names, most: 5, per: .days(1)).count("member:\(actor.id.rawValue)", in: tx)
    try tx.run("UPDATE member SET name = \(name.text) WHERE id = \(actor.id)")
    try NameIndex.renew(actor.id, in: tx)
    try tx.record(Event(.nameChanged, actor: actor.id, member: actor.id))
  }
}

extension Role {
  /// Who may be called by a reserved word: those a customer must be able to trust by their name.
  var speaksForTheCompany: Bool { isOfTheCompany || self == .moderator }
}
