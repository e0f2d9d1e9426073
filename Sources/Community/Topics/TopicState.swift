/// Where a topic stands, as its chip says.
package enum TopicState: Sendable, Equatable {
  case question, solved, discussion, idea, notice

  init(kind: TopicKind, isSolved: Bool) {
    self =
      switch kind {
      case .question: isSolved ? .solved : .question
      case .discussion: .discussion
      case .idea: .idea
      case .notice: .notice
      }
  }
}
