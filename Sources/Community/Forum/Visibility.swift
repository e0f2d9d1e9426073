package import Database

/// The one visibility rule: every read of topics and posts carries these fragments, and nothing else decides.
package enum Visibility {
  /// True for rows of `topic` that stand and lie in a category the viewer may see: what lists, search, feeds and counts show.
  package static func standing(_ viewer: Viewer) -> SQL {
    "topic.deleted_at IS NULL AND NOT topic.hidden AND \(seeable(viewer))"
  }

  /// True for rows of `topic` the viewer may open: those that stand, and removed ones for their author and whoever may see removed posts.
  package static func openable(_ viewer: Viewer) -> SQL {
    if viewer.may(.seeDeleted) { return seeable(viewer) }
    guard let id = viewer.memberID else { return standing(viewer) }
    let moderates: SQL = viewer.moderates(.seeDeleted) ? " OR topic.category_id \(anyOf: viewer.moderated)" : ""
    return "((topic.deleted_at IS NULL AND NOT topic.hidden) OR topic.author_id = \(id)\(moderates)) AND \(seeable(viewer))"
  }

  /// True for rows of `post` whose text the viewer may read, given that the topic is open to them.
  package static func readable(_ viewer: Viewer) -> SQL {
    if viewer.may(.seeDeleted) { return "TRUE" }
    guard let id = viewer.memberID else { return standingPost }
    guard viewer.moderates(.seeDeleted) else { return "(\(standingPost) OR post.author_id = \(id))" }
    return """
      (\(standingPost) OR post.author_id = \(id) OR EXISTS (
        SELECT 1 FROM topic moderated WHERE moderated.id = post.topic_id AND moderated.category_id \(anyOf: viewer.moderated)))
      """
  }

  /// True for rows of `post` that are there for everybody who sees their topic: neither removed nor a remark on what was removed.
  package static var standingPost: SQL {
    """
    (post.deleted_at IS NULL AND NOT post.hidden AND NOT (post.kind = 'remark' AND EXISTS (
      SELECT 1 FROM post remarked WHERE remarked.id = post.parent_id AND (remarked.deleted_at IS NOT NULL OR remarked.hidden))))
    """
  }

  /// True for rows of `post` that have a place in their topic for the viewer: a removed one keeps it, a hidden one is as if it never was.
  static func placed(_ viewer: Viewer) -> SQL { "((post.number IS NOT NULL AND NOT post.hidden) OR \(readable(viewer)))" }

  /// True for rows of `topic` the viewer looks after: whose posts they decide on.
  static func lookedAfter(by viewer: Viewer) -> SQL { viewer.decides ? "\(may(.decide, viewer)) AND \(seeable(viewer))" : "FALSE" }

  /// True for rows of `category` the viewer may see.
  package static func categories(_ viewer: Viewer) -> SQL { access(viewer, category: "category.id", right: "may_see") }

  /// True for rows of `category` the viewer may open topics in.
  package static func opensTopics(_ viewer: Viewer) -> SQL {
    "category.archived_at IS NULL AND \(categories(viewer)) AND \(access(viewer, category: "category.id", right: "may_open"))"
  }

  /// True for rows of `topic` whose category lets the viewer reply.
  package static func takesReplies(_ viewer: Viewer) -> SQL {
    "\(inOpenCategory) AND \(access(viewer, category: "topic.category_id", right: "may_reply"))"
  }

  /// True for rows of `topic` whose category is not archived.
  static var inOpenCategory: SQL {
    "NOT EXISTS (SELECT 1 FROM category archive WHERE archive.id = topic.category_id AND archive.archived_at IS NOT NULL)"
  }

  private static func seeable(_ viewer: Viewer) -> SQL { access(viewer, category: "topic.category_id", right: "may_see") }

  /// True for rows of `topic` that the viewer may do it to.
  static func may(_ action: Action, _ viewer: Viewer) -> SQL {
    if viewer.may(action) { return "TRUE" }
    return viewer.moderates(action) ? "topic.category_id \(anyOf: viewer.moderated)" : "FALSE"
  }

  private static func access(_ viewer: Viewer, category: SQL, right: SQL) -> SQL {
    let own: SQL = "category_access.role = \(viewer.role)"
    let role: SQL =
      viewer.moderated.isEmpty
      ? own : "(\(own) OR (category_access.role = \(Role.moderator) AND category_access.category_id \(anyOf: viewer.moderated)))"
    return """
      EXISTS (SELECT 1 FROM category_access WHERE category_access.category_id = \(category)
        AND \(role) AND category_access.\(right))
      """
  }
}

extension Viewer {
  /// Whether they may do it in some categories and not in all.
  fileprivate func moderates(_ action: Action) -> Bool { !may(action) && maySomewhere(action) }
}
