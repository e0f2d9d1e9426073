package import Database

/// Remembers how far members have read, at most to the topic's end. Gathered outside and written in batches; a mark never goes back.
package struct MarkRead: Sendable {
  /// How far one member has read one topic.
  package struct Mark: Sendable, Hashable {
    package let member: MemberID
    package let topic: TopicID
    package init(member: MemberID, topic: TopicID) {
      self.member = member
      self.topic = topic
    }
  }

  package let marks: [Mark: Int]
  package let views: [TopicID: Int]
  /// Posts that members who have unread notices had before them.
  package let posts: [MemberID: Set<PostID>]
  package let conversations: [ReadConversation: Int]
  /// Decisions about them that members read.
  package let decisions: [MemberID: Set<ActID>]
  package init(
    marks: [Mark: Int], views: [TopicID: Int], posts: [MemberID: Set<PostID>] = [:], conversations: [ReadConversation: Int] = [:],
    decisions: [MemberID: Set<ActID>] = [:]
  ) {
    self.marks = marks
    self.views = views
    self.posts = posts
    self.conversations = conversations
    self.decisions = decisions
  }

  package func perform(in tx: Transaction) throws {
    for (mark, number) in marks {
      try tx.run(
        """
        INSERT INTO read_mark (member_id, topic_id, number)
        SELECT \(mark.member), topic.id, CASE WHEN topic.last_number < \(number) THEN topic.last_number ELSE \(number) END
        FROM topic WHERE topic.id = \(mark.topic)
        ON CONFLICT (member_id, topic_id) DO UPDATE SET number = excluded.number WHERE excluded.number > read_mark.number
        """)
    }
    if !marks.isEmpty { try ActiveDays.count(marks.keys.map(\.member), in: tx) }
    for (member, posts) in posts {
      let reported: SQL = "SELECT review.id FROM review WHERE review.post_id \(anyOf: posts)"
      try markNotices(of: member, "(post_id \(anyOf: posts) OR review_id IN (\(reported)))", in: tx)
    }
    for (member, acts) in decisions { try markNotices(of: member, "decision_id \(anyOf: acts)", in: tx) }
    for (read, number) in conversations { try read.mark(upTo: number, in: tx) }
    for (topic, count) in views { try tx.run("UPDATE topic SET view_count = view_count + \(count) WHERE id = \(topic)") }
  }

  private func markNotices(of member: MemberID, _ which: SQL, in tx: Transaction) throws {
    let read = try tx.run("UPDATE notice SET read_at = \(tx.now) WHERE member_id = \(member) AND \(which) AND read_at IS NULL")
    if read > 0 { try tx.record(Event(.noticesRead, member: member)) }
  }
}
