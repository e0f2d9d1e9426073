package import Database

/// What a post said, version by version, newest first.
package struct PostHistory: Sendable {
  package let place: PostPlace
  package let topicTitle: String
  package let versions: [Version]
  /// Whether the viewer may bring the post back from here.
  package let mayRestore: Bool

  /// One version as it was written.
  package struct Version: Sendable, Equatable {
    package let number: Int
    package let title: String?
    /// The Markdown; nil when a moderator hid this version.
    package let body: String?
    package let editor: MemberBadge?
    package let at: Timestamp
  }

  /// The history of a post whose text the viewer may read. Edits that do not show are left out for all but the author and whoever may edit any post.
  package static func load(_ post: PostID, for viewer: Viewer, in tx: Transaction) throws -> PostHistory {
    let old = try PostForChange.find(post, for: viewer, in: tx)
    guard let place = try PostPlace.find(post, for: viewer, in: tx),
      let head = try TopicHead.find(old.topic, for: viewer, in: tx)
    else { throw ForumError.notFound }
    let seesAll = viewer.isMember(old.author) || viewer.may(.editAny)
    let nameless = old.isNameless
    let versions = try tx.all(
      """
      SELECT written.version, written.title, CASE WHEN written.hidden AND NOT \(viewer.may(.seeDeleted)) THEN NULL ELSE written.body END,
        written.at, \(MemberBadge.columns("editor"))
      FROM (
        SELECT post.version AS version, CASE WHEN post.kind = 'opening' THEN \(head.title) END AS title, post.body AS body, FALSE AS hidden,
          coalesce(post.edited_at, post.created_at) AS at, coalesce(post.edited_by, post.author_id) AS editor_id
        FROM post WHERE post.id = \(post)
        UNION ALL
        SELECT post_version.version, post_version.title, post_version.body, post_version.hidden, post_version.written_at, post_version.editor_id
        FROM post_version JOIN post ON post.id = post_version.post_id
        WHERE post_version.post_id = \(post) AND (NOT post_version.quiet OR \(seesAll))
      ) written
      JOIN member editor ON editor.id = written.editor_id
      ORDER BY written.version DESC
      """
    ) { row in
      let number: Int = try row.next()
      let title: String? = try row.next()
      let body: String? = try row.next()
      let at: Timestamp = try row.next()
      let editor = try MemberBadge(&row)
      return Version(number: number, title: title, body: body, editor: nameless && editor.id == old.author ? nil : editor, at: at)
    }
    let mayRestore =
      old.deletedAt.map { at in
        viewer.may(.deleteAny) || (viewer.isMember(old.author) && old.deletedBy == old.author && tx.now - at < RestorePost.offered)
      } ?? false
    return PostHistory(place: place, topicTitle: head.title, versions: versions, mayRestore: mayRestore)
  }
}
