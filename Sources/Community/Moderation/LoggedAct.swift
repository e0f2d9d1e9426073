package import Database

/// The log as moderators read it: every act with who, whom and why, newest first.
package struct LoggedAct: Sendable, SQLRow {
  package static let pageSize = 50
  package let id: ActID
  package let at: Timestamp
  package let kind: ActKind
  package let rule: ActRule
  /// Nil for the program.
  package let actor: String?
  package let member: (name: String, handle: String)?
  package let post: PostID?
  package let topic: TopicID?
  package let category: String?
  package let until: Timestamp?
  package let detail: String
  package let words: String
  package let note: String
  /// Whether it was taken back.
  package let isUndone: Bool
  /// Whether it takes another back.
  package let isUndoing: Bool
  /// The act that stands for all that was done by the same press; nil for that one itself, for one alone, and where that one cannot be taken
  /// back: words of a profile are not kept.
  package let batch: ActID?

  /// What the log is narrowed to.
  package struct Filter: Sendable, Equatable {
    package var kind: ActKind?
    package var rule: ActRule?
    /// Of whoever did it or whom it is about.
    package var handle: String?

    package init(kind: ActKind? = nil, rule: ActRule? = nil, handle: String? = nil) {
      self.kind = kind
      self.rule = rule
      self.handle = handle
    }
  }

  package init(_ row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    kind = try row.next()
    rule = try row.next()
    actor = try row.next()
    let (name, handle): (String?, String?) = (try row.next(), try row.next())
    member = if let name, let handle { (name, handle) } else { nil }
    post = try row.next()
    topic = try row.next()
    category = try row.next()
    until = try row.next()
    detail = try row.next()
    words = try row.next()
    note = try row.next()
    isUndone = try row.next()
    isUndoing = try row.next()
    batch = try row.next()
  }

  /// A page of it below an act, one more than ``pageSize`` where it goes on. Who looks after some categories reads what was done there.
  /// Throws ``ForumError/notFound`` for who reads nothing of it.
  package static func list(
    _ filter: Filter, before: ActID? = nil, most: Int = pageSize + 1, for actor: Actor, in tx: Transaction
  ) throws -> [LoggedAct] {
    var condition: SQL = "act.id < \(before?.rawValue ?? .max)"
    if let kind = filter.kind { condition = "\(condition) AND act.kind = \(kind)" }
    if let rule = filter.rule { condition = "\(condition) AND act.rule = \(rule)" }
    if let handle = filter.handle {
      let theirs: SQL = "(SELECT id FROM member WHERE handle = \(handle))"
      condition = "\(condition) AND (act.actor_id = \(theirs) OR \(Act.isAbout(theirs)))"
    }
    return try tx.all(
      """
      SELECT act.id, act.at, act.kind, act.rule, actor.name, subject.name, subject.handle, act.post_id, act.topic_id, category.name, act.until_at,
        act.detail, coalesce(act_text.words, ''), coalesce(act_text.note, ''), undoing.id IS NOT NULL, act.undoes IS NOT NULL, first.id
      FROM act
      LEFT JOIN act_text ON act_text.act_id = act.id
      LEFT JOIN member actor ON actor.id = \(Act.now("act.actor_id"))
      LEFT JOIN member subject ON subject.id = \(Act.now("act.member_id"))
      LEFT JOIN category ON category.id = act.category_id
      LEFT JOIN act undoing ON undoing.undoes = act.id
      LEFT JOIN act first ON first.id = act.batch AND NOT (first.kind = 'hide' AND first.post_id IS NULL)
      WHERE \(condition) AND \(isTheirs(actor)) ORDER BY act.id DESC LIMIT \(most)
      """)
  }

  /// One act, for who may read it.
  package static func find(_ id: ActID, for actor: Actor, in tx: Transaction) throws -> LoggedAct? {
    try list(Filter(), before: ActID(rawValue: id.rawValue + 1), most: 1, for: actor, in: tx).first { $0.id == id }
  }

  private static func isTheirs(_ actor: Actor) -> SQL {
    if actor.may(.readLog) { return "(act.category_id IS NULL OR \(Visibility.categories(actor.viewer)))" }
    return actor.viewer.maySomewhere(.readLog) ? "act.category_id \(anyOf: actor.viewer.moderated)" : "FALSE"
  }
}
