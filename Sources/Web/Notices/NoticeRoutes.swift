import Pages

/// Addresses of following and of what is told.
package enum NoticeRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.following, FollowHandlers.show)
    table.post(Paths.followTopicPattern, FollowForm.self, FollowHandlers.topic)
    table.post(Paths.followCategoryPattern, FollowForm.self, FollowHandlers.category)
    table.post(Paths.followTagPattern, FollowForm.self, FollowHandlers.tag)
    table.post(Paths.followMemberPattern, FollowForm.self, FollowHandlers.member)
    table.get(Paths.bookmarks, BookmarkHandlers.show)
    table.post(Paths.bookmarkPattern, BookmarkForm.self, BookmarkHandlers.set)
  }
}
