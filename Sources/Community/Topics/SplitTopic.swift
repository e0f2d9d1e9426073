package import Database

/// Makes a topic of its own out of posts that went another way: the first of them opens it.
package struct SplitTopic: Sendable {
  package static let most = 100
  let topic: TopicID
  let posts: [PostID]
  let title: TopicTitle
  let category: CategoryID

  package init(_ topic: TopicID, posts: [PostID], title: TopicTitle, category: CategoryID) {
    self.topic = topic
    self.posts = posts
    self.title = title
    self.category = category
  }

  /// Answers the new topic and the act. Throws ``ForumError/invalid(_:)`` beside `posts` where none was chosen, where the opening post was, and
  /// where the first of them is an accepted answer: it would answer nothing.
  package func perform(
    by actor: Actor, why: ModeratePost.Why = .silent(), in tx: Transaction
  ) throws -> (topic: TopicID, act: ActID) {
    let from = try MovableTopic.find(topic, by: actor, in: tx)
    guard try tx.exists("SELECT 1 FROM category WHERE category.id = \(category) AND \(Visibility.opensTopics(actor.viewer))") else {
      throw ForumError.invalid("category", .categoryUnknown)
    }
    let chosen = try tx.all(
      """
      SELECT post.id, post.author_id, post.created_at, EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id)
      FROM post WHERE post.topic_id = \(topic) AND post.number > 1 AND post.id \(anyOf: posts) ORDER BY post.number
      """
    ) { row in
      (
        id: try row.next(PostID.self), author: try row.next(MemberID.self), at: try row.next(Timestamp.self),
        isAccepted: try row.next(Bool.self)
      )
    }
    guard let first = chosen.first, chosen.count == Set(posts).count, chosen.count <= Self.most else {
      throw ForumError.invalid("posts", .postsUnfit)
    }
    if first.isAccepted, from.kind == .question { throw ForumError.invalid("posts", .acceptedFirst) }
    let new: TopicID? = try tx.value(
      """
      INSERT INTO topic (kind, category_id, author_id, title, slug, created_at, bumped_at, last_poster_id, was_public)
      SELECT \(from.kind), \(category), \(first.author), \(title.text), \(title.slug), \(first.at), \(first.at), \(first.author),
        topic.was_public AND EXISTS (SELECT 1 FROM category_access WHERE category_id = \(category) AND role = \(Role.visitor) AND may_see)
      FROM topic WHERE topic.id = \(topic) RETURNING id
      """)
    guard let new else { throw ForumError.notFound }
    let act = try tx.log(
      Act(
        .split, by: .person(actor.id), rule: why.rule, category: from.category, topic: topic, member: first.author,
        detail: "to \(new.rawValue)", words: why.words.text, note: why.note.text))
    try bring(chosen.map(\.id), first.id, to: new, act, by: actor, in: tx)
    if first.author != actor.id { try Decision.tell(first.author, of: act, by: actor.id, in: tx) }
    try tx.record(Event(.topicSplit, actor: actor.id, topic: topic, detail: String(new.rawValue)))
    return (new, act)
  }

  private func bring(_ chosen: [PostID], _ first: PostID, to new: TopicID, _ act: ActID, by actor: Actor, in tx: Transaction) throws {
    let places = PostPlaces(act: act)
    try places.keep([topic], in: tx)
    try tx.run("UPDATE post SET topic_id = \(new) WHERE id \(anyOf: chosen) OR (kind = 'remark' AND parent_id \(anyOf: chosen))")
    for one in [topic, new] { try TopicNumbers.closeGaps(one, in: tx) }
    try tx.run("UPDATE post SET kind = 'opening' WHERE id = \(first)")
    try tx.run(
      """
      INSERT INTO read_mark (member_id, topic_id, number)
      SELECT reader_place.member_id, \(new), count(*) FROM reader_place
      JOIN post_place ON post_place.act_id = reader_place.act_id AND post_place.number <= reader_place.number
      JOIN post ON post.id = post_place.post_id AND post.topic_id = \(new)
      WHERE reader_place.act_id = \(act) GROUP BY reader_place.member_id
      """)
    // Lines stay where they are told of: after the last post before them that stayed.
    try tx.run(
      """
      UPDATE history_line SET after_number = coalesce((SELECT max(post.number) FROM post_place JOIN post ON post.id = post_place.post_id
        WHERE post_place.act_id = \(act) AND post.topic_id = \(topic) AND post_place.number <= line_place.after_number), 1)
      FROM line_place WHERE line_place.act_id = \(act) AND line_place.line_id = history_line.id
      """)
    try places.followRest(in: tx)
    try tx.run(
      """
      INSERT INTO history_line (topic_id, after_number, kind, actor_id, at)
      SELECT \(topic), coalesce(max(number), 1), 'postsMoved', \(actor.id), \(tx.now) FROM post WHERE topic_id = \(topic)
      """)
    try JoinedMembers(act: act).bringFollowers(of: topic, to: new, in: tx)
    try MovableTopic.count(new, step: 1, in: tx)
    for one in [topic, new] {
      try TopicCounters.recountAll(of: one, in: tx)
      try SearchIndex.move(one, in: tx)
    }
    try SearchIndex.retitle(first, title.text, in: tx)
  }

  static func takeBack(_ act: ActID, _ topic: TopicID, detail: String, in tx: Transaction) throws {
    guard let new = TopicID(detail.dropFirst("to ".count)),
      let first: PostID = try tx.value("SELECT id FROM post WHERE topic_id = \(new) AND number = 1")
    else { throw ForumError.notFound }
    // What was written there since comes along.
    try tx.run("UPDATE post SET topic_id = \(topic), number = number + 1000000 WHERE topic_id = \(new)")
    try tx.run(
      """
      DELETE FROM history_line WHERE topic_id = \(topic) AND kind = 'postsMoved'
        AND at = (SELECT act.at FROM act WHERE act.id = \(act)) AND id NOT IN (SELECT line_id FROM line_place WHERE act_id = \(act))
      """)
    try PostPlaces(act: act).restore([topic], in: tx)
    try tx.run("DELETE FROM read_mark WHERE topic_id = \(new)")
    try JoinedMembers(act: act).takeBack(in: tx)
    try MovableTopic.count(new, step: -1, in: tx)
    try tx.run("UPDATE topic SET hidden = TRUE, merged_into = \(topic) WHERE id = \(new)")
    try SearchIndex.retitle(first, "", in: tx)
    for one in [topic, new] { try TopicCounters.recountAll(of: one, in: tx) }
    try SearchIndex.move(topic, in: tx)
  }
}
