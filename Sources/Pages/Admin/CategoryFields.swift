import Community
import Templates

/// The fields of a category, for the form that adds one and the form that changes one.
struct CategoryFields: Fields {
  let problems: ProblemSummary?
  let name: InputField
  /// Only of a category that is there.
  let slug: InputField?
  let description: InputField
  let hint: InputField
  let access: [ChoiceFields]
  let hosts: InputField?
  let askAroundHours: InputField?

  /// `known` is the category that is changed; nil where one is added.
  init(_ form: FormState, of known: CategorySheet?, maker: PageMaker) {
    func input(_ name: String, isRequired: Bool) -> InputField {
      InputField(name, in: form, maker: maker, hint: "category.\(name).hint", isRequired: isRequired)
    }
    problems = ProblemSummary(form, maker: maker)
    name = InputField("name", in: form, maker: maker)
    (slug, hosts) = known == nil ? (nil, nil) : (input("slug", isRequired: true), input("hosts", isRequired: false))
    askAroundHours = known == nil ? nil : input("askAroundHours", isRequired: true)
    (description, hint) = (input("description", isRequired: false), input("hint", isRequired: false))
    // Roles that were changed one by one stay as they are until another way is chosen.
    let kept = known != nil && known?.access == nil ? [""] : []
    access = (kept + CategoryAccess.allCases.map(\.rawValue)).map { value in
      let label = maker.words.text("category.access.\(value.isEmpty ? "other" : value)")
      return ChoiceFields(value: value, label: label, isChosen: value == form["access"])
    }
  }

  /// What a form shows that nobody has typed into.
  static func state(of sheet: CategorySheet) -> FormState {
    FormState([
      "name": sheet.name, "slug": sheet.slug, "description": sheet.description, "hint": sheet.hint,
      "access": sheet.access?.rawValue ?? "", "hosts": sheet.hosts.map(\.handle).joined(separator: ", "),
      "askAroundHours": String(sheet.askAroundHours),
    ])
  }

  private init() {
    (problems, name, slug, description, hint) = (.sample, .sample, .sample, .sample, .sample)
    (access, hosts, askAroundHours) = ([.sample], .sample, .sample)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "problems": problems.map(Field.one) ?? .nothing
    case "name": .one(name)
    case "slug": slug.map(Field.one) ?? .nothing
    case "description": .one(description)
    case "hint": .one(hint)
    case "access": .many(access)
    case "hosts": hosts.map(Field.one) ?? .nothing
    case "askAroundHours": askAroundHours.map(Field.one) ?? .nothing
    default: nil
    }
  }

  static let sample = CategoryFields()
}
