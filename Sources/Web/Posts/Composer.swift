import Community
import Pages

/// The form at the end of a topic, empty or with what was typed.
enum Composer {
  /// Nil when the viewer cannot reply here.
  static func empty(for view: TopicView, replyTo: PostID?, viewer: Viewer) -> ComposerFields? {
    let topic = view.topic
    guard viewer.may(.reply), topic.takesReplies, !topic.isLocked, !topic.isDeleted, !topic.isHidden else { return nil }
    return fields(for: view, viewer: viewer, body: "", key: key(of: view), seen: view.topic.lastNumber, replyTo: replyTo)
  }

  /// With what was typed, and why it comes back: in a topic that takes no replies any more too, for the words must not go with it.
  static func again(_ form: ReplyForm, for view: TopicView, problem: String?, preview: PostBody?, hasNewPosts: Bool, viewer: Viewer)
    -> ComposerFields
  {
    fields(
      for: view, viewer: viewer, body: form.body, key: form.key, seen: hasNewPosts ? form.seen ?? 0 : view.topic.lastNumber,
      replyTo: form.replyTo, problem: problem, preview: preview, hasNewPosts: hasNewPosts)
  }

  private static func fields(
    for view: TopicView, viewer: Viewer, body: String, key: String, seen: Int, replyTo: PostID?, problem: String? = nil,
    preview: PostBody? = nil, hasNewPosts: Bool = false
  ) -> ComposerFields {
    let topic = view.topic
    let parent = topic.isQuestion ? nil : (view.posts + [view.opening]).first { $0.id == replyTo && $0.removal == nil }
    return ComposerFields(
      path: Paths.replies(topic.id), isQuestion: topic.isQuestion, body: body, problem: problem, key: key, seen: seen,
      replyToID: parent.map { String($0.id.rawValue) }, replyToName: parent?.author?.name, preview: preview, hasNewPosts: hasNewPosts,
      isSolved: topic.isSolved)
  }

  /// Made from what the writer saw, so that the page stays the same for as long as the topic does. Together with the text it
  /// tells a form sent twice from two posts.
  private static func key(of view: TopicView) -> String { "topic-\(view.topic.id.rawValue)-\(view.topic.lastNumber)" }
}
