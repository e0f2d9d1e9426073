import Community
import Database
import Seeds

/// How a seeded community becomes rows: as an import whose source is the recipe.
struct SeedRecords: Sendable {
  let community: SeededCommunity
  let categories: [CategoryID]
  /// Everybody's password, hashed once; nil lets nobody sign in.
  let passwordHash: String?

  static func member(_ index: Int) -> String { "m\(index)" }

  func member(_ index: Int) throws -> ImportedMember {
    let member = community.member(index)
    let signIn = try passwordHash.map { ImportedMember.SignInDetails(email: try EmailAddress(member.email), passwordHash: $0) }
    return ImportedMember(
      external: Self.member(index), name: DisplayName(imported: member.name, otherwise: "Member \(index)"),
      joinedAt: Timestamp(milliseconds: member.joinedAt),
      bio: try member.bio.map { bio throws(Problem) in try Bio(bio, people: people(in: bio)) },
      role: Role(rawValue: member.role.rawValue) ?? .member, handle: Handle(plain: member.handle), signIn: signIn,
      comesFromElsewhere: false)
  }

  static func shelves(_ community: SeededCommunity) throws -> [ImportRecord] {
    let categories = try community.categories.map { category in
      ImportRecord.category(
        ImportedCategory(
          external: category.slug, name: try CategoryName(category.name), description: category.description,
          color: category.colour.uppercased()))
    }
    let tags = try community.tags.map { tag in
      ImportRecord.tag(
        ImportedTag(name: try TagName(tag.name), description: tag.description, synonyms: tag.synonyms.compactMap { try? TagName($0) }))
    }
    return categories + tags
  }

  /// A topic with everything that hangs on it.
  func topic(_ index: Int) throws -> [ImportRecord] {
    let topic = community.topic(index)
    let external = "t\(index)"
    var opening = try text(topic.author, topic.createdAt, topic.body, topic.voters)
    opening.edits = topic.edits.map(edit)
    var written = ImportedTopic(
      external: external, kind: topic.kind == .question ? .question : .discussion, category: categories[topic.category],
      title: try TopicTitle(topic.title), tags: try topic.tags.map { try TagName(community.tags[$0].name) }, views: topic.views,
      text: opening)
    written.meToos = topic.meToos.map(Self.member)
    written.solved = try topic.solvedNote.map { note in
      ImportedTopic.Solved(by: Self.member(note.by), at: Timestamp(milliseconds: note.at), note: try ShortNote(note.text))
    }
    return [.topic(written)] + (try topic.posts.enumerated().map { try post($1, "\(external).\($0)", of: external) })
  }

  private func post(_ post: SeedPost, _ external: String, of topic: String) throws -> ImportRecord {
    let parent = post.parent.map { "\(topic).\($0)" }
    let place: ImportedPost.Place =
      switch post.kind {
      case .answer: .answer(topic: topic)
      case .reply: .reply(topic: topic, to: parent)
      case .remark: .remark(on: parent ?? topic)
      }
    var text = try text(post.author, post.createdAt, post.body, post.voters)
    text.edits = post.edits.map(edit)
    let acceptance = post.accepted.map { accepted in
      ImportedPost.Acceptance(
        by: Self.member(accepted.by), role: role(of: accepted.by), at: Timestamp(milliseconds: accepted.at))
    }
    return .post(ImportedPost(external: external, place: place, text: text, acceptance: acceptance))
  }

  private func role(of member: Int) -> AcceptanceRole {
    switch community.member(member).role {
    case .staff, .admin: .staff
    case .moderator: .moderator
    case .member, .helper: .asker
    }
  }

  private func text(_ author: Int, _ at: Int64, _ body: String, _ voters: [Int]) throws -> ImportedText {
    var text = ImportedText(
      author: Self.member(author), at: Timestamp(milliseconds: at), body: try PostBody(body, people: people(in: body)))
    text.voters = voters.map(Self.member)
    return text
  }

  private func people(in text: String) -> Set<String> { Mentioned(in: text).handles.filter(community.hasMember(called:)) }

  private func edit(_ edit: SeedEdit) -> ImportedEdit {
    ImportedEdit(by: Self.member(edit.by), at: Timestamp(milliseconds: edit.at), before: edit.before)
  }
}
