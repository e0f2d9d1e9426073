import Community

/// The categories of a site whose first admin comes from the command line, who renames them in the browser.
enum FirstCategories {
  static let all: [CreateCategory] = [
    ("Help", "Questions about using what we make."), ("Ideas", "What you wish it could do."),
    ("Everything else", "Whatever fits nowhere else."),
  ].compactMap { name, description in (try? CategoryName(name)).map { CreateCategory(name: $0, description: description) } }
}
