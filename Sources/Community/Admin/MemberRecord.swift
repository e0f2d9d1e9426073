package import Database

/// What the site holds about a member, to be handed to them when they ask. What only they read (messages, drafts, what they follow and keep)
/// is counted, since nobody else may read it; moments are milliseconds since 1970, UTC.
package struct MemberRecord: Sendable, Encodable {
  /// The most topics, posts and decisions it holds, the newest of them.
  package static let most = 10_000
  let account: Account
  let formerHandles: [String]
  let interests: [String]
  let sessions: [Session]
  let topics: [Topic]
  let posts: [Post]
  let decisions: [Decided]
  let counts: [String: Int]

  struct Account: Sendable, Encodable {
    let id: Int64
    let name: String
    let handle: String
    let role: String
    let email: String?
    let emailVerifiedAt: Int64?
    let bio: String
    let timeZone: String
    let language: String?
    let theme: String
    let createdAt: Int64
    let seenAt: Int64?
    let activeDays: Int
    let isImported: Bool
    let isCustomer: Bool
    let suspendedUntil: Int64?
    let silencedUntil: Int64?
    let awayUntil: Int64?
    let awayNote: String
  }

  struct Session: Sendable, Encodable {
    let createdAt: Int64
    let seenAt: Int64
    let agent: String
  }

  struct Topic: Sendable, Encodable {
    let id: Int64
    let title: String
    let createdAt: Int64
    let isRemoved: Bool
  }

  struct Post: Sendable, Encodable {
    let id: Int64
    let topic: Int64
    let kind: String
    let text: String
    let createdAt: Int64
    let editedAt: Int64?
    let votes: Int
    let isRemoved: Bool
  }

  struct Decided: Sendable, Encodable {
    let kind: String
    let rule: String
    let at: Int64
    let until: Int64?
    let words: String
  }

  /// Writes into the log that it was handed out. Throws ``ForumError/notFound`` for nobody, and for who does not manage members.
  package static func export(_ member: MemberID, by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageMembers), try MemberSheet.isThere(member, in: tx) else { throw ForumError.notFound }
    try tx.log(Act(.export, by: .person(actor.id), member: member))
  }

  /// Throws ``ForumError/notFound`` as ``export(_:by:in:)`` does.
  package static func load(_ member: MemberID, for actor: Actor, in tx: Transaction) throws -> MemberRecord {
    guard actor.may(.manageMembers), let account = try account(member, in: tx) else { throw ForumError.notFound }
    return MemberRecord(
      account: account,
      formerHandles: try tx.values("SELECT handle FROM former_handle WHERE member_id = \(member) ORDER BY until_at", as: String.self),
      interests: try tx.values(
        "SELECT tag.name FROM interest JOIN tag ON tag.id = interest.tag_id WHERE interest.member_id = \(member) ORDER BY tag.name",
        as: String.self),
      sessions: try tx.all("SELECT created_at, seen_at, agent FROM session WHERE member_id = \(member) ORDER BY seen_at DESC, id DESC") {
        Session(createdAt: try $0.next(), seenAt: try $0.next(), agent: try $0.next())
      },
      topics: try tx.all(
        """
        SELECT id, title, created_at, deleted_at IS NOT NULL OR hidden FROM topic WHERE author_id = \(member)
        ORDER BY created_at DESC, id DESC LIMIT \(most)
        """
      ) { Topic(id: try $0.next(), title: try $0.next(), createdAt: try $0.next(), isRemoved: try $0.next()) },
      posts: try posts(member, in: tx), decisions: try decisions(member, in: tx), counts: try counts(member, in: tx))
  }

  private static func account(_ member: MemberID, in tx: Transaction) throws -> Account? {
    try tx.first(
      """
      SELECT id, name, handle, role, email, email_verified_at, bio, time_zone, language, theme, created_at, seen_at, active_days, imported,
        EXISTS (SELECT 1 FROM customer WHERE customer.member_id = member.id), suspended_until, silenced_until, away_until, away_note
      FROM member WHERE id = \(member) AND merged_into IS NULL
      """
    ) { row in
      Account(
        id: try row.next(), name: try row.next(), handle: try row.next(), role: try row.next(), email: try row.next(),
        emailVerifiedAt: try row.next(), bio: try row.next(), timeZone: try row.next(), language: try row.next(), theme: try row.next(),
        createdAt: try row.next(), seenAt: try row.next(), activeDays: try row.next(), isImported: try row.next(),
        isCustomer: try row.next(), suspendedUntil: try row.next(), silencedUntil: try row.next(), awayUntil: try row.next(),
        awayNote: try row.next())
    }
  }

  private static func posts(_ member: MemberID, in tx: Transaction) throws -> [Post] {
    try tx.all(
      """
      SELECT id, topic_id, kind, body, created_at, edited_at, vote_count, deleted_at IS NOT NULL OR hidden FROM post WHERE author_id = \(member)
      ORDER BY created_at DESC, id DESC LIMIT \(most)
      """
    ) { row in
      Post(
        id: try row.next(), topic: try row.next(), kind: try row.next(), text: try row.next(), createdAt: try row.next(),
        editedAt: try row.next(), votes: try row.next(), isRemoved: try row.next())
    }
  }

  /// What they were told of acts about them.
  private static func decisions(_ member: MemberID, in tx: Transaction) throws -> [Decided] {
    try tx.all(
      """
      SELECT act.kind, act.rule, act.at, act.until_at, coalesce(act_text.words, '') FROM decision JOIN act ON act.id = decision.act_id
      LEFT JOIN act_text ON act_text.act_id = act.id WHERE decision.member_id = \(member) ORDER BY decision.act_id DESC LIMIT \(most)
      """
    ) { Decided(kind: try $0.next(), rule: try $0.next(), at: try $0.next(), until: try $0.next(), words: try $0.next()) }
  }

  private static func counts(_ member: MemberID, in tx: Transaction) throws -> [String: Int] {
    let rows: [(String, SQL)] = [
      ("topics", "topic WHERE author_id = \(member)"), ("posts", "post WHERE author_id = \(member)"),
      ("messages", "conversation_part WHERE author_id = \(member)"), ("drafts", "draft WHERE member_id = \(member) AND state = 'kept'"),
      ("votes", "vote WHERE member_id = \(member)"), ("meToos", "me_too WHERE member_id = \(member)"),
      ("followed", "follow WHERE member_id = \(member)"), ("bookmarks", "bookmark WHERE member_id = \(member)"),
      ("notices", "notice WHERE member_id = \(member)"), ("reports", "report WHERE member_id = \(member)"),
      ("blocked", "member_block WHERE member_id = \(member)"), ("pictures", "picture WHERE member_id = \(member) AND NOT going"),
      ("notes", "member_note WHERE member_id = \(member)"),
    ]
    return Dictionary(uniqueKeysWithValues: try rows.map { ($0, try tx.value("SELECT count(*) FROM \($1)") ?? 0) })
  }
}
