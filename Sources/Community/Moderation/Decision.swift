package import Database

/// An act as the person it is about may read it: what, why, by whom, in which words. Once they may ask for a second look.
package struct Decision: Sendable, SQLRow {
  package static let mostListed = 50
  package let act: ActID
  package let kind: ActKind
  package let rule: ActRule
  package let at: Timestamp
  package let until: Timestamp?
  /// Whether a person decided; else the program, by the rule.
  package let isByPerson: Bool
  package let words: String
  package let topicTitle: String?
  package let post: PostID?
  /// When it was taken back, by whom does not matter.
  package let isUndone: Bool
  package let look: Look?

  /// The second look: asked for, and what came of it.
  package struct Look: Sendable, Equatable {
    package let askedAt: Timestamp
    package let words: String
    package let doneAt: Timestamp?
    package let isUndone: Bool
    package let answer: String
  }

  package init(_ row: inout Row) throws {
    act = try row.next()
    kind = try row.next()
    rule = try row.next()
    at = try row.next()
    until = try row.next()
    isByPerson = try row.next()
    words = try row.next()
    topicTitle = try row.next()
    post = try row.next()
    isUndone = try row.next()
    let askedAt: Timestamp? = try row.next()
    let (lookWords, doneAt, outcome, answer): (String, Timestamp?, String?, String) = (
      try row.next(), try row.next(), try row.next(), try row.next()
    )
    look = askedAt.map { Look(askedAt: $0, words: lookWords, doneAt: doneAt, isUndone: outcome == "undone", answer: answer) }
  }

  /// Lets the member know: in the site at once, by mail after the commit.
  static func tell(_ member: MemberID, of act: ActID, by actor: MemberID?, in tx: Transaction) throws {
    try tx.run("INSERT INTO decision (act_id, member_id) VALUES (\(act), \(member)) ON CONFLICT (act_id) DO NOTHING")
    try tx.record(Event(.decided, actor: actor, member: member, detail: String(act.rawValue)))
  }

  /// What was decided about the actor's own, newest first.
  package static func all(of actor: Actor, in tx: Transaction) throws -> [Decision] {
    try tx.all("\(select(for: actor.viewer)) WHERE decision.member_id = \(actor.id) ORDER BY decision.act_id DESC LIMIT \(mostListed)")
  }

  /// One of them; nil for one about somebody else.
  package static func find(_ act: ActID, of actor: Actor, in tx: Transaction) throws -> Decision? {
    try tx.first("\(select(for: actor.viewer)) WHERE decision.act_id = \(act) AND decision.member_id = \(actor.id)")
  }

  /// The one a link in a mail leads to, for who may be signed out for good.
  package static func find(_ token: SecretToken, in tx: Transaction) throws -> Decision? {
    try tx.first("\(select(for: .visitor)) WHERE decision.token_hash = \(token.hash)")
  }

  /// The title of a topic is shown to who began it, and to who wrote in it unless it has since gone where they cannot see it: then the act
  /// stands without.
  private static func select(for viewer: Viewer) -> SQL {
    """
    SELECT act.id, act.kind, act.rule, act.at, act.until_at, act.actor_id IS NOT NULL, coalesce(act_text.words, ''),
      CASE WHEN post.author_id = decision.member_id AND (topic.author_id = decision.member_id OR \(Visibility.standing(viewer)))
        THEN topic.title END, post.id, undoing.id IS NOT NULL,
      decision.look_asked_at, decision.look_words, decision.look_done_at, decision.look_outcome, decision.look_answer
    FROM decision JOIN act ON act.id = decision.act_id
    LEFT JOIN act_text ON act_text.act_id = act.id
    LEFT JOIN post ON post.id = act.post_id
    LEFT JOIN topic ON topic.id = post.topic_id
    LEFT JOIN act undoing ON undoing.undoes = act.id
    """
  }
}
