package import Community
package import Database

extension Store {
  /// A topic with its opening post as rows, for tests of rules that read topics and are not about opening them.
  @discardableResult package func insertTopic(
    by author: MemberID, title: String = "Where do bees sleep", kind: String = "question", access: CategoryAccess = .everyone
  ) async throws -> TopicID {
    let name = try CategoryName("Category for \(access.rawValue)")
    return try await write { tx in
      let known: CategoryID? = try tx.value("SELECT id FROM category WHERE name = \(name.text)")
      let category = try known ?? CreateCategory(name: name, access: access).insert(in: tx)
      let topic: TopicID? = try tx.value(
        """
        INSERT INTO topic (kind, category_id, author_id, title, slug, created_at, bumped_at)
        VALUES (\(kind), \(category), \(author), \(title), 'slug', \(tx.now), \(tx.now)) RETURNING id
        """)
      guard let topic else { throw ForumError.notFound }
      try tx.run(
        """
        INSERT INTO post (topic_id, number, kind, author_id, body, html, renderer, created_at)
        VALUES (\(topic), 1, 'opening', \(author), 'text', '<p>text</p>', 1, \(tx.now))
        """)
      return topic
    }
  }

  /// A line of a topic's history as a row.
  package func insertLine(
    _ kind: HistoryKind = .closed, in topic: TopicID, after number: Int, by actor: MemberID, note: String = "", at: Timestamp? = nil
  ) async throws {
    let body = note.isEmpty ? nil : try PostBody(note)
    try await write { tx in
      try tx.run(
        """
        INSERT INTO history_line (topic_id, after_number, kind, actor_id, at, note, note_html)
        VALUES (\(topic), \(number), \(kind), \(actor), \(at ?? tx.now), \(body?.source ?? ""), \(body?.html ?? ""))
        """)
    }
  }

  /// A reply as a row.
  @discardableResult package func insertPost(in topic: TopicID, by author: MemberID, kind: String = "reply") async throws -> PostID {
    try await write { tx in
      let post: PostID? = try tx.value(
        """
        INSERT INTO post (topic_id, number, kind, author_id, body, html, renderer, created_at)
        SELECT \(topic), MAX(number) + 1, \(kind), \(author), 'text', '<p>text</p>', 1, \(tx.now) FROM post WHERE topic_id = \(topic)
        RETURNING id
        """)
      guard let post else { throw ForumError.notFound }
      return post
    }
  }
}
