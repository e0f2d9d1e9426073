package import Database

/// Tells who follows a topic, its category, its tags or its author, some hundreds in one write: an event with ten thousand followers
/// holds up nobody, and goes on where it was stopped.
package enum TellFollowers {
  /// The most choices looked at in one write.
  package static let part = 500

  /// Notes that followers are to be told, if there are any.
  static func begin(_ event: RecordedEvent, _ post: ToldPost, in tx: Transaction) throws {
    guard try tx.exists("SELECT 1 FROM (\(try choices(of: post, "TRUE", in: tx))) AS chosen") else { return }
    try tx.run(
      """
      INSERT INTO telling (event_id, post_id, at, after_member) VALUES (\(event.id), \(post.id), \(event.at), 0)
      ON CONFLICT (event_id) DO NOTHING
      """)
  }

  /// One part of what there is to tell.
  package struct Part: Sendable, Equatable {
    package let told: [ToldNotice]
    /// Whether anybody is left to be told of anything.
    package let hasMore: Bool
  }

  /// Tells the next part of the oldest event.
  package static func goOn(in tx: Transaction) throws -> Part {
    guard let telling: Telling = try tx.first("SELECT event_id, post_id, at, after_member FROM telling ORDER BY event_id LIMIT 1") else {
      return Part(told: [], hasMore: false)
    }
    guard let post = try ToldPost.find(telling.post, in: tx), post.isStanding else {
      return Part(told: [], hasMore: try end(telling, in: tx))
    }
    let choices = try choices(of: post, after: telling.after, in: tx)
    let told = try tell(post, by: choices.whole, at: telling.at, in: tx)
    guard choices.isCut, let last = choices.whole.last?.member else { return Part(told: told, hasMore: try end(telling, in: tx)) }
    try tx.run("UPDATE telling SET after_member = \(last) WHERE event_id = \(telling.event)")
    return Part(told: told, hasMore: true)
  }

  /// Whether a member follows what a post stands in by mail, as they chose it at this moment.
  static func wantsMail(_ member: MemberID, of post: PostID, in tx: Transaction) throws -> Bool {
    guard let post = try ToldPost.find(post, in: tx) else { return false }
    let chosen: [Choice] = try tx.all(try choices(of: post, "follow.member_id = \(member)", in: tx))
    return FollowTable.wants(chosen.map { ($0.kind, $0.level) }, post.sends, byMail: true)
  }

  /// Whether more events are left.
  private static func end(_ telling: Telling, in tx: Transaction) throws -> Bool {
    try tx.run("DELETE FROM telling WHERE event_id = \(telling.event)")
    return try tx.exists("SELECT 1 FROM telling")
  }

  private static func tell(_ post: ToldPost, by choices: [Choice], at: Timestamp, in tx: Transaction) throws -> [ToldNotice] {
    let byMember = Dictionary(grouping: choices, by: \.member).mapValues { $0.map { ($0.kind, $0.level) } }
    let wanting = byMember.filter { FollowTable.wants($0.value, post.sends) }
    guard !wanting.isEmpty else { return [] }
    let kind: NoticeKind = post.kind == .opening ? .opened : .written
    return try post.tell(wanting.keys.sorted(), kind, but: post.author, at: at, in: tx).map { notice in
      let isMailed = FollowTable.wants(wanting[notice.member] ?? [], post.sends, byMail: true)
      return ToldNotice(id: notice.id, member: notice.member, mail: isMailed ? .followed : nil)
    }
  }

  private static func choices(of post: ToldPost, after: MemberID, in tx: Transaction) throws -> (whole: [Choice], isCut: Bool) {
    var chosen: [Choice] = try tx.all(
      """
      SELECT member_id, kind, level FROM (\(try choices(of: post, "follow.member_id > \(after)", in: tx))) AS chosen
      ORDER BY member_id LIMIT \(part)
      """)
    let isCut = chosen.count == part
    // Somebody's choices may have been cut in two; nobody has more than eight that fit one post.
    if isCut, let last = chosen.last?.member { chosen.removeAll { $0.member == last } }
    return (chosen, isCut)
  }

  private struct Choice: SQLRow {
    let member: MemberID
    let kind: FollowTarget.Kind
    let level: FollowLevel

    init(_ row: inout Row) throws {
      member = try row.next()
      kind = try row.next()
      level = try row.next()
    }
  }

  private struct Telling: SQLRow {
    let event: Int64
    let post: PostID
    let at: Timestamp
    let after: MemberID

    init(_ row: inout Row) throws {
      event = try row.next()
      post = try row.next()
      at = try row.next()
      after = try row.next()
    }
  }

  /// The choices that concern a post, each sort of target by its own index. Who follows somebody learns nothing of what stands without
  /// that name.
  private static func choices(of post: ToldPost, _ whose: SQL, in tx: Transaction) throws -> SQL {
    let tags = try tx.values("SELECT tag_id FROM topic_tag WHERE topic_id = \(post.topic) ORDER BY tag_id", as: TopicTagID.self)
    let targets: [FollowTarget] =
      [.topic(post.topic), .category(post.category)] + tags.map { .tag($0) } + (post.isNameless ? [] : [.member(post.author)])
    return targets.map { target -> SQL in
      """
      SELECT follow.member_id AS member_id, follow.kind AS kind, follow.level AS level FROM follow
      WHERE follow.kind = \(target.kind) AND follow.target_id = \(target.number) AND \(whose)
      """
    }.joined(" UNION ALL ")
  }
}

extension ToldPost {
  /// What it is, in the words of the table of levels.
  fileprivate var sends: FollowSends {
    switch kind {
    case .opening: .topics
    case .answer, .reply: .replies
    case .remark: .remarks
    }
  }
}

extension FollowTable {
  /// Whether any of somebody's choices sends this, or sends it by mail. What they chose for a topic counts there in place of its
  /// category and tags.
  static func wants(_ choices: [(FollowTarget.Kind, FollowLevel)], _ what: FollowSends, byMail: Bool = false) -> Bool {
    let isChosen = choices.contains { $0.0 == .topic }
    return choices.contains { kind, level in
      let sent = sends(level, of: kind)
      return !(isChosen && (kind == .category || kind == .tag)) && sent.contains(what) && (!byMail || sent.contains(.mail))
    }
  }
}
