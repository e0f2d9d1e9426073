import Community

/// The categories of a site whose first admin comes from the command line: those that set-up in the browser suggests.
enum FirstCategories {
  private static let suggested = [
    ("Help", "Questions about using what we make."), ("Ideas", "What you wish it could do."),
    ("Everything else", "Whatever fits nowhere else."),
  ]

  static var names: [String] { suggested.map(\.0) }

  static let all: [CreateCategory] = suggested.compactMap { name, description in
    (try? CategoryName(name)).map { CreateCategory(name: $0, description: description) }
  }
}
