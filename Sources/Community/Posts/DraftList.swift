package import Database

/// All that a member has begun, newest first, with where each belongs as far as they may still see it.
package struct DraftList: Sendable {
  package let kept: [Entry]
  /// Put away within the last day.
  package let discarded: [Entry]

  /// One draft with its place.
  package struct Entry: Sendable {
    package let draft: Draft
    /// Nil where the topic or post is not there for the member: then nothing of it is told.
    package let spot: Spot?
    /// As the spot, for what is written to somebody.
    package let talk: Talk?
  }

  /// Whom a draft is for.
  package struct Talk: Sendable, Equatable {
    /// What was asked, or the other one's name.
    package let title: String
    package let handle: String
    package let conversation: ConversationID?
  }

  /// Where a draft belongs.
  package struct Spot: Sendable, Equatable {
    package let topic: TopicID
    package let slug: String
    package let title: String
    /// Whether what is written there can still be sent.
    package let takesText: Bool
  }

  package static func load(for actor: Actor, in tx: Transaction) throws -> DraftList {
    DraftList(
      kept: try entries("draft.state = 'kept'", for: actor, in: tx),
      discarded: try entries("draft.state = 'discarded' AND draft.saved_at > \(tx.now - Draft.restorable)", for: actor, in: tx))
  }

  /// One draft with its place; nil when the actor has none of that number.
  package static func find(_ place: DraftPlace, of actor: Actor, in tx: Transaction) throws -> Entry? {
    try entries("draft.state = 'kept' AND draft.kind = \(place.kind) AND draft.target = \(place.target)", for: actor, in: tx).first
  }

  private static func entries(_ condition: SQL, for actor: Actor, in tx: Transaction) throws -> [Entry] {
    let viewer = actor.viewer
    let maySend: SQL =
      """
      topic.deleted_at IS NULL AND NOT topic.hidden AND (draft.kind = 'edit' OR (topic.locked_at IS NULL AND \(Visibility.takesReplies(viewer))))
        AND (post.id IS NULL OR (post.deleted_at IS NULL AND NOT post.hidden))
        AND (draft.kind <> 'edit' OR post.author_id = \(actor.id) OR \(Visibility.may(.editAny, viewer)))
      """
    return try tx.all(
      """
      SELECT \(Draft.columns), topic.id, topic.slug, topic.title, \(maySend),
        coalesce(NULLIF(conversation.title, ''), other.name), other.handle, conversation.id
      FROM draft
      LEFT JOIN post ON draft.kind IN ('remark', 'edit') AND post.id = draft.target AND \(Visibility.readable(viewer))
      LEFT JOIN topic ON topic.id = CASE WHEN draft.kind = 'reply' THEN draft.target ELSE post.topic_id END AND \(Visibility.openable(viewer))
      LEFT JOIN conversation ON draft.kind IN ('message', 'publish') AND conversation.id = draft.target AND \(ConversationRule.readable(by: actor))
      LEFT JOIN member other ON other.id = CASE WHEN draft.kind = 'letter' THEN draft.target ELSE \(ConversationRule.other(than: actor.id)) END
      WHERE draft.member_id = \(actor.id) AND \(condition)
      ORDER BY draft.saved_at DESC, draft.id DESC
      """
    ) { row in
      let draft = try Draft(&row)
      let (topic, slug, title): (TopicID?, String?, String?) = (try row.next(), try row.next(), try row.next())
      let takesText: Bool? = try row.next()
      let (talkTitle, handle, conversation): (String?, String?, ConversationID?) = (try row.next(), try row.next(), try row.next())
      let talk = talkTitle.flatMap { title in handle.map { Talk(title: title, handle: $0, conversation: conversation) } }
      guard let topic, let slug, let title else { return Entry(draft: draft, spot: nil, talk: talk) }
      return Entry(draft: draft, spot: Spot(topic: topic, slug: slug, title: title, takesText: takesText ?? false), talk: nil)
    }
  }
}
