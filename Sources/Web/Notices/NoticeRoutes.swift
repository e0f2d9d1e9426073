import Pages

/// Addresses of following and of what is told.
package enum NoticeRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.notices, NoticeHandlers.show)
    table.stream(Paths.noticesLive, LiveHandlers.listen)
    table.post(Paths.noticesRead, NoticesReadForm.self, NoticeHandlers.markRead)
    table.post(Paths.noticesUnread, NoticesUnreadForm.self, NoticeHandlers.markUnread)
    table.get(Paths.stopMailPattern, StopMailHandlers.show)
    table.post(Paths.stopMailPattern, StopMailForm.self, openToForeignOrigins: true, StopMailHandlers.press)
    table.post(Paths.bounces, BounceForm.self, openToForeignOrigins: true, BounceHandlers.note)
    table.post(Paths.settingsMail, MailForm.self, SettingsHandlers.saveMail)
    table.post(Paths.settingsMailMend, SettingsHandlers.mendMail)
    table.get(Paths.following, FollowHandlers.show)
    table.post(Paths.followTopicPattern, FollowForm.self, FollowHandlers.topic)
    table.post(Paths.followCategoryPattern, FollowForm.self, FollowHandlers.category)
    table.post(Paths.followTagPattern, FollowForm.self, FollowHandlers.tag)
    table.post(Paths.followMemberPattern, FollowForm.self, FollowHandlers.member)
    table.get(Paths.bookmarks, BookmarkHandlers.show)
    table.post(Paths.bookmarkPattern, BookmarkForm.self, BookmarkHandlers.set)
  }
}
