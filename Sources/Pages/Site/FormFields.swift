package import Community
package import Templates

/// What was typed into a form and what is wrong with it: what a page needs to show the form again with nothing lost.
package struct FormState: Sendable {
  /// Stands before the ids of the form's fields where a page has several forms.
  package let prefix: String
  package let values: [String: String]
  package let problems: [FieldProblem]
  /// A sentence of the catalog about the whole form, such as `limit.signIn`.
  package let refusal: String?

  /// Secrets are left out of `values` by whoever makes this.
  package init(_ values: [String: String] = [:], problems: [FieldProblem] = [], refusal: String? = nil, prefix: String = "") {
    self.values = values
    self.problems = problems
    self.refusal = refusal
    self.prefix = prefix
  }

  /// The same with another value of a field.
  package func setting(_ name: String, to value: String) -> FormState {
    FormState(values.merging([name: value]) { $1 }, problems: problems, refusal: refusal, prefix: prefix)
  }

  package subscript(_ name: String) -> String { values[name] ?? "" }
  /// The id of a field's control, where links from the summary lead.
  package func id(_ name: String) -> String { prefix + name }
  /// The sentence beside a field; nil when it is right.
  package func sentence(_ name: String, maker: PageMaker) -> String? {
    problems.first { $0.field == name }.map { maker.sentence($0.problem, in: name) }
  }
}

/// One field of a form with its label, for `components/input`, or with a control of the template's own and `components/field-problem`.
package struct InputField: Fields {
  package let id: String
  package let name: String
  package let label: String
  package let hint: String?
  /// As in HTML: `text`, `email`, `password`.
  package let type: String
  package let autocomplete: String
  package let value: String
  package let problem: String?
  package let isRequired: Bool

  /// The label is `field.NAME` of the catalog, or `field.LABEL`; `hint` is a key of it, and `says` a hint
  /// that is a sentence already.
  package init(
    _ name: String, in form: FormState, maker: PageMaker, label: String? = nil, type: String = "text", autocomplete: String = "off",
    hint: String? = nil, says: String? = nil, isRequired: Bool = true
  ) {
    id = form.id(name)
    self.name = name
    self.label = maker.words.text("field.\(label ?? name)")
    self.hint = says ?? hint.map { maker.words.text($0) }
    self.type = type
    self.autocomplete = autocomplete
    value = form[name]
    problem = form.sentence(name, maker: maker)
    self.isRequired = isRequired
  }

  /// A field of a form that has no other, with the sentence beside it.
  package init(_ name: String, value: String, problem: String?, label: String, maker: PageMaker) {
    (id, self.name, type, autocomplete) = (name, name, "text", "off")
    self.label = maker.words.text("field.\(label)")
    (hint, self.value, self.problem, isRequired) = (nil, value, problem, true)
  }

  private init() {
    (id, name, label, hint, type, autocomplete) = ("name", "name", "Name", "As people call you.", "password", "name")
    (value, problem, isRequired) = ("Ana", "Please fill this in.", true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "name": .text(name)
    case "label": .text(label)
    case "hint": hint.map(Field.text) ?? .nothing
    case "type": .text(type)
    case "autocomplete": .text(autocomplete)
    case "value": .text(value)
    case "problem": problem.map(Field.text) ?? .nothing
    case "isRequired": .flag(isRequired)
    case "isPassword": .flag(type == "password")
    case "isDescribed": .flag(hint != nil || problem != nil)
    default: nil
    }
  }

  package static let sample = InputField()
}

/// Every problem of a form in one place above it, for `components/problems`; each leads to its field.
package struct ProblemSummary: Fields {
  let items: [Item]

  /// Nil when nothing is wrong. Problems of the fields `whole` are the form's as a whole: they are said without a link.
  /// `labels` are the words of fields that are called otherwise on this page.
  package init?(_ form: FormState, whole: Set<String> = ["token"], labels: [String: String] = [:], maker: PageMaker) {
    let refused = form.refusal.map { Item(id: nil, label: nil, sentence: maker.words.text($0)) }
    let problems = form.problems.map { problem in
      let sentence = maker.sentence(problem.problem, in: problem.field)
      guard !whole.contains(problem.field) else { return Item(id: nil, label: nil, sentence: sentence) }
      return Item(
        id: form.id(problem.field), label: labels[problem.field] ?? maker.words.text("field.\(problem.field)"), sentence: sentence)
    }
    items = (refused.map { [$0] } ?? []) + problems
    if items.isEmpty { return nil }
  }

  private init(items: [Item]) { self.items = items }

  package func field(_ field: String) -> Field? { field == "items" ? .many(items) : nil }

  struct Item: Fields {
    let id: String?
    let label: String?
    let sentence: String

    func field(_ field: String) -> Field? {
      switch field {
      case "id": id.map(Field.text) ?? .nothing
      case "label": label.map(Field.text) ?? .nothing
      case "sentence": .text(sentence)
      default: nil
      }
    }
  }

  package static let sample = ProblemSummary(items: [Item(id: "name", label: "Name", sentence: "Please fill this in.")])
}
