package import Database

/// Every fact about a member that matching goes by, each of which they can switch off: what they wrote in public, what they say interests
/// them, and whom they do not want suggested. Whom they spoke with, and when they were here, follows from what they wrote.
package struct MatchFacts: Sendable, Equatable {
  package static let pageSize = 50
  package let choices: MatchChoices
  package let interests: [Interest]
  /// Topics they wrote in, the newest first.
  package let topics: [Writing]
  /// Where the list of topics goes on; nil at its end.
  package let next: TopicID?
  package let passed: [Passed]

  /// A declared interest.
  package struct Interest: Sendable, Equatable {
    package let tag: TopicTagID
    package let name: String
    package let isUsed: Bool
  }

  /// A public topic somebody wrote in.
  package struct Writing: Sendable, Equatable {
    package let topic: TopicID
    package let slug: String
    package let title: String
    /// Whether they opened it.
    package let isOwn: Bool
    package let postCount: Int
    package let isUsed: Bool
  }

  /// Somebody who is not suggested to them.
  package struct Passed: Sendable, Equatable {
    package let badge: MemberBadge
    /// Nil for good.
    package let until: Timestamp?
  }

  /// The facts of a page that begins below a topic's number.
  package static func load(before topic: TopicID? = nil, for actor: Actor, in tx: Transaction) throws -> MatchFacts {
    let before: SQL = topic.map { "AND topic.id < \($0)" } ?? ""
    let topics = try tx.all(
      """
      SELECT topic.id, topic.slug, topic.title, topic.author_id = \(actor.id),
        (SELECT count(*) FROM post WHERE post.topic_id = topic.id AND post.author_id = \(actor.id) AND NOT post.nameless
          AND \(Visibility.standingPost)),
        NOT EXISTS (SELECT 1 FROM matching_unused_topic unused WHERE unused.member_id = \(actor.id) AND unused.topic_id = topic.id)
      FROM topic WHERE topic.id IN (SELECT post.topic_id FROM post WHERE post.author_id = \(actor.id) AND NOT post.nameless
        AND \(Visibility.standingPost)) \(before) AND \(MatchFeed.fed)
      ORDER BY topic.id DESC LIMIT \(pageSize + 1)
      """
    ) { row in
      Writing(
        topic: try row.next(), slug: try row.next(), title: try row.next(), isOwn: try row.next(), postCount: try row.next(),
        isUsed: try row.next())
    }
    return MatchFacts(
      choices: try MatchChoices.find(actor.id, in: tx) ?? MatchChoices(), interests: try interests(of: actor, in: tx),
      topics: Array(topics.prefix(pageSize)), next: topics.count > pageSize ? topics[pageSize - 1].topic : nil,
      passed: try passed(by: actor, in: tx))
  }

  private static func interests(of actor: Actor, in tx: Transaction) throws -> [Interest] {
    try tx.all(
      """
      SELECT tag.id, tag.name, NOT EXISTS (SELECT 1 FROM matching_unused_tag unused
        WHERE unused.member_id = \(actor.id) AND unused.tag_id = tag.id)
      FROM interest JOIN tag ON tag.id = interest.tag_id
      WHERE interest.member_id = \(actor.id) AND NOT tag.sensitive AND \(TagView.isSeen("tag.id", by: .visitor)) ORDER BY tag.name
      """
    ) { row in Interest(tag: try row.next(), name: try row.next(), isUsed: try row.next()) }
  }

  private static func passed(by actor: Actor, in tx: Transaction) throws -> [Passed] {
    try tx.all(
      """
      SELECT \(MemberBadge.columns("member")), matching_pass.until_at FROM matching_pass JOIN member ON member.id = matching_pass.other_id
      WHERE matching_pass.member_id = \(actor.id) AND (matching_pass.until_at IS NULL OR matching_pass.until_at > \(tx.now))
      ORDER BY matching_pass.at DESC, member.id LIMIT 200
      """
    ) { row in Passed(badge: try MemberBadge(&row), until: try row.next()) }
  }
}

/// Switches the use of one fact off or on again. Done twice, it is done once.
package struct UseFact: Sendable {
  package enum Fact: Sendable, Equatable { case topic(TopicID), interest(TopicTagID) }
  let fact: Fact
  let wanted: Bool
  package init(_ fact: Fact, wanted: Bool) { (self.fact, self.wanted) = (fact, wanted) }

  /// Throws ``ForumError/notFound`` for what is no fact about the actor.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    switch (fact, wanted) {
    case (.topic(let topic), false):
      guard try tx.exists("SELECT 1 FROM post WHERE topic_id = \(topic) AND author_id = \(actor.id)") else { throw ForumError.notFound }
      try tx.run(
        "INSERT INTO matching_unused_topic (member_id, topic_id, at) VALUES (\(actor.id), \(topic), \(tx.now)) ON CONFLICT DO NOTHING")
    case (.topic(let topic), true):
      try tx.run("DELETE FROM matching_unused_topic WHERE member_id = \(actor.id) AND topic_id = \(topic)")
    case (.interest(let tag), false):
      guard try tx.exists("SELECT 1 FROM interest WHERE tag_id = \(tag) AND member_id = \(actor.id)") else { throw ForumError.notFound }
      try tx.run(
        "INSERT INTO matching_unused_tag (member_id, tag_id, at) VALUES (\(actor.id), \(tag), \(tx.now)) ON CONFLICT DO NOTHING")
    case (.interest(let tag), true):
      try tx.run("DELETE FROM matching_unused_tag WHERE member_id = \(actor.id) AND tag_id = \(tag)")
    }
    try tx.record(Event(.matchingChosen, actor: actor.id, member: actor.id))
  }
}
