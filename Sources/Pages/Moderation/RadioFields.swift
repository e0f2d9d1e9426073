import Templates

/// One choice of a few, as radio buttons with a legend, for `components/radios`.
struct RadioFields: Fields {
  let id: String
  let legend: String
  let choices: [Choice]
  let problem: String?

  struct Choice: Fields {
    /// Of the field, for its control.
    let name: String
    let value: String
    let label: String
    let hint: String?
    let isChosen: Bool

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "value": .text(value)
      case "label": .text(label)
      case "hint": hint.map(Field.text) ?? .nothing
      case "isChosen": .flag(isChosen)
      default: nil
      }
    }
  }

  /// The legend is `field.NAME` of the catalog; `key` is what a choice is called there, with the same and `.hint` under it.
  init(_ name: String, values: [String], key: (String) -> String, in form: FormState, hasHints: Bool = true, maker: PageMaker) {
    id = form.id(name)
    legend = maker.words.text("field.\(name)")
    choices = values.map { value in
      Choice(
        name: name, value: value, label: maker.words.text(key(value)),
        hint: hasHints ? maker.words.text(key(value) + ".hint") : nil,
        isChosen: form[name] == value)
    }
    problem = form.sentence(name, maker: maker)
  }

  private init() {
    (id, legend, problem) = ("act", "What happens", "Please choose from the list.")
    choices = [Choice(name: "act", value: "hold", label: "Hold", hint: "A person looks first.", isChosen: true)]
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "legend": .text(legend)
    case "choices": .many(choices)
    case "problem": problem.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = RadioFields()
}
