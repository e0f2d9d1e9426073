package import Database

/// Somebody asks the moderators to look. Its author never learns of it.
package struct FileReport: Sendable {
  let subject: ReviewSubject
  let reason: ReportReason
  let note: PlainNote

  package init(_ subject: ReviewSubject, reason: ReportReason, note: PlainNote) {
    self.subject = subject
    self.reason = reason
    self.note = note
  }

  /// Who reports: a member, or a visitor from a network address, with one of e-mail if they want an answer, and what their form looked like.
  package enum Reporter: Sendable {
    case member(Actor)
    case visitor(from: String, answerTo: EmailAddress?, suspicion: Suspicion)

    var viewer: Viewer {
      switch self {
      case .member(let actor): actor.viewer
      case .visitor: .visitor
      }
    }
    var member: MemberID? { viewer.memberID }
  }

  /// A second report of the same thing by the same person changes nothing. Throws ``ForumError/notFound`` for what they may not see, and for
  /// what is their own.
  package func perform(by reporter: Reporter, in tx: Transaction) throws {
    guard try isReportable(by: reporter.viewer, in: tx) else { throw ForumError.notFound }
    let address = try count(reporter, in: tx)
    if try hasReported(reporter, address, in: tx) { return }
    let weight = try weight(of: reporter, in: tx)
    let review = try Review.open(subject, .reported, .other, weight: weight, in: tx)
    try tx.run(
      """
      INSERT INTO report (review_id, member_id, address, reason, note, weight, at)
      VALUES (\(review), \(reporter.member), \(address), \(reason), \(note.text), \(weight), \(tx.now))
      ON CONFLICT (review_id, member_id) DO NOTHING
      """)
    try tx.record(Event(.reported, actor: reporter.member, detail: String(review.rawValue)))
  }

  /// What a program seems to have sent is looked at like all else, only last.
  private func weight(of reporter: Reporter, in tx: Transaction) throws -> Int {
    if case .visitor(_, _, let suspicion) = reporter, suspicion != .none { return 0 }
    return try ReporterRecord.weight(of: reporter.member, in: tx) + (reason == .danger ? 300 : 0)
  }

  private func count(_ reporter: Reporter, in tx: Transaction) throws -> String {
    switch reporter {
    case .member(let actor):
      try Self.ofMembers.count("member \(actor.id.rawValue)", in: tx)
      return ""
    case .visitor(let from, let answerTo, _):
      try Self.ofVisitors.count("address \(from)", in: tx)
      return answerTo?.text ?? ""
    }
  }

  private func isReportable(by viewer: Viewer, in tx: Transaction) throws -> Bool {
    switch subject {
    case .post(let post):
      try tx.exists(
        """
        SELECT 1 FROM post JOIN topic ON topic.id = post.topic_id
        WHERE post.id = \(post) AND \(Visibility.standing(viewer)) AND \(Visibility.standingPost) AND post.author_id <> \(viewer.memberID?.rawValue ?? 0)
        """)
    case .member(let member): try !viewer.isMember(member) && tx.exists("SELECT 1 FROM member WHERE id = \(member)")
    // Who reports a part has read it in its conversation: ``ReportPart`` has seen to that.
    case .part: viewer.memberID != nil
    }
  }

  private func hasReported(_ reporter: Reporter, _ address: String, in tx: Transaction) throws -> Bool {
    let (column, number) = subject.column
    let theirs: SQL =
      reporter.member.map { "report.member_id = \($0)" }
      ?? "report.member_id IS NULL AND report.address = \(address) AND report.reason = \(reason) AND report.note = \(note.text)"
    return try tx.exists(
      """
      SELECT 1 FROM review JOIN report ON report.review_id = review.id
      WHERE review.\(column) = \(number) AND review.settled_at IS NULL AND review.act_id IS NULL AND \(theirs)
      """)
  }

  private static let ofMembers = AttemptLimit(.reports, most: 20, per: .days(1))
  private static let ofVisitors = AttemptLimit(.reports, most: 5, per: .days(1))
}

/// How much somebody's reports weigh, by what became of the earlier ones.
enum ReporterRecord {
  static let usual = 100
  private static let ofVisitors = 60
  private static let mostCounted = 50

  /// From 17 for who was always wrong to 190 for who was always right; 100 for who never reported, 60 for a visitor.
  static func weight(of member: MemberID?, in tx: Transaction) throws -> Int {
    guard let member else { return ofVisitors }
    let outcomes = try tx.values(
      "SELECT upheld FROM report WHERE member_id = \(member) AND upheld IS NOT NULL ORDER BY at DESC LIMIT \(mostCounted)", as: Bool.self)
    return 2 * usual * (outcomes.count { $0 } + 1) / (outcomes.count + 2)
  }
}

extension ReportReason {
  /// The rule a report of this kind most often comes to.
  package var likelyRule: ActRule {
    switch self {
    case .unkind: .unkind
    case .spam: .spam
    case .danger: .danger
    case .unwanted, .other: .other
    }
  }
}
