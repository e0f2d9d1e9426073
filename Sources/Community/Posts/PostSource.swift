package import Database

/// What the edit form begins with.
package struct PostSource: Sendable {
  package let post: PostID
  package let kind: PostKind
  package let body: String
  package let version: Int
  package let topic: TopicHead
  package let tags: [String]

  /// The source of a post the actor may edit.
  package static func find(_ post: PostID, by actor: Actor, in tx: Transaction) throws -> PostSource {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    guard old.deletedAt == nil, old.author == actor.id || actor.may(.editAny, in: old.category) else {
      throw ForumError.forbidden(.notYours)
    }
    guard let topic = try TopicHead.find(old.topic, for: actor.viewer, in: tx),
      let body: String = try tx.value("SELECT body FROM post WHERE id = \(post)")
    else { throw ForumError.notFound }
    return PostSource(
      post: post, kind: old.kind, body: body, version: old.version, topic: topic, tags: old.kind == .opening ? try topic.tags(in: tx) : [])
  }
}
