/// A category of a Discourse forum.
package struct DiscourseCategory: Sendable, Hashable {
  package let id: Int
  package let name: String
  /// What addresses and `--questions` call it by.
  package let slug: String
  package let description: String
  /// `#RRGGBB`, if the forum says.
  package let color: String?
  /// Whether only some people could see it.
  package let isRestricted: Bool

  /// What is known of a category of which there is only a number.
  package init(numbered id: Int) { self.init(id: id, name: "Category \(id)", slug: "category-\(id)") }

  /// Where topics lie that are in no category.
  package init(unnamed name: String) { self.init(id: 0, name: name, slug: name.lowercased()) }

  init(id: Int, name: String, slug: String, description: String = "", color: String? = nil, isRestricted: Bool = false) {
    self.id = id
    self.name = name
    self.slug = slug
    self.description = description
    self.color = color
    self.isRestricted = isRestricted
  }

  init(_ fields: JSONFields) throws(RowFault) {
    let id = try fields.number("id")
    let color = try fields.optionalText("color")?.uppercased()
    let isColor = color.map { $0.utf8.count == 6 && $0.utf8.allSatisfy { (48...57).contains($0) || (65...70).contains($0) } } ?? false
    let slug = try fields.optionalText("slug") ?? ""
    self.init(
      id: id, name: try fields.text("name"), slug: slug.isEmpty ? "category-\(id)" : slug,
      description: try fields.optionalText("description_text") ?? "", color: isColor ? color.map { "#" + $0 } : nil,
      isRestricted: try fields.flag("read_restricted"))
  }
}

extension DiscourseCategory {
  /// The categories a post links to with their names on them; all that is left of them where the forum's list is missing.
  package static func named(in html: String) -> [DiscourseCategory] {
    guard html.utf8.holds("badge-category") else { return [] }
    var found: [DiscourseCategory] = []
    gather(HTMLText.parse(html), into: &found)
    return found
  }

  private static func gather(_ nodes: [HTMLNode], into found: inout [DiscourseCategory]) {
    for case .element(let element) in nodes {
      if element.name == "a", element.classes.contains("badge-wrapper") {
        if let category = linked(element) { found.append(category) }
      } else {
        gather(element.children, into: &found)
      }
    }
  }

  /// `/c/PARENT/SLUG/ID`
  private static func linked(_ link: HTMLElement) -> DiscourseCategory? {
    let href = link.attributes["href"] ?? ""
    let parts = href.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let name = link.text.trimmingSpaces()
    guard let start = parts.firstIndex(of: "c"), parts.count > start + 2, let id = Int(parts[parts.count - 1]), !name.isEmpty else {
      return nil
    }
    return DiscourseCategory(id: id, name: name, slug: parts[parts.count - 2])
  }
}

extension String.UTF8View {
  /// Whether a word stands in it; linear.
  func holds(_ word: StaticString) -> Bool {
    let first = word.utf8Start.pointee
    let rest = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var slice = self[...]
    while let start = slice.firstIndex(of: first) {
      slice = slice[start...]
      if slice.starts(with: rest) { return true }
      slice = slice.dropFirst()
    }
    return false
  }
}
