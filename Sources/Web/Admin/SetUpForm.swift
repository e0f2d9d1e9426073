import Community
import Passwords

/// The community's name, its first categories, and who looks after it.
struct SetUpForm: Form {
  private static let categories = ["category1", "category2", "category3"]
  static let fields =
    [FormField("siteName", maximumBytes: 1024), FormField("siteDescription", maximumBytes: 4096)]
    + categories.map { FormField($0, maximumBytes: 1024) } + AccountInPassing.fields
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// What was typed, parsed.
  struct Parsed: Sendable {
    let siteName: SiteName
    let description: SiteDescription
    let categories: [CategoryName]
    let name: DisplayName
    let email: EmailAddress
    let password: NewPassword
  }

  func parse() throws -> Parsed {
    var reader = FormReader(values)
    let siteName = reader.read("siteName", SiteName.init)
    let description = reader.read("siteDescription", SiteDescription.init)
    let categories = categories(&reader)
    let name = reader.read("name", DisplayName.init)
    let email = reader.read("email", EmailAddress.init)
    let password = reader.newPassword("password", notLike: [values["name"], values["email"], values["siteName"]])
    guard let siteName, let description, let name, let email, let password, reader.isRight else { throw reader.failure }
    return Parsed(siteName: siteName, description: description, categories: categories, name: name, email: email, password: password)
  }

  /// The first is needed, the others may be left empty; no two alike.
  private func categories(_ reader: inout FormReader) -> [CategoryName] {
    var names: [CategoryName] = []
    for field in Self.categories where field == "category1" || !values[field].allSatisfy(\.isWhitespace) {
      guard let name = reader.read(field, CategoryName.init) else { continue }
      if names.contains(where: { $0.text.lowercased() == name.text.lowercased() }) { reader.note(field, .collision) }
      names.append(name)
    }
    return names
  }
}
