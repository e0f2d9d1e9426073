package import Database

/// What may come by mail, each kind stopped and wanted by itself.
package enum NoticeMail: String, Sendable, CaseIterable, SQLConvertible {
  case answered, message, replied, mentioned, accepted
  /// What is followed at the level "everything by mail".
  case followed
  /// Questions nobody has answered, offered to who lets themselves be asked.
  case offered
  /// Each new question, for the company; nobody gets it who has not chosen it.
  case question

  /// What members get who have chosen nothing.
  package static let usual = Set(allCases).subtracting([.question])

  /// By which mail a notice may come; what is followed comes by mail only where its level says so.
  init?(_ kind: NoticeKind) {
    switch kind {
    case .answered: self = .answered
    case .message: self = .message
    case .replied: self = .replied
    case .mentioned: self = .mentioned
    case .accepted: self = .accepted
    case .offered: self = .offered
    // Of a decision, and of what came of a report, there is mail whatever is wanted: it has a way of its own.
    case .remarked, .solved, .opened, .written, .decided, .reported: return nil
    }
  }
}

/// Which kinds of mail a member wants: the usual ones, unless they chose otherwise.
package enum MailChoices {
  package static func wanted(by member: MemberID, in tx: Transaction) throws -> Set<NoticeMail> {
    let chosen = try tx.all("SELECT kind, wanted FROM mail_choice WHERE member_id = \(member)") { row in
      (kind: try row.next(String.self), isWanted: try row.next(Bool.self))
    }
    return Set(
      NoticeMail.allCases.filter { kind in chosen.first { $0.kind == kind.rawValue }?.isWanted ?? NoticeMail.usual.contains(kind) })
  }

  /// Wants exactly these kinds from now on.
  package static func set(_ wanted: Set<NoticeMail>, by member: MemberID, in tx: Transaction) throws {
    for kind in NoticeMail.allCases { try set(kind, wanted: wanted.contains(kind), by: member, in: tx) }
  }

  /// Wants one kind or no more of it.
  package static func set(_ kind: NoticeMail, wanted: Bool, by member: MemberID, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO mail_choice (member_id, kind, wanted) VALUES (\(member), \(kind), \(wanted))
      ON CONFLICT (member_id, kind) DO UPDATE SET wanted = excluded.wanted
      """)
  }
}

/// Links that stop one kind of mail for one member, without signing in: only a hash is kept. They do nothing else, and work more than once,
/// since programs press them too.
package enum MailStops {
  /// Mail is read late.
  package static let lifetime = Span.days(90)

  /// What a link stops.
  package struct Holder: Sendable, Equatable {
    package let member: MemberID
    package let kind: NoticeMail
    /// Whether the member wants that mail now.
    package let isWanted: Bool
  }

  package static func issue(_ token: SecretToken, _ kind: NoticeMail, for member: MemberID, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO mail_stop (token_hash, member_id, kind, expires_at)
      VALUES (\(token.hash), \(member), \(kind), \(tx.now + lifetime))
      """)
  }

  /// Nil for a link that is not good any more.
  package static func holder(_ token: SecretToken, in tx: Transaction) throws -> Holder? {
    let found = try tx.first("SELECT member_id, kind FROM mail_stop WHERE token_hash = \(token.hash) AND expires_at > \(tx.now)") { row in
      (member: try row.next(MemberID.self), kind: try row.next(NoticeMail.self))
    }
    return try found.map { found in
      Holder(member: found.member, kind: found.kind, isWanted: try MailChoices.wanted(by: found.member, in: tx).contains(found.kind))
    }
  }
}
