import Community
import Templates

/// The chip that says in words where a topic stands.
struct StateChip: Fields {
  let name: String
  let isSolved: Bool
  let isOpen: Bool
  let isTalk: Bool
  let isNotice: Bool

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
    isNotice = state == .notice
    isTalk = !isSolved && !isOpen && !isNotice
  }

  private init() { (name, isSolved, isOpen, isTalk, isNotice) = ("Solved", true, true, true, true) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "isSolved": .flag(isSolved)
    case "isOpen": .flag(isOpen)
    case "isTalk": .flag(isTalk)
    case "isNotice": .flag(isNotice)
    default: nil
    }
  }

  static let sample = StateChip()
}
