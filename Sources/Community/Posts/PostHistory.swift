package import Database

/// What a post said, version by version, newest first, a page of it.
package struct PostHistory: Sendable {
  package static let pageSize = 20
  package let place: PostPlace
  package let topicTitle: String
  package let versions: [Version]
  /// The version before the last of them, which says what that one changed; nil where there is none.
  package let base: Version?
  /// The version before which the next page begins; nil on the last.
  package var older: Int? { base == nil ? nil : versions.last?.number }
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
  /// With `before` it goes on below that version. Throws ``ForumError/notFound`` where there is nothing.
  package static func load(_ post: PostID, before: Int? = nil, for viewer: Viewer, in tx: Transaction) throws -> PostHistory {
    let end = before ?? .max
    let old = try PostForChange.find(post, for: viewer, in: tx)
    guard let place = try PostPlace.find(post, for: viewer, in: tx),
      let head = try TopicHead.find(old.topic, for: viewer, in: tx)
    else { throw ForumError.notFound }
    let seesAll = viewer.isMember(old.author) || viewer.may(.editAny, in: old.category)
    let nameless = old.isNameless
    let versions = try tx.all(
      """
      SELECT written.version, written.title, CASE WHEN written.hidden AND NOT \(viewer.may(.seeDeleted, in: old.category)) THEN NULL ELSE written.body END,
        written.at, \(MemberBadge.columns("editor"))
      FROM (
        SELECT post.version AS version, CASE WHEN post.kind = 'opening' THEN \(head.title) END AS title, post.body AS body, FALSE AS hidden,
          coalesce(post.edited_at, post.created_at) AS at, coalesce(post.edited_by, post.author_id) AS editor_id
        FROM post WHERE post.id = \(post) AND post.version < \(end)
        UNION ALL
        SELECT * FROM (
          SELECT version, title, body, hidden, written_at, editor_id FROM post_version
          WHERE post_id = \(post) AND version < \(end) AND (NOT quiet OR \(seesAll))
          ORDER BY version DESC LIMIT \(pageSize + 1)
        ) listed
      ) written
      JOIN member editor ON editor.id = written.editor_id
      ORDER BY written.version DESC LIMIT \(pageSize + 1)
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
        viewer.may(.deleteAny, in: old.category)
          || (viewer.isMember(old.author) && old.deletedBy == old.author && tx.now - at < RestorePost.offered)
      } ?? false
    guard !versions.isEmpty else { throw ForumError.notFound }
    return PostHistory(
      place: place, topicTitle: head.title, versions: Array(versions.prefix(pageSize)), base: versions.dropFirst(pageSize).first,
      mayRestore: mayRestore)
  }
}
