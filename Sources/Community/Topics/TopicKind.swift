import Database

/// The four kinds of topic, each with its own states and page.
package enum TopicKind: String, Sendable, CaseIterable, SQLConvertible {
  case question, discussion, idea, notice

  /// What a reply in order is called and stored as.
  package var replyKind: PostKind { self == .question ? .answer : .reply }
  /// The kinds that can be opened today; ideas have their pages later.
  package static let open: [TopicKind] = [.question, .discussion, .notice]
  /// Those of them that the viewer can open: everybody should know a notice, and who says what everybody should know is who may announce it.
  package static func open(to viewer: Viewer) -> [TopicKind] { open.filter { $0 != .notice || viewer.maySomewhere(.announce) } }
}

/// What a post is within its topic.
package enum PostKind: String, Sendable, CaseIterable, SQLConvertible {
  case opening, answer, reply, remark
}

/// In which order answers are shown.
package enum AnswerOrder: String, Sendable, CaseIterable { case oldest, best, newest }
