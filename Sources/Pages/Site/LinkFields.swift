package import Templates

/// A link of a small set, such as tabs, orders, tags or pages.
package struct LinkFields: Fields {
  package let name: String
  package let path: String
  package let isCurrent: Bool
  package init(name: String, path: String, isCurrent: Bool = false) {
    self.name = name
    self.path = path
    self.isCurrent = isCurrent
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "path": .text(path)
    case "isCurrent": .flag(isCurrent)
    default: nil
    }
  }

  static let sample = LinkFields(name: "Latest", path: "/", isCurrent: true)
}
