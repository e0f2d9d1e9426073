import Community
import Dumps

/// What of a topic comes along: its opening, what follows it and its history, without what was private or deleted.
struct DiscourseThread: Sendable {
  /// A line of its history.
  struct Line: Sendable {
    let kind: HistoryKind
    let post: DiscoursePost
    /// The number of the post it stands after.
    let after: Int
  }

  let topic: DiscourseTopic
  let opening: DiscoursePost
  let replies: [DiscoursePost]
  let lines: [Line]

  /// Nil for a topic of which nothing may come along.
  init?(_ topic: DiscourseTopic) {
    guard topic.isPublic, !topic.isDeleted else { return nil }
    let kept = topic.posts.filter { Self.leavingOut($0) == nil }
    let posts = kept.filter { $0.kind != .smallAction }
    // A split leaves a topic whose first post has a higher number; one whose opening is gone has nothing to hang on.
    guard let opening = posts.first else { return nil }
    self.topic = topic
    self.opening = opening
    replies = Array(posts.dropFirst())
    var after = opening.number
    var lines: [Line] = []
    // As the old forum had them: what split posts off stands where those were, whenever that was.
    for post in kept {
      if post.kind != .smallAction {
        after = post.number
      } else if let kind = HistoryKind(discourse: post.actionCode) {
        lines.append(Line(kind: kind, post: post, after: after))
      }
    }
    self.lines = lines
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
    case unknownAction = "lines of history that say what nobody knows"
    case hiddenAction = "hidden lines of history"
    case whisper = "whispers, which only the staff could read"
    case deletedPost = "deleted posts"
    case other = "posts of a kind nobody knows"
  }

  static func leavingOut(_ post: DiscoursePost) -> LeftOut? {
    switch post.kind {
    case .whisper: .whisper
    case .smallAction:
      post.isDeleted ? .deletedPost : post.isHidden ? .hiddenAction : HistoryKind(discourse: post.actionCode) == nil ? .unknownAction : nil
    case .other: .other
    case .ordinary, .moderator: post.isDeleted ? .deletedPost : nil
    }
  }
}
