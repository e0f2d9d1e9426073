import Community
import Database
import Pages

/// The form at the end of a topic, empty or with what was typed.
enum Composer {
  /// Nil when the viewer cannot reply here. It begins with what they had begun before, and with what they want to quote.
  static func empty(for view: TopicView, replyTo: PostID?, draft: Draft?, quote: String?, maker: PageMaker) -> ComposerFields? {
    let topic = view.topic
    guard maker.viewer.may(.reply), topic.takesReplies, !topic.isLocked, !topic.isDeleted, !topic.isHidden else { return nil }
    let begun = [draft?.text.body, quote].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    let typed = ComposerFields.Typed(begun, draft: DraftFields(draft, maker: maker))
    return ComposerFields(
      typed, in: topic, key: key(of: view), seen: topic.lastNumber, parent: parent(replyTo ?? draft?.text.replyTo, in: view), maker: maker)
  }

  /// With what was typed, and why it comes back: in a topic that takes no replies any more too, for the words must not go with it.
  static func again(_ form: ReplyForm, _ typed: ComposerFields.Typed, for view: TopicView, maker: PageMaker) -> ComposerFields {
    ComposerFields(
      typed, in: view.topic, key: form.key, seen: typed.hasNewPosts ? form.seen ?? 0 : view.topic.lastNumber,
      parent: parent(form.replyTo, in: view), maker: maker)
  }

  private static func parent(_ replyTo: PostID?, in view: TopicView) -> PostView? {
    view.topic.isQuestion ? nil : (view.posts + [view.opening]).first { $0.id == replyTo && $0.removal == nil }
  }

  /// Made from what the writer saw, so that the page stays the same for as long as the topic does. Together with the text it
  /// tells a form sent twice from two posts.
  private static func key(of view: TopicView) -> String { "topic-\(view.topic.id.rawValue)-\(view.topic.lastNumber)" }
}
