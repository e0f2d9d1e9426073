import Database

/// What `is:` can ask of a topic.
package enum SearchState: String, Sendable, CaseIterable {
  case question, discussion, idea, notice
  case solved, open, unanswered, locked

  /// What can be chosen of its state in a form.
  package static let states: [SearchState] = [.solved, .open, .unanswered]
  /// What can be chosen of its kind in a form.
  package static let kinds: [SearchState] = TopicKind.open.compactMap { SearchState(rawValue: $0.rawValue) }

  var kind: TopicKind? { TopicKind(rawValue: rawValue) }

  /// True for rows of `topic` that are so.
  var condition: SQL {
    let isSolved: SQL = "topic.accepted_count > 0 OR topic.solved_at IS NOT NULL"
    return switch self {
    case .question, .discussion, .idea, .notice: "topic.kind = \(rawValue)"
    case .solved: "topic.kind = 'question' AND (\(isSolved))"
    case .open: "topic.kind = 'question' AND NOT (\(isSolved))"
    case .unanswered: "topic.kind = 'question' AND topic.others_count = 0 AND NOT (\(isSolved))"
    case .locked: "topic.locked_at IS NOT NULL"
    }
  }
}
