import Community
import Templates

/// The chip that says in words where a topic stands.
struct StateChip: Fields {
  let name: String
  let isSolved: Bool
  let isOpen: Bool
  let isTalk: Bool

  init(_ state: TopicState, words: Words) {
    name =
      switch state {
      case .question: words.text("state.question")
      case .solved: words.text("state.solved")
      case .discussion: words.text("state.discussion")
      case .idea: words.text("state.idea")
      case .notice: words.text("state.notice")
      }
    isSolved = state == .solved
    isOpen = state == .question
    isTalk = !isSolved && !isOpen
  }

  private init() { (name, isSolved, isOpen, isTalk) = ("Solved", true, true, true) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "isSolved": .flag(isSolved)
    case "isOpen": .flag(isOpen)
    case "isTalk": .flag(isTalk)
    default: nil
    }
  }

  static let sample = StateChip()
}
