package import Database

/// The queue of what waits for a person: how things come into it.
package enum Review {
  /// By when a person looks, unless an admin said otherwise.
  package static let usualHours = 24
  /// What is held stands behind what somebody complains of.
  private static let weightOfHeld = 50

  /// Takes a post from sight until a person has looked, by a rule of the machine; its author sees it with the rule and the hour. For the end
  /// of the write that made or changed the post.
  package static func hold(_ post: PostID, because rule: ActRule, detail: String = "", in tx: Transaction) throws {
    guard let old = try PostForChange.any(post, in: tx) else { throw ForumError.notFound }
    try PostStanding.hide(old, post: post, in: tx)
    try tx.log(
      Act(.hold, by: .machine, rule: rule, category: old.category, topic: old.topic, post: post, member: old.author, detail: detail))
    try open(.post(post), .held, rule, weight: weightOfHeld, in: tx)
    try tx.record(Event(.postHeld, member: old.author, topic: old.topic, post: post))
  }

  /// Whether a post waits for a person before anybody sees it.
  static func holds(_ post: PostID, in tx: Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM review WHERE post_id = \(post) AND settled_at IS NULL AND act_id IS NULL AND cause = 'held'")
  }

  /// Keeps a new account apart until a person has looked.
  package static func hold(_ member: MemberID, because rule: ActRule, detail: String = "", in tx: Transaction) throws {
    guard try tx.run("UPDATE member SET held_at = \(tx.now) WHERE id = \(member) AND held_at IS NULL") > 0 else { return }
    try tx.log(Act(.hold, by: .machine, rule: rule, member: member, detail: detail))
    try open(.member(member), .held, rule, weight: weightOfHeld, in: tx)
    try tx.record(Event(.memberHeld, member: member))
  }

  /// Puts something into the queue, or adds to what stands there for the same thing.
  @discardableResult static func open(
    _ subject: ReviewSubject, _ cause: ReviewCause, _ rule: ActRule, weight: Int, in tx: Transaction
  ) throws -> ReviewID {
    let (column, number) = subject.column
    let due = tx.now + .hours(Int64(try hours(in: tx)))
    let new: ReviewID? = try tx.value(
      """
      INSERT INTO review (cause, \(column), rule, weight, opened_at, due_at)
      VALUES (\(cause), \(number), \(rule), \(weight), \(tx.now), \(due)) ON CONFLICT DO NOTHING RETURNING id
      """)
    if let new {
      try ReviewEvidence.note(subject, in: new, in: tx)
      return new
    }
    let standing: ReviewID? = try tx.value(
      """
      UPDATE review SET weight = weight + \(weight), cause = CASE WHEN \(cause == .held) THEN 'held' ELSE cause END,
        rule = CASE WHEN \(cause == .held) THEN \(rule) ELSE rule END
      WHERE \(column) = \(number) AND settled_at IS NULL AND act_id IS NULL RETURNING id
      """)
    guard let standing else { throw ForumError.notFound }
    return standing
  }

  /// Within how many hours a person looks, as the community says.
  package static func hours(in tx: Transaction) throws -> Int {
    try PlainSetting.reviewHours.value(in: tx)
  }
}
