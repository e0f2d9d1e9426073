import Database

/// What is of a member alone: it goes without a trace.
struct ErasedTraces {
  let member: MemberID

  /// The log and the events know the accounts that became theirs by the numbers those had.
  private var numbers: SQL { "(SELECT own.id FROM member own WHERE own.id = \(member) OR own.merged_into = \(member))" }

  func forget(in tx: Transaction) throws {
    try forgetSignIn(in: tx)
    for table in Self.ownTables { try tx.run("DELETE FROM \(SQL(trusted: table)) WHERE member_id = \(member)") }
    try tx.run("DELETE FROM follow WHERE kind = 'member' AND target_id = \(member)")
    try tx.run("DELETE FROM member_block WHERE blocked_id = \(member)")
    try tx.run("DELETE FROM matching_pass WHERE other_id = \(member)")
    try tx.run("DELETE FROM matching_shown WHERE other_id = \(member)")
    try tx.run("UPDATE conversation_member SET left_at = coalesce(left_at, \(tx.now)), muted = TRUE WHERE member_id = \(member)")
    try forgetPictures(in: tx)
    // An event's number stays, because readers of the log count on it; what it said of a person goes.
    try tx.run(
      """
      UPDATE event SET detail = '' WHERE (member_id IN \(numbers) OR actor_id IN \(numbers))
        AND kind IN ('handleChanged', 'emailChangeAsked', 'emailChanged', 'emailTriedAgain', 'mailBounced', 'membersJoined')
      """)
    // What they said with a mark.
    try tx.run("UPDATE objection SET note = '' WHERE member_id = \(member)")
    try tx.run("UPDATE acceptance_taken_back SET objection = '' WHERE objected_by = \(member) AND objection IS NOT NULL")
    try forgetModeration(in: tx)
  }

  /// What was said by them and about them where order is kept. The log keeps its numbers and hashes, and so stays whole.
  private func forgetModeration(in tx: Transaction) throws {
    let theirs: SQL = """
      (member_id IN \(numbers) OR post_id IN (SELECT id FROM post WHERE author_id = \(member))
        OR part_id IN (SELECT id FROM conversation_part WHERE author_id = \(member)))
      """
    try tx.run("DELETE FROM act_text WHERE act_id IN (SELECT id FROM act WHERE \(theirs))")
    try tx.run(
      "UPDATE decision SET look_words = '', look_answer = '', token_hash = NULL, message_id = NULL WHERE member_id = \(member)")
    try tx.run("DELETE FROM review_evidence WHERE review_id IN (SELECT id FROM review WHERE \(theirs))")
    try tx.run(
      "UPDATE report SET note = '', address = '' WHERE member_id = \(member) OR review_id IN (SELECT id FROM review WHERE \(theirs))")
  }

  /// Tables whose rows are their member's own. What others count on (votes, me-toos, marks) stays without a name.
  private static let ownTables = [
    "session", "former_handle", "mail", "mail_stop", "mail_choice", "question_mail", "submission", "draft", "follow", "bookmark", "notice",
    "read_mark", "interest", "message_choice", "member_block", "announcement_hidden", "member_word", "reader_place", "joined_member",
    "category_moderator", "category_host", "customer", "duplicate_proposal", "member_note", "terms_acceptance",
    "matching_choice", "matching_unused_topic", "matching_unused_tag", "matching_pass", "matching_shown", "question_offer",
  ]

  /// Counted attempts are filed under the member's number, their address, or the places their sessions came from.
  private func forgetSignIn(in tx: Transaction) throws {
    let key = try tx.first("SELECT email_key FROM member WHERE id = \(member)") { try $0.next(String?.self) } ?? nil
    let places = try tx.values("SELECT DISTINCT address FROM session WHERE member_id = \(member) AND address <> ''", as: String.self)
    try AttemptLimit.forget(
      ["\(member.rawValue)", "member:\(member.rawValue)", "member \(member.rawValue)"] + (key.map { [$0, "email:\($0)"] } ?? [])
        + places.flatMap { [$0, "address:\($0)", "address \($0)"] }, in: tx)
    if let key { try tx.run("DELETE FROM entry_rule WHERE kind = 'denyEmail' AND value = \(key)") }
    try tx.run("DELETE FROM token WHERE member_id = \(member)")
    if let key {
      for entry in CustomerEntry.matching(key) where entry.kind == .address {
        try tx.run("DELETE FROM customer_rule WHERE kind = \(entry.kind) AND key = \(entry.key)")
      }
    }
    if let key { try tx.run("DELETE FROM mail WHERE to_address = (SELECT email FROM member WHERE id = \(member)) OR to_address = \(key)") }
  }

  /// Their files go with those that nobody uses any more; from now on nobody is shown them.
  private func forgetPictures(in tx: Transaction) throws {
    try tx.run("DELETE FROM post_picture WHERE picture_id IN (SELECT id FROM picture WHERE member_id = \(member))")
    try tx.run(
      "UPDATE picture SET going = TRUE, unused_since = coalesce(unused_since, \(tx.now)), source = NULL WHERE member_id = \(member)")
  }
}
