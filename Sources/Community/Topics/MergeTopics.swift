package import Database

/// Makes one topic of two that ask the same: posts stand by their time, followers, votes, "me too" and accepted answers come along, and the address
/// of the one leads to the other.
package struct MergeTopics: Sendable {
  let source: TopicID
  let target: TopicID
  package init(_ source: TopicID, into target: TopicID) { (self.source, self.target) = (source, target) }

  /// Throws ``ForumError/invalid(_:)`` beside the field `target` for what cannot be one.
  @discardableResult package func perform(by actor: Actor, why: ModeratePost.Why = .silent(), in tx: Transaction) throws -> ActID {
    let from = try MovableTopic.find(source, by: actor, in: tx)
    guard source != target, let to = try? MovableTopic.find(target, by: actor, in: tx), to.kind == from.kind else {
      throw ForumError.invalid("target", .topicUnfit)
    }
    let act = try tx.log(
      Act(
        .merge, by: .person(actor.id), rule: why.rule, category: to.category, topic: target, member: from.author,
        detail: "from \(source.rawValue)", words: why.words.text, note: why.note.text))
    let places = PostPlaces(act: act)
    try places.keep([source, target], in: tx)
    try tx.run("UPDATE post SET former_title = \(from.title), kind = \(to.kind.replyKind) WHERE id = \(from.opening)")
    // Numbers of the two would meet: those that come stand far behind until all are written anew.
    try tx.run(
      """
      UPDATE post SET topic_id = \(target), number = number + (SELECT last_number FROM topic WHERE id = \(target)) WHERE topic_id = \(source)
      """)
    try TopicNumbers.byTime(target, opening: to.opening, in: tx)
    try places.follow(in: tx)
    let joined = JoinedMembers(act: act)
    try joined.bringFollowers(of: source, to: target, in: tx)
    try joined.bringMeToos(of: source, to: target, in: tx)
    try from.become(partOf: target, in: tx)
    for topic in [source, target] { try TopicCounters.recountAll(of: topic, in: tx) }
    try SearchIndex.move(target, in: tx)
    if from.author != actor.id { try Decision.tell(from.author, of: act, by: actor.id, in: tx) }
    try tx.record(Event(.topicsMerged, actor: actor.id, topic: target, detail: String(source.rawValue)))
    return act
  }

  static func takeBack(_ act: ActID, _ target: TopicID, detail: String, in tx: Transaction) throws {
    guard let source = TopicID(detail.dropFirst("from ".count)) else { throw ForumError.notFound }
    try PostPlaces(act: act).restore([source, target], in: tx)
    try JoinedMembers(act: act).takeBack(in: tx)
    try tx.run("UPDATE post SET former_title = '' WHERE topic_id = \(source) AND number = 1")
    try MovableTopic.stand(again: source, in: tx)
    for topic in [source, target] {
      try TopicCounters.recountAll(of: topic, in: tx)
      try SearchIndex.move(topic, in: tx)
    }
  }
}

/// What must be known of a topic whose posts go elsewhere, or where posts come.
struct MovableTopic: SQLRow {
  let id: TopicID
  let kind: TopicKind
  let category: CategoryID
  let author: MemberID
  let title: String
  let opening: PostID

  init(_ row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    category = try row.next()
    author = try row.next()
    title = try row.next()
    opening = try row.next()
  }

  /// Throws ``ForumError/notFound`` for a topic that does not stand for the actor, and `notAllowed` where they may not move posts.
  static func find(_ topic: TopicID, by actor: Actor, in tx: Transaction) throws -> MovableTopic {
    let found: MovableTopic? = try tx.first(
      """
      SELECT topic.id, topic.kind, topic.category_id, topic.author_id, topic.title, post.id
      FROM topic JOIN post ON post.topic_id = topic.id AND post.number = 1
      WHERE topic.id = \(topic) AND \(Visibility.standing(actor.viewer))
      """)
    guard let found else { throw ForumError.notFound }
    guard actor.may(.moveAny, in: found.category) else { throw ForumError.forbidden(.notAllowed) }
    return found
  }

  /// Stands no more, and leads to another.
  func become(partOf target: TopicID, in tx: Transaction) throws {
    try tx.run("UPDATE topic SET hidden = TRUE, merged_into = \(target) WHERE id = \(id)")
    try Self.count(id, step: -1, in: tx)
  }

  /// Stands again after that.
  static func stand(again topic: TopicID, in tx: Transaction) throws {
    try tx.run("UPDATE topic SET hidden = FALSE, merged_into = NULL WHERE id = \(topic)")
    try count(topic, step: 1, in: tx)
  }

  static func count(_ topic: TopicID, step: Int, in tx: Transaction) throws {
    try tx.run(
      "UPDATE category SET topic_count = topic_count + \(step) WHERE id = (SELECT category_id FROM topic WHERE id = \(topic))")
    try tx.run("UPDATE member SET topic_count = topic_count + \(step) WHERE id = (SELECT author_id FROM topic WHERE id = \(topic))")
    try tx.run("UPDATE tag SET topic_count = topic_count + \(step) WHERE id IN (SELECT tag_id FROM topic_tag WHERE topic_id = \(topic))")
  }
}

extension TopicHead {
  /// Where a topic leads that became part of another the viewer may see.
  package static func successor(of topic: TopicID, for viewer: Viewer, in tx: Transaction) throws -> (id: TopicID, slug: String)? {
    try tx.first(
      """
      SELECT topic.id, topic.slug FROM topic former JOIN topic ON topic.id = former.merged_into
      WHERE former.id = \(topic) AND \(Visibility.standing(viewer))
      """
    ) { (id: try $0.next(), slug: try $0.next()) }
  }
}
