import Database

extension ImportDesk {
  mutating func write(_ topic: ImportedTopic) throws {
    let author: MemberID = try id(.member, topic.text.author)
    let meToos = try members(topic.meToos)
    let solver: MemberID? = try topic.solved.map { try id(.member, $0.by) }
    let post = try PreparedPost(topic.text, self)
    let isHidden = topic.isHidden || topic.text.isHidden
    let row: TopicID? = try tx.value(
      """
      INSERT INTO topic (kind, category_id, author_id, title, slug, created_at, bumped_at, last_poster_id, view_count, me_too_count,
        solved_note, solved_by, solved_role, solved_at, locked_at, hidden, was_public)
      VALUES (\(topic.kind), \(topic.category), \(author), \(topic.title.text), \(topic.title.slug), \(topic.text.at), \(topic.text.at), \(author),
        \(topic.views), \(meToos.count), \(topic.solved?.note.text), \(solver), \(solver == nil ? nil : AcceptanceRole.asker.rawValue),
        \(topic.solved?.at), \(topic.lockedAt), \(isHidden),
        NOT \(isHidden) AND EXISTS (SELECT 1 FROM category_access WHERE category_id = \(topic.category) AND role = \(Role.visitor) AND may_see))
      RETURNING id
      """)
    guard let row else { throw ForumError.notFound }
    let opening = try post.insert(in: row, number: 1, kind: .opening, parent: nil, tx: tx)
    try tx.run("UPDATE topic SET last_post_id = \(opening) WHERE id = \(row)")
    if !meToos.isEmpty {
      try tx.run(
        "INSERT INTO me_too (topic_id, member_id, at) SELECT \(row), id, \(topic.text.at) FROM member WHERE id \(anyOf: meToos)")
    }
    var tags: [TopicTagID] = []
    for name in topic.tags.prefix(TagChoice.most) {
      let tag = try tagID(name)
      if tags.contains(tag) { continue }
      tags.append(tag)
      try tx.run("INSERT INTO topic_tag (topic_id, tag_id, bumped_at) VALUES (\(row), \(tag), \(topic.text.at))")
      if !isHidden { tally.tags[tag, default: 0] += 1 }
    }
    if !isHidden {
      tally.categories[topic.category, default: 0] += 1
      tally.members[author, default: .init()].topics += 1
    }
    if !topic.text.isHidden { tally.members[author, default: .init()].posts += 1 }
    searched.append(.init(post: opening, topic: row, title: topic.title, body: topic.text.body))
    remember(.topic, topic.external, row.rawValue)
    remember(.post, topic.opening ?? topic.external, opening.rawValue)
  }
}
