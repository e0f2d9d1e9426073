import Community
import Templates

/// One field to type in of the search form, with what is wrong with it beside it.
struct SearchInput: Fields {
  let id: String
  let label: String
  let value: String
  let hint: String?
  let problem: String?

  init(_ field: SearchField, _ request: SearchRequest, _ problems: [SearchProblem], _ maker: PageMaker, hint: String? = nil) {
    id = field.rawValue
    label = maker.words.text("search.\(field.rawValue)")
    value = request.fields[field] ?? ""
    self.hint = hint
    problem = SearchChoice.sentence(field, problems, maker)
  }

  private init() { (id, label, value, hint, problem) = ("tag", "Tag", "oven", "One word.", "There is no such tag.") }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "label": .text(label)
    case "value": .text(value)
    case "hint": hint.map(Field.text) ?? .nothing
    case "problem": problem.map(Field.text) ?? .nothing
    case "isDescribed": .flag(hint != nil || problem != nil)
    default: nil
    }
  }

  static let sample = SearchInput()
}
