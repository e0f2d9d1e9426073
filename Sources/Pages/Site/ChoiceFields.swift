package import Templates

/// One choice of a select or of radio buttons.
package struct ChoiceFields: Fields {
  package let value: String
  package let label: String
  package let isChosen: Bool
  package init(value: String, label: String, isChosen: Bool) {
    self.value = value
    self.label = label
    self.isChosen = isChosen
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "value": .text(value)
    case "label": .text(label)
    case "isChosen": .flag(isChosen)
    default: nil
    }
  }

  static let sample = ChoiceFields(value: "question", label: "Question", isChosen: true)
}
