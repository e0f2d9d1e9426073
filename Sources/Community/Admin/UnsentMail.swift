package import Database

/// Mail that waits. What waits in data that was brought back may have been sent long ago, and a mail sent twice cannot be taken back: a link
/// can be asked for again.
package enum UnsentMail {
  /// How many letters should have left by now.
  package static func overdue(in tx: Transaction) throws -> Int {
    try tx.value("SELECT count(*) FROM mail WHERE state IN ('queued', 'sending') AND due_at <= \(tx.now)") ?? 0
  }

  /// How many are given up.
  package static func giveUp(in tx: Transaction) throws -> Int {
    try tx.run(
      """
      UPDATE mail SET state = 'unknown', reply = 'not sent again from a backup', finished_at = \(tx.now), body_text = '', body_html = ''
      WHERE state IN ('queued', 'sending')
      """)
  }
}
