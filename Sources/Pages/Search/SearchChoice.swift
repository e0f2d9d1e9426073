import Community
import Templates

/// One list to choose from in the search form. What was typed and is not in the list is added to it, so that it is not lost.
struct SearchChoice: Fields {
  let id: String
  let label: String
  let options: [ChoiceFields]
  let problem: String?

  init(
    _ field: SearchField, _ request: SearchRequest, _ known: [(value: String, label: String)], _ problems: [SearchProblem],
    _ maker: PageMaker
  ) {
    id = field.rawValue
    label = maker.words.text("search.\(field.rawValue)")
    let typed = request.fields[field]?.lowercased() ?? ""
    let chosen = known.first { $0.value == typed } ?? known.first { $0.label.lowercased() == typed }
    var options = [ChoiceFields(value: "", label: maker.words.text("search.\(field.rawValue).any"), isChosen: typed.isEmpty)]
    options += known.map { ChoiceFields(value: $0.value, label: $0.label, isChosen: $0.value == chosen?.value) }
    if chosen == nil, !typed.isEmpty { options.append(ChoiceFields(value: typed, label: request.fields[field] ?? "", isChosen: true)) }
    self.options = options
    problem = Self.sentence(field, problems, maker)
  }

  static func sentence(_ field: SearchField, _ problems: [SearchProblem], _ maker: PageMaker) -> String? {
    let sentences = problems.filter { $0.field == field }.map {
      maker.words.text("search.problem.\(field.rawValue)", ["value": .text($0.value)])
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private init() { (id, label, options, problem) = ("category", "Category", [.sample], "There is no such category.") }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "label": .text(label)
    case "options": .many(options)
    case "problem": problem.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = SearchChoice()
}
