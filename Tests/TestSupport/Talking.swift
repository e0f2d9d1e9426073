package import Community
package import Database
import Foundation

/// What people do in tests, through the same use cases as in the forum. Each call has a submission key of its own unless it names one.
extension Store {
  /// A category, open in one of the usual ways.
  @discardableResult package func addCategory(_ name: String = "Help", _ access: CategoryAccess = .everyone) async throws -> CategoryID {
    let name = try CategoryName(name)
    return try await write { tx in try CreateCategory(name: name, access: access).insert(in: tx) }
  }

  /// Opens a topic.
  @discardableResult package func open(
    _ title: String, by actor: Actor, in category: CategoryID, kind: TopicKind = .question, body: String = "It does not print.",
    tags: String = "", key: String = UUID().uuidString
  ) async throws -> TopicID {
    let open = OpenTopic(
      kind: kind, category: category, title: try TopicTitle(title), body: try PostBody(body), tags: try TagChoice(tags),
      key: try testKey(key))
    return try await write { tx in try open.perform(by: actor, in: tx) }
  }

  /// Answers a question or replies in a discussion.
  @discardableResult package func reply(
    _ body: String = "Try the other cable.", to topic: TopicID, by actor: Actor, seen: Int? = nil, replyTo: PostID? = nil,
    key: String = UUID().uuidString
  ) async throws -> PostID {
    let reply = WriteReply(topic: topic, body: try PostBody(body), seen: seen, replyTo: replyTo, key: try testKey(key))
    return try await write { tx in try reply.perform(by: actor, in: tx) }
  }

  /// Writes a remark under a post.
  @discardableResult package func remark(
    _ body: String = "Which cable?", on post: PostID, by actor: Actor, key: String = UUID().uuidString
  ) async throws -> PostID {
    let remark = try WriteRemark(post: post, body: try PostBody(body), key: try testKey(key))
    return try await write { tx in try remark.perform(by: actor, in: tx) }
  }

  /// Changes what a post says, from the version that stands unless another is named.
  package func edit(
    _ post: PostID, to body: String, by actor: Actor, heading: EditPost.Heading? = nil, version: Int? = nil
  ) async throws {
    let body = try PostBody(body)
    try await write { tx in
      let standing: Int = try tx.value("SELECT version FROM post WHERE id = \(post)") ?? 0
      try EditPost(post: post, body: body, heading: heading, version: version ?? standing).perform(by: actor, in: tx)
    }
  }

  /// Writes to a member: begins or goes on with the conversation of the two.
  @discardableResult package func write(
    _ body: String = "How are your bees?", to member: Actor, by actor: Actor, key: String = UUID().uuidString
  ) async throws -> WrittenPart {
    let write = WriteToMember(member: member.id, body: try PostBody(body), key: try testKey(key))
    return try await self.write { tx in try write.perform(by: actor, in: tx) }
  }

  /// Goes on with a conversation.
  @discardableResult package func write(
    _ body: String = "They are well.", in conversation: ConversationID, by actor: Actor, key: String = UUID().uuidString
  ) async throws -> WrittenPart {
    let write = WriteMessage(conversation: conversation, body: try PostBody(body), key: try testKey(key))
    return try await self.write { tx in try write.perform(by: actor, in: tx) }
  }

  /// Asks the company alone.
  @discardableResult package func askPrivately(
    _ title: String = "My invoice is wrong", body: String = "It says 12.", by actor: Actor, key: String = UUID().uuidString
  ) async throws -> ConversationID {
    let ask = AskPrivately(title: try TopicTitle(title), body: try PostBody(body), key: try testKey(key))
    return try await write { tx in try ask.perform(by: actor, in: tx) }.conversation
  }

  /// Blocks somebody, or lifts that.
  package func block(_ member: Actor, wanted: Bool = true, by actor: Actor) async throws {
    try await write { tx in try SetBlock(member.id, wanted: wanted).perform(by: actor, in: tx) }
  }

  /// The post a topic begins with.
  package func opening(of topic: TopicID) async throws -> PostID {
    try await read { tx in
      guard let post: PostID = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1") else {
        throw ForumError.notFound
      }
      return post
    }
  }

  /// One number out of the tables.
  package func number(_ sql: SQL) async throws -> Int { try await read { tx in try tx.value(sql) ?? -1 } }
}

private func testKey(_ text: String) throws -> SubmissionKey {
  guard let key = SubmissionKey(text) else { throw ForumError.notFound }
  return key
}
