package import Community
package import Templates

/// For admins: every category in its order, and a form for one more.
package struct CategoriesPage: Page {
  package static let template = "admin/categories"
  let site: SiteFrame
  let frame: AdminFrame
  let rows: [RowFields]
  let fields: CategoryFields

  struct RowFields: Fields {
    let name: String
    let path: String
    let access: String
    let topics: Int
    let hosts: String
    let isArchived: Bool
    let placePath: String
    /// The places before and after, counted from 1; nil at either end.
    let earlier: Int?
    let later: Int?

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      case "access": .text(access)
      case "topics": .number(topics)
      case "hosts": hosts.isEmpty ? .nothing : .text(hosts)
      case "isArchived": .flag(isArchived)
      case "placePath": .text(placePath)
      case "earlier": earlier.map { .text(String($0)) } ?? .nothing
      case "later": later.map { .text(String($0)) } ?? .nothing
      default: nil
      }
    }
  }

  package init(_ known: [CategorySheet], form: FormState = FormState(), maker: PageMaker) {
    site = maker.frame(title: maker.words.text("categories.title"))
    frame = AdminFrame(maker)
    rows = known.enumerated().map { index, sheet in
      RowFields(
        name: sheet.name, path: Paths.categorySheet(sheet.id),
        access: maker.words.text("category.access.\(sheet.access?.rawValue ?? "other")"), topics: sheet.topicCount,
        hosts: sheet.hosts.map(\.name).joined(separator: ", "), isArchived: sheet.isArchived,
        placePath: Paths.categorySheet(sheet.id) + "/place", earlier: index == 0 ? nil : index,
        later: index == known.count - 1 ? nil : index + 2)
    }
    fields = CategoryFields(form, of: nil, maker: maker)
  }

  private init() {
    (site, frame, fields) = (.sample, .sample, .sample)
    rows = [
      RowFields(
        name: "Help", path: "/admin/categories/1", access: "Everybody", topics: 12, hosts: "Mei", isArchived: true,
        placePath: "/admin/categories/1/place", earlier: 1, later: 3)
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "fields": .one(fields)
    default: nil
    }
  }

  package static let sample = CategoriesPage()
}
