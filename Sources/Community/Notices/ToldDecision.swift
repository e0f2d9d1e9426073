import Database

/// A decision that the member it is about is told of, whatever they muted.
struct ToldDecision {
  let act: ActID
  let member: MemberID

  /// Tells them, once more after a second look. What takes back an act they have not read of takes its notice away with it, and they are told
  /// of neither.
  func tell(at: Timestamp, in tx: Transaction) throws -> [ToldNotice] {
    try tx.run("DELETE FROM notice WHERE member_id = \(member) AND decision_id = \(act) AND at < \(at)")
    let told = try tx.all(
      """
      INSERT INTO notice (member_id, act, kind, decision_id, at)
      SELECT decision.member_id, \(NoticeKind.decided.act), \(NoticeKind.decided), decision.act_id, \(at)
      FROM decision JOIN act ON act.id = decision.act_id LEFT JOIN decision undone ON undone.act_id = act.undoes
      WHERE decision.act_id = \(act) AND decision.member_id = \(member)
        AND (undone.act_id IS NULL OR undone.look_asked_at IS NOT NULL OR EXISTS (SELECT 1 FROM notice earlier
          WHERE earlier.member_id = decision.member_id AND earlier.decision_id = undone.act_id AND earlier.read_at IS NOT NULL))
      ON CONFLICT (decision_id) DO NOTHING RETURNING id, member_id
      """
    ) { row in ToldNotice(id: try row.next(), member: try row.next(), mail: NoticeMail(.decided)) }
    let gone = try tx.run(
      """
      DELETE FROM notice WHERE member_id = \(member) AND read_at IS NULL AND decision_id = (SELECT undoes FROM act WHERE id = \(act))
      """)
    if gone > 0 { try tx.record(Event(.noticesRead, member: member)) }
    return told
  }
}

/// A report whose senders are told what came of it.
struct ToldReport {
  let review: ReviewID

  /// Tells the members among them, except who decided it. Answers the notices that were written.
  func tell(but actor: MemberID?, at: Timestamp, in tx: Transaction) throws -> [ToldNotice] {
    try tx.all(
      """
      INSERT INTO notice (member_id, act, kind, review_id, at)
      SELECT report.member_id, \(NoticeKind.reported.act), \(NoticeKind.reported), report.review_id, \(at) FROM report
      WHERE report.review_id = \(review) AND report.upheld IS NOT NULL AND report.member_id IS NOT NULL
        AND report.member_id <> \(actor?.rawValue ?? 0)
      ORDER BY report.id
      ON CONFLICT (member_id, review_id) DO NOTHING RETURNING id, member_id
      """
    ) { row in ToldNotice(id: try row.next(), member: try row.next(), mail: NoticeMail(.reported)) }
  }

  /// What was settled is open again.
  static func takeBack(_ reviews: [ReviewID], in tx: Transaction) throws {
    let members = try tx.values("DELETE FROM notice WHERE review_id \(anyOf: reviews) RETURNING member_id", as: MemberID.self)
    for member in members { try tx.record(Event(.noticesRead, member: member)) }
  }
}
