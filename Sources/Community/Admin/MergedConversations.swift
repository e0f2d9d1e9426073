import Database

/// Conversations of two accounts that become one: with the same person there is one afterwards, and with oneself none.
struct MergedConversations {
  let lesser: MemberID
  let kept: MemberID

  func bring(in tx: Transaction) throws {
    try forgetOwn(in: tx)
    let theirs = try tx.all(
      """
      SELECT id, CASE WHEN first_id = \(lesser) THEN second_id ELSE first_id END FROM conversation
      WHERE kind = 'members' AND (first_id = \(lesser) OR second_id = \(lesser)) ORDER BY id
      """
    ) { row in (id: try row.next(ConversationID.self), other: try row.next(MemberID.self)) }
    for (id, other) in theirs {
      let (first, second) = (min(kept, other), max(kept, other))
      let own: ConversationID? = try tx.value("SELECT id FROM conversation WHERE first_id = \(first) AND second_id = \(second)")
      if let own {
        try join(id, into: own, with: other, in: tx)
      } else {
        try tx.run("UPDATE conversation SET first_id = \(first), second_id = \(second) WHERE id = \(id)")
      }
    }
    // What both take part in, such as a question to the staff.
    try tx.run(
      """
      UPDATE conversation_member SET joined_at = coalesce(conversation_member.joined_at, other.joined_at),
        read_number = CASE WHEN other.read_number > conversation_member.read_number THEN other.read_number ELSE conversation_member.read_number END,
        left_at = CASE WHEN other.joined_at IS NOT NULL AND other.left_at IS NULL THEN NULL ELSE conversation_member.left_at END
      FROM conversation_member other WHERE conversation_member.member_id = \(kept) AND other.member_id = \(lesser)
        AND other.conversation_id = conversation_member.conversation_id
      """)
  }

  /// What the two wrote to each other, reports of it included.
  private func forgetOwn(in tx: Transaction) throws {
    let (first, second) = (min(lesser, kept), max(lesser, kept))
    guard let own: ConversationID = try tx.value("SELECT id FROM conversation WHERE first_id = \(first) AND second_id = \(second)") else {
      return
    }
    let reviews: SQL = """
      SELECT review.id FROM review JOIN conversation_part part ON part.id = review.part_id WHERE part.conversation_id = \(own)
      """
    try tx.run("DELETE FROM notice WHERE review_id IN (\(reviews))")
    try tx.run("DELETE FROM report WHERE review_id IN (\(reviews))")
    try tx.run("DELETE FROM review_evidence WHERE review_id IN (\(reviews))")
    try tx.run("DELETE FROM review WHERE id IN (\(reviews))")
    try tx.run("DELETE FROM draft WHERE kind IN ('message', 'publish') AND target = \(own)")
    try AbandonedConversations.remove([own], in: tx)
  }

  /// Makes one conversation of two with the same person: parts stand by their time, and whoever had read all before a part has still.
  private func join(_ id: ConversationID, into own: ConversationID, with other: MemberID, in tx: Transaction) throws {
    let parts = try tx.all(
      """
      SELECT id, conversation_id, number FROM conversation_part WHERE conversation_id IN (\(id), \(own)) ORDER BY created_at, id
      """
    ) { row in Part(id: try row.next(), conversation: try row.next(), number: try row.next()) }
    // Numbers of the two would meet, so they go below zero first.
    for (index, part) in parts.enumerated() {
      try tx.run("UPDATE conversation_part SET conversation_id = \(own), number = \(-(index + 1)) WHERE id = \(part.id)")
    }
    try tx.run("UPDATE conversation_part SET number = -number WHERE conversation_id = \(own)")
    for (now, before) in [(kept, lesser), (other, other)] {
      let (one, two) = (try Place.find(now, in: own, tx), try Place.find(before, in: id, tx))
      let left = one.leftAt.flatMap { first in two.leftAt.map { max(first, $0) } }
      let read = parts.prefix { $0.number <= ($0.conversation == own ? one.read : two.read) }.count
      try tx.run(
        """
        UPDATE conversation_member SET read_number = \(read), left_at = \(left),
          joined_at = coalesce(joined_at, \(two.joinedAt))
        WHERE conversation_id = \(own) AND member_id = \(now)
        """)
    }
    try bringDrafts(of: id, to: own, in: tx)
    try tx.run("DELETE FROM conversation_member WHERE conversation_id = \(id)")
    try tx.run(
      """
      UPDATE conversation SET last_number = \(parts.count), topic_id = coalesce(conversation.topic_id, gone.topic_id),
        bumped_at = CASE WHEN gone.bumped_at > conversation.bumped_at THEN gone.bumped_at ELSE conversation.bumped_at END,
        created_at = CASE WHEN gone.created_at < conversation.created_at THEN gone.created_at ELSE conversation.created_at END
      FROM conversation gone WHERE conversation.id = \(own) AND gone.id = \(id)
      """)
    try tx.run("DELETE FROM conversation WHERE id = \(id)")
  }

  private func bringDrafts(of id: ConversationID, to own: ConversationID, in tx: Transaction) throws {
    // The lesser one's and the other's would meet in one place: the one that stands there stays.
    try tx.run(
      """
      UPDATE draft SET state = 'discarded', hand = '', saved_at = \(tx.now)
      WHERE kind IN ('message', 'publish') AND target = \(id) AND state = 'kept' AND EXISTS (SELECT 1 FROM draft standing
        WHERE standing.kind = draft.kind AND standing.target = \(own) AND standing.member_id = draft.member_id AND standing.state = 'kept')
      """)
    try tx.run("UPDATE draft SET target = \(own) WHERE kind IN ('message', 'publish') AND target = \(id)")
  }

  private struct Part {
    let id: PartID
    let conversation: ConversationID
    let number: Int
  }

  /// How somebody takes part in one of them.
  private struct Place {
    var joinedAt: Timestamp?
    var leftAt: Timestamp?
    var read = 0

    static func find(_ member: MemberID, in conversation: ConversationID, _ tx: Transaction) throws -> Place {
      try tx.first(
        """
        SELECT joined_at, left_at, read_number FROM conversation_member WHERE conversation_id = \(conversation) AND member_id = \(member)
        """
      ) { Place(joinedAt: try $0.next(), leftAt: try $0.next(), read: try $0.next()) } ?? Place()
    }
  }
}
