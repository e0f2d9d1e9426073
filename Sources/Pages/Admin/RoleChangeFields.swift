import Community
import Templates

/// The form by which an admin changes what somebody is.
struct RoleChangeFields: Fields {
  let path: String
  let roles: [ChoiceFields]
  let categories: [ChoiceFields]
  let problem: String?
  let categoryProblem: String?

  init(_ sheet: MemberSheet, form: FormState?, chosen: Set<String>?, maker: PageMaker) {
    path = Paths.act("role", on: sheet.badge.id)
    let role = form.map { $0["role"] } ?? sheet.badge.role.rawValue
    roles = Role.allCases.filter { $0 != .visitor }.map {
      ChoiceFields(value: $0.rawValue, label: maker.words.text("roleChoice.\($0.rawValue)"), isChosen: $0.rawValue == role)
    }
    categories = sheet.categories.map {
      ChoiceFields(value: $0.slug, label: $0.name, isChosen: chosen?.contains($0.slug) ?? sheet.moderated.contains($0.id))
    }
    problem = form?.sentence("role", maker: maker)
    categoryProblem = form?.sentence("category", maker: maker)
  }

  private init() {
    (path, roles, categories) = ("/admin/members/1/role", [.sample], [.sample])
    (problem, categoryProblem) = ("Please choose.", "Please choose.")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "roles": .many(roles)
    case "categories": .many(categories)
    case "hasCategories": .flag(!categories.isEmpty)
    case "problem": problem.map(Field.text) ?? .nothing
    case "categoryProblem": categoryProblem.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = RoleChangeFields()
}

/// The button by which staff name a helper or take that back.
struct HelperFields: Fields {
  let path: String
  let isHelper: Bool

  /// Nil where the reader may not, or they are more than that.
  init?(_ sheet: MemberSheet, maker: PageMaker) {
    guard maker.viewer.may(.nameHelpers), [.member, .helper].contains(sheet.badge.role) else { return nil }
    (path, isHelper) = (Paths.act("helper", on: sheet.badge.id), sheet.badge.role == .helper)
  }

  private init() { (path, isHelper) = ("/admin/members/1/helper", true) }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "isHelper": .flag(isHelper)
    default: nil
    }
  }

  static let sample = HelperFields()
}
