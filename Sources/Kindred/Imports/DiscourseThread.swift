import Dumps

/// What of a topic comes along: its opening and what follows it, without what was private, deleted, or only a line of history.
struct DiscourseThread: Sendable {
  let topic: DiscourseTopic
  let opening: DiscoursePost
  let replies: [DiscoursePost]

  /// Nil for a topic of which nothing may come along.
  init?(_ topic: DiscourseTopic) {
    guard topic.isPublic, !topic.isDeleted else { return nil }
    let kept = topic.posts.filter { Self.leavingOut($0) == nil }
    // A split leaves a topic whose first post has a higher number; one whose opening is gone has nothing to hang on.
    guard let opening = kept.first else { return nil }
    self.topic = topic
    self.opening = opening
    replies = Array(kept.dropFirst())
  }

  var posts: [DiscoursePost] { [opening] + replies }
  var hasAcceptedAnswer: Bool { replies.contains(where: \.isAccepted) }

  /// Since when it takes no more replies.
  var closedAt: Int64? {
    guard topic.isClosed else { return nil }
    let acts = topic.posts.filter { $0.actionCode == "closed.enabled" || $0.actionCode == "archived.enabled" }
    return acts.last?.createdAt ?? posts.last?.createdAt
  }

  /// What everything of the topic and its posts is called: as in its old address, so that that leads on.
  var external: String { "t/\(topic.id)" }
  func external(_ post: DiscoursePost) -> String { Self.external(topic.id, post.number) }
  static func external(_ topic: Int, _ number: Int) -> String { "t/\(topic)/\(number)" }

  /// Why a topic or post has no place here.
  enum LeftOut: String, CaseIterable {
    case message = "messages between members, which were never for everybody"
    case deletedTopic = "deleted topics"
    case empty = "topics without an opening post"
    case smallAction = "lines of history (closed, pinned, split off), for which there is no place yet; closed topics are closed here"
    case whisper = "whispers, which only the staff could read"
    case deletedPost = "deleted posts"
    case other = "posts of a kind nobody knows"
  }

  static func leavingOut(_ post: DiscoursePost) -> LeftOut? {
    switch post.kind {
    case .whisper: .whisper
    case .smallAction: .smallAction
    case .other: .other
    case .ordinary, .moderator: post.isDeleted ? .deletedPost : nil
    }
  }
}
