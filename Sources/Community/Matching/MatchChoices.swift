package import Database

/// What a member lets matching do. Nothing is done with people who were never asked, or who came with an import and never signed in.
package struct MatchChoices: Sendable, Equatable {
  /// They are suggested to others, and others to them.
  package var suggestMe = false
  /// Questions nobody has answered are offered to them.
  package var askMe = false
  /// What they wrote in public is used: for topics shown to themselves, and for people once ``suggestMe`` is on.
  package var usePosts = true
  /// What they read is used, for topics shown to themselves.
  package var useReading = false

  package init() {}

  package init(suggestMe: Bool, askMe: Bool, usePosts: Bool, useReading: Bool) {
    (self.suggestMe, self.askMe, self.usePosts, self.useReading) = (suggestMe, askMe, usePosts, useReading)
  }

  /// What somebody chose; nil for who never did, and is treated as `MatchChoices()`.
  package static func find(_ member: MemberID, in tx: Transaction) throws -> MatchChoices? {
    try tx.first("SELECT suggest_me, ask_me, use_posts, use_reading FROM matching_choice WHERE member_id = \(member)") { row in
      MatchChoices(suggestMe: try row.next(), askMe: try row.next(), usePosts: try row.next(), useReading: try row.next())
    }
  }
}

/// Chooses what matching may do from now on.
package struct SetMatchChoices: Sendable {
  let choices: MatchChoices
  package init(_ choices: MatchChoices) { self.choices = choices }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard try MatchChoices.find(actor.id, in: tx) != choices else { return }
    try tx.run(
      """
      INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at)
      VALUES (\(actor.id), \(choices.suggestMe), \(choices.askMe), \(choices.usePosts), \(choices.useReading), \(tx.now))
      ON CONFLICT (member_id) DO UPDATE SET suggest_me = excluded.suggest_me, ask_me = excluded.ask_me, use_posts = excluded.use_posts,
        use_reading = excluded.use_reading, at = excluded.at
      """)
    try tx.record(Event(.matchingChosen, actor: actor.id, member: actor.id))
  }
}
