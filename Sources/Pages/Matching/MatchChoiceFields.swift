import Community
import Templates

/// The switches of matching, as boxes to tick with what each does.
struct MatchChoiceFields: Fields {
  private let boxes: [Box]

  private struct Box: Fields {
    let name: String
    let label: String
    let hint: String
    let isOn: Bool

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "label": .text(label)
      case "hint": .text(hint)
      case "isOn": .flag(isOn)
      default: nil
      }
    }
  }

  /// Those that are off until a member says yes, with `isWhole` the others too.
  init(_ choices: MatchChoices, maker: PageMaker, isWhole: Bool = true) {
    let asked = [("suggestMe", choices.suggestMe), ("askMe", choices.askMe)]
    let rest = [("usePosts", choices.usePosts), ("useReading", choices.useReading)]
    boxes = (isWhole ? asked + rest : asked).map { name, isOn in
      Box(name: name, label: maker.words.text("matching.\(name)"), hint: maker.words.text("matching.\(name).hint"), isOn: isOn)
    }
  }

  private init() { boxes = [Box(name: "suggestMe", label: "Suggest me to others", hint: "Both or neither", isOn: true)] }

  func field(_ field: String) -> Field? { field == "boxes" ? .many(boxes) : nil }

  static let sample = MatchChoiceFields()
}
