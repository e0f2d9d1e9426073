import Database

extension ImportDesk {
  mutating func write(_ post: ImportedPost) throws {
    let prepared = try PreparedPost(post.text, self)
    let acceptor: MemberID? = try post.acceptance?.by.map { try id(.member, $0) }
    let written: PostID
    let topic: TopicID
    switch post.place {
    case .answer(let external, let to):
      topic = try id(.topic, external)
      written = try insert(prepared, in: topic, kind: .answer, parent: parent(to))
      if let acceptance = post.acceptance {
        try accept(written, of: topic, acceptance, by: acceptor, author: post.text.isHidden ? nil : prepared.author)
      }
    case .reply(let external, let to):
      topic = try id(.topic, external)
      written = try insert(prepared, in: topic, kind: .reply, parent: parent(to))
    case .remark(let on):
      let parent: PostID = try id(.post, on)
      let step = post.text.isHidden ? 0 : 1
      let found: TopicID? = try tx.value("UPDATE post SET remark_count = remark_count + \(step) WHERE id = \(parent) RETURNING topic_id")
      guard let found else { throw ForumError.notFound }
      topic = found
      written = try prepared.insert(in: topic, number: nil, kind: .remark, parent: parent, tx: tx)
    }
    if !post.text.isHidden { tally.members[prepared.author, default: .init()].posts += 1 }
    searched.append(.init(post: written, topic: topic, title: nil, body: post.text.body))
    remember(post.kind, post.external, written.rawValue)
  }

  private mutating func insert(_ post: PreparedPost, in topic: TopicID, kind: PostKind, parent: PostID?) throws -> PostID {
    let last: Int? = try tally.numbers[topic] ?? tx.value("SELECT last_number FROM topic WHERE id = \(topic)")
    let number = last.map { $0 + 1 }
    tally.numbers[topic] = number
    return try post.insert(in: topic, number: number, kind: kind, parent: parent, tx: tx)
  }

  private mutating func accept(
    _ post: PostID, of topic: TopicID, _ acceptance: ImportedPost.Acceptance, by member: MemberID?, author: MemberID?
  ) throws {
    try tx.run(
      """
      INSERT INTO acceptance (post_id, topic_id, member_id, role, at)
      SELECT \(post), topic.id, coalesce(\(member), topic.author_id), \(acceptance.role), \(acceptance.at) FROM topic WHERE topic.id = \(topic)
      """)
    if let author { tally.members[author, default: .init()].accepted += 1 }
    tally.accepted.insert(topic)
  }
}

/// A text whose people are found: what goes into one row of posts and the rows that hang on it.
struct PreparedPost {
  let author: MemberID
  private let text: ImportedText
  private let voters: [MemberID]
  private let editors: [MemberID]
  private let lastEditor: MemberID?

  init(_ text: ImportedText, _ desk: ImportDesk) throws {
    self.text = text
    let writer: MemberID = try desk.id(.member, text.author)
    author = writer
    voters = try desk.members(text.voters).filter { $0 != writer }
    editors = try desk.members(text.edits.map(\.by))
    lastEditor = try editors.last ?? text.lastEdit?.by.map { try desk.id(.member, $0) }
  }

  func insert(in topic: TopicID, number: Int?, kind: PostKind, parent: PostID?, tx: Transaction) throws -> PostID {
    let editedAt = text.edits.last?.at ?? text.lastEdit?.at
    let id: PostID? = try tx.value(
      """
      INSERT INTO post (topic_id, number, kind, parent_id, author_id, body, html, renderer, created_at, version, edited_at, edited_by,
        edit_shows, vote_count, imported_votes, imported_down_votes, hidden)
      VALUES (\(topic), \(number), \(kind), \(parent), \(author), \(text.body.source), \(text.body.html), \(PostBody.rendererVersion), \(text.at),
        \(text.edits.count + 1), \(editedAt), \(lastEditor), \(editedAt != nil), \(voters.count), \(text.upVotes), \(text.downVotes),
        \(text.isHidden))
      RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    if !voters.isEmpty {
      try tx.run("INSERT INTO vote (post_id, member_id, at) SELECT \(id), id, \(text.at) FROM member WHERE id \(anyOf: voters)")
    }
    for (index, edit) in text.edits.enumerated() {
      // A version was written by whoever made the edit before this one.
      let (writer, at) = index == 0 ? (author, text.at) : (editors[index - 1], text.edits[index - 1].at)
      try tx.run(
        """
        INSERT INTO post_version (post_id, version, title, body, editor_id, written_at)
        SELECT \(id), \(index + 1), CASE WHEN \(kind == .opening) THEN topic.title END, \(edit.before), \(writer), \(at)
        FROM topic WHERE topic.id = \(topic)
        """)
    }
    return id
  }
}
