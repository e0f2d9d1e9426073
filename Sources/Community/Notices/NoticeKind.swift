import Database

/// Why somebody is told of something, the strongest reasons first.
package enum NoticeKind: String, Sendable, CaseIterable, SQLConvertible {
  /// Their question was answered.
  case answered
  /// Somebody wrote to them out of public sight.
  case message
  /// Something was decided about them or what they wrote.
  case decided
  /// What they reported was decided.
  case reported
  /// Somebody replied to their post, or in the discussion they opened.
  case replied
  case mentioned
  /// Somebody remarked on their post.
  case remarked
  /// Their answer was accepted.
  case accepted
  /// What they asked, or said "me too" to, is solved.
  case solved
  /// A topic was opened in something they follow.
  case opened
  /// Something was written in something they follow.
  case written
  /// A question nobody has answered is offered to them.
  case offered

  /// What happened to the post: of one act a member hears once.
  var act: Act {
    switch self {
    case .answered, .replied, .mentioned, .remarked, .opened, .written, .message: .written
    case .accepted: .accepted
    case .solved: .solved
    case .decided, .reported: .decided
    case .offered: .offered
    }
  }

  enum Act: String, SQLConvertible { case written, accepted, solved, decided, offered }
}
