import Community
import Database
import Pages

/// A message taken from the queue, on its way to the transport.
struct QueuedMail: Sendable, SQLRow {
  let id: Int64
  let messageID: String
  private(set) var toName: String
  private(set) var toAddress: String
  private(set) var subject: String
  private(set) var text: String
  private(set) var html: String
  let createdAt: Timestamp
  let attempts: Int
  /// The notice it tells of, and which kind of mail that is; nil for mail that was written when it was queued.
  let notice: (id: NoticeID, kind: NoticeMail, member: MemberID)?
  /// Where mail like this is stopped by one press of a program.
  private(set) var stopURL: String?

  init(_ row: inout Row) throws {
    id = try row.next()
    messageID = try row.next()
    toName = try row.next()
    toAddress = try row.next()
    subject = try row.next()
    text = try row.next()
    html = try row.next()
    createdAt = try row.next()
    attempts = try row.next()
    let kind: String = try row.next()
    let member: MemberID? = try row.next()
    let id: NoticeID? = try row.next()
    notice = if let id, let member, let kind = NoticeMail(rawValue: kind) { (id, kind, member) } else { nil }
  }

  /// Takes the message that is due longest. From here on it counts as perhaps sent, whatever happens to this process.
  static func claim(in tx: Transaction) throws -> QueuedMail? {
    try tx.first(
      """
      UPDATE mail SET state = 'sending', attempts = attempts + 1
      WHERE id = (SELECT id FROM mail WHERE state = 'queued' AND due_at <= \(tx.now) ORDER BY due_at, id LIMIT 1)
      RETURNING id, message_id, to_name, to_address, subject, body_text, body_html, created_at, attempts, kind, member_id, notice_id
      """)
  }

  /// The same message with what was written just now.
  func carrying(_ written: NoticeLetters.Addressed) -> QueuedMail {
    var mail = self
    (mail.toName, mail.toAddress, mail.stopURL) = (written.name, written.address, written.stopURL)
    (mail.subject, mail.text, mail.html) = (written.letter.subject, written.letter.text, written.letter.html)
    return mail
  }

  /// Takes a message out of the queue that nobody is to get.
  func drop(in tx: Transaction) throws { try tx.run("DELETE FROM mail WHERE id = \(id)") }

  /// Messages that a crash left half sent may have arrived: they are never sent again. Their numbers, for the log.
  static func giveUpHalfSent(in tx: Transaction) throws -> [Int64] {
    try tx.values(
      """
      UPDATE mail SET state = 'unknown', reply = 'the server stopped while this was being sent', finished_at = \(tx.now),
        body_text = '', body_html = '' WHERE state = 'sending' RETURNING id
      """)
  }

  /// Puts the message back until `dueAt`.
  func postpone(until dueAt: Timestamp, reply: String, in tx: Transaction) throws {
    try tx.run("UPDATE mail SET state = 'queued', due_at = \(dueAt), reply = \(reply) WHERE id = \(id) AND state = 'sending'")
  }

  /// Ends the message's way; its words, which may hold links that still work, go.
  func finish(_ state: String, reply: String, in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE mail SET state = \(state), reply = \(reply), finished_at = \(tx.now), body_text = '', body_html = ''
      WHERE id = \(id) AND state = 'sending'
      """)
  }
}
