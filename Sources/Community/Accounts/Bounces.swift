package import Database

/// Notes that mail to an address came back: no notice is mailed there until its member says that it works again. Links that somebody asks for
/// are sent all the same, as by them it is found out.
package struct NoteBounce: Sendable {
  let email: EmailAddress
  let reason: String
  /// `reason` is what the other server said, of which a line is kept.
  package init(of email: EmailAddress, reason: String) {
    self.email = email
    self.reason = String(oneLine(reason).prefix(200))
  }

  /// Throws ``ForumError/notFound`` when nobody has the address.
  package func perform(in tx: Transaction) throws {
    let member: MemberID? = try tx.value(
      """
      UPDATE member SET bounced_at = COALESCE(bounced_at, \(tx.now)), bounce = \(reason) WHERE email_key = \(email.key) RETURNING id
      """)
    guard let member else { throw ForumError.notFound }
    try tx.run("DELETE FROM mail WHERE member_id = \(member) AND state = 'queued' AND notice_id IS NOT NULL")
    try tx.record(Event(.mailBounced, member: member))
  }
}

/// Sends mail to the own address again.
package struct MendBounce: Sendable {
  package init() {}
  /// Does nothing where nothing came back.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let mended = try tx.run("UPDATE member SET bounced_at = NULL, bounce = '' WHERE id = \(actor.id) AND bounced_at IS NOT NULL")
    if mended > 0 { try tx.record(Event(.mailMended, actor: actor.id, member: actor.id)) }
  }
}
