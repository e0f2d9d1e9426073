package import Database

/// What waits to be mailed, what could not be, and whose mail comes back: without a word of any letter, and no address in full.
package struct MailDesk: Sendable {
  /// How many wait, and since when the longest of those that are due.
  package let waiting: Int
  package let overdueSince: Timestamp?
  /// Those that were tried and wait for another try, the next first.
  package let tried: [Letter]
  /// Those that were given up, the last first.
  package let failed: [Letter]
  package let bounced: [Bounced]
  private static let most = 20

  /// A letter that did not go out.
  package struct Letter: Sendable, Equatable {
    package let id: MailID
    package let address: String
    package let reason: String
    package let at: Timestamp
    package let attempts: Int
    /// Whether there is anything left to send: of most letters given up the words are gone, as they may hold links.
    package let mayRetry: Bool
  }

  /// A member whose mail comes back.
  package struct Bounced: Sendable, Equatable {
    package let id: MemberID
    package let name: String
    package let address: String
    package let reason: String
    package let at: Timestamp
  }

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func load(by actor: Actor, in tx: Transaction) throws -> MailDesk {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let waiting: Int = try tx.value("SELECT count(*) FROM mail WHERE state = 'queued'") ?? 0
    let since: Timestamp? = try tx.value("SELECT due_at FROM mail WHERE state = 'queued' AND due_at <= \(tx.now) ORDER BY due_at LIMIT 1")
    let tried = try tx.all(
      "\(Self.letters) WHERE mail.state = 'queued' AND mail.attempts > 0 ORDER BY mail.due_at, mail.id LIMIT \(most)", letter)
    let failed = try tx.all(
      "\(Self.letters) WHERE mail.state IN ('failed', 'unknown') ORDER BY mail.finished_at DESC, mail.id DESC LIMIT \(most)", letter)
    let bounced = try tx.all(
      """
      SELECT id, name, coalesce(email, ''), bounce, bounced_at FROM member WHERE bounced_at IS NOT NULL
      ORDER BY bounced_at DESC, id DESC LIMIT \(most)
      """
    ) { row in
      let (id, name, address): (MemberID, String, String) = (try row.next(), try row.next(), try row.next())
      let reason: String = try row.next()
      return Bounced(
        id: id, name: name, address: shortened(address), reason: reason.hiding(address), at: try row.next())
    }
    return MailDesk(waiting: waiting, overdueSince: since, tried: tried, failed: failed, bounced: bounced)
  }

  private static let letters: SQL = """
    SELECT mail.id, CASE WHEN mail.to_address <> '' THEN mail.to_address ELSE coalesce(member.email, '') END, mail.reply,
      coalesce(mail.finished_at, mail.due_at), mail.attempts, \(RetryMail.possible)
    FROM mail LEFT JOIN member ON member.id = mail.member_id
    """

  private static func letter(_ row: inout Row) throws -> Letter {
    let (id, address, reason): (MailID, String, String) = (try row.next(), try row.next(), try row.next())
    return Letter(
      id: id, address: shortened(address), reason: reason.hiding(address), at: try row.next(), attempts: try row.next(),
      mayRetry: try row.next())
  }

  /// The first letter and the host, by which an admin knows it and nobody else learns it.
  static func shortened(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address.isEmpty ? "" : "…" }
    return "\(address.prefix(1))…\(address[at...])"
  }
}

extension String {
  /// What a mail server says often names whom it is about.
  fileprivate func hiding(_ address: String) -> String {
    address.isEmpty ? self : replacing(address, with: MailDesk.shortened(address))
  }
}

/// Sends a letter at the next moment that is not to wait, or was given up.
package struct RetryMail: Sendable {
  let id: MailID
  package init(_ id: MailID) { self.id = id }

  /// It waits for another try, or it is the mail of a notice, which is written anew. What may have been taken is never sent again.
  static let possible: SQL =
    "((mail.state = 'queued' AND mail.attempts > 0) OR (mail.state = 'failed' AND mail.notice_id IS NOT NULL))"

  /// Throws ``ForumError/conflict(_:)`` where there is nothing to send any more, ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let changed = try tx.run(
      "UPDATE mail SET state = 'queued', due_at = \(tx.now), finished_at = NULL WHERE id = \(id) AND \(Self.possible)")
    guard changed == 1 else { throw ForumError.conflict(.alreadyDone) }
    try SettingChange.log("mail retry \(id.rawValue)", by: actor, in: tx)
  }
}
