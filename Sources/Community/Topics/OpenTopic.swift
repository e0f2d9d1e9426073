package import Database

/// Opens a question, a discussion or a notice.
package struct OpenTopic: Sendable {
  package let kind: TopicKind
  package let category: CategoryID
  package let title: TopicTitle
  package let body: PostBody
  package let tags: TagChoice
  /// Made by the form: the same key sent twice opens one topic.
  package let key: SubmissionKey
  /// Where a notice tops lists and until when; nil where it stands in its place like all else.
  package let announcing: Announcing?
  /// What the form told of who filled it in.
  let suspicion: Suspicion

  /// As ``Announce`` has them.
  package struct Announcing: Sendable, Equatable {
    let place: Announcement.Place
    let until: Timestamp
    package init(place: Announcement.Place, until: Timestamp) { (self.place, self.until) = (place, until) }
  }

  package init(
    kind: TopicKind, category: CategoryID, title: TopicTitle, body: PostBody, tags: TagChoice, key: SubmissionKey,
    announcing: Announcing? = nil, suspicion: Suspicion = .none
  ) {
    self.kind = kind
    self.category = category
    self.title = title
    self.body = body
    self.tags = tags
    self.key = key
    self.announcing = announcing
    self.suspicion = suspicion
  }

  /// Opens it and answers its number. Throws ``ForumError/forbidden(_:)`` for a notice by somebody who may not announce.
  package func perform(by actor: Actor, in tx: Transaction) throws -> TopicID {
    if let post = try key.earlierPost(of: actor.id, in: tx) {
      return try tx.value("SELECT topic_id FROM post WHERE id = \(post)") ?? { throw ForumError.notFound }()
    }
    if actor.viewer.isSilenced { throw ForumError.forbidden(.silenced) }
    guard actor.may(.openTopic), kind != .notice || actor.viewer.maySomewhere(.announce) else {
      throw ForumError.forbidden(.notAllowed)
    }
    guard kind != .notice || actor.may(.announce, in: category) else { throw ForumError.invalid("kind", .kindUnknown) }
    guard try tx.exists("SELECT 1 FROM category WHERE category.id = \(category) AND \(Visibility.opensTopics(actor.viewer))") else {
      throw ForumError.invalid("category", .categoryUnknown)
    }
    try PostingLimits.checkMayOpenTopic(actor, in: tx)
    let written = WrittenText(title: title, body: body, tags: tags)
    let checked = try Prevention.check(written, by: actor, suspicion: suspicion, in: tx)
    let (title, body) = (checked.text.title ?? title, checked.text.body)

    let topic: TopicID? = try tx.value(
      """
      INSERT INTO topic (kind, category_id, author_id, title, slug, created_at, bumped_at, last_poster_id, was_public)
      VALUES (\(kind), \(category), \(actor.id), \(title.text), \(title.slug), \(tx.now), \(tx.now), \(actor.id),
        EXISTS (SELECT 1 FROM category_access WHERE category_id = \(category) AND role = \(Role.visitor) AND may_see))
      RETURNING id
      """)
    guard let topic else { throw ForumError.notFound }
    let post = try body.insert(in: topic, number: 1, kind: .opening, parent: nil, by: actor.id, tx: tx)
    try tx.run("UPDATE topic SET last_post_id = \(post) WHERE id = \(topic)")
    try tx.run("UPDATE category SET topic_count = topic_count + 1 WHERE id = \(category)")
    try tx.run("UPDATE member SET topic_count = topic_count + 1, post_count = post_count + 1 WHERE id = \(actor.id)")
    try TopicTags.set(tags, on: topic, by: actor, in: tx)
    try SearchIndex.add(post, title: title, body: body, in: tx)
    try key.remember(post, of: actor.id, in: tx)
    try tx.record(Event(.topicOpened, actor: actor.id, topic: topic, post: post))
    try checked.settle(post, in: tx)
    if let announcing { try Announce(topic, place: announcing.place, until: announcing.until).perform(by: actor, in: tx) }
    return topic
  }
}
