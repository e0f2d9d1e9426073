import Markup
package import Database

/// Changes what a post says; every earlier version is kept.
package struct EditPost: Sendable {
  /// For so long, while nobody has replied, an edit does not show.
  package static let quietTime = Span.minutes(10)
  package let post: PostID
  package let body: PostBody
  /// For an opening post: its title, category and tags.
  package let heading: Heading?
  /// The version the writer had before them.
  package let version: Int

  /// What an opening post carries beside its text.
  package struct Heading: Sendable {
    package let title: TopicTitle
    package let category: CategoryID
    package let tags: TagChoice
    package init(title: TopicTitle, category: CategoryID, tags: TagChoice) {
      self.title = title
      self.category = category
      self.tags = tags
    }
  }

  package init(post: PostID, body: PostBody, heading: Heading?, version: Int) {
    self.post = post
    self.body = body
    self.heading = heading
    self.version = version
  }

  /// Throws ``ForumError/conflict(_:)`` with `editedMeanwhile` when the version is not the newest.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    guard old.deletedAt == nil, old.author == actor.id || actor.may(.editAny, in: old.category) else {
      throw ForumError.forbidden(.notYours)
    }
    if actor.viewer.isSilenced { throw ForumError.forbidden(.silenced) }
    if old.kind == .remark, body.source.utf8.count > WriteRemark.mostBytes {
      throw ForumError.invalid("body", .tooLong, WriteRemark.mostBytes)
    }
    guard old.version == version else { throw ForumError.conflict(.editedMeanwhile) }
    try ActionLimits.count(.edits, .edits, by: actor, in: tx)
    let written = WrittenText(title: heading?.title, body: body, tags: heading?.tags)
    let checked = try Prevention.check(written, by: actor, editing: post, in: tx)
    let body = checked.text.body
    let heading = heading.map { Heading(title: checked.text.title ?? $0.title, category: $0.category, tags: $0.tags) }
    let isQuiet =
      try old.author == actor.id && tx.now - old.createdAt < Self.quietTime && !old.isAnswered(post, in: tx)
    try tx.run(
      """
      INSERT INTO post_version (post_id, version, title, body, editor_id, written_at, quiet)
      SELECT post.id, post.version, CASE WHEN post.kind = 'opening' THEN topic.title END, post.body,
        coalesce(post.edited_by, post.author_id), coalesce(post.edited_at, post.created_at), \(isQuiet)
      FROM post JOIN topic ON topic.id = post.topic_id WHERE post.id = \(post)
      """)
    try tx.run(
      """
      UPDATE post SET body = \(body.source), html = \(body.rendered.html), renderer = \(PostBody.rendererVersion),
        version = version + 1, edited_at = \(tx.now), edited_by = \(actor.id), edit_shows = edit_shows OR \(!isQuiet)
      WHERE id = \(post)
      """)
    try PostPictures.replace(by: body.rendered.pictures, on: post, by: actor.id, in: tx)
    if old.kind == .opening, let heading { try change(heading, of: old, by: actor, in: tx) }
    try SearchIndex.replace(post, title: old.kind == .opening ? heading?.title : nil, body: body, in: tx)
    try tx.record(Event(.postEdited, actor: actor.id, topic: old.topic, post: post))
    if !old.isHidden { try checked.settle(post, in: tx) }
  }

  private func change(_ heading: Heading, of old: PostForChange, by actor: Actor, in tx: Transaction) throws {
    try tx.run("UPDATE topic SET title = \(heading.title.text), slug = \(heading.title.slug) WHERE id = \(old.topic)")
    try TopicTags.set(heading.tags, on: old.topic, by: actor, in: tx)
    guard heading.category != old.category else { return }
    guard try tx.exists("SELECT 1 FROM category WHERE category.id = \(heading.category) AND \(Visibility.opensTopics(actor.viewer))")
    else { throw ForumError.invalid("category", .categoryUnknown) }
    try tx.run(
      """
      UPDATE topic SET category_id = \(heading.category), was_public = was_public OR EXISTS (
        SELECT 1 FROM category_access WHERE category_id = \(heading.category) AND role = \(Role.visitor) AND may_see)
      WHERE id = \(old.topic)
      """)
    if !old.isHidden {
      try tx.run("UPDATE category SET topic_count = topic_count - 1 WHERE id = \(old.category)")
      try tx.run("UPDATE category SET topic_count = topic_count + 1 WHERE id = \(heading.category)")
    }
    try SearchIndex.move(old.topic, in: tx)
  }
}
