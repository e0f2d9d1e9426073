package import Community
package import Templates

/// For admins: one category, to be changed, archived and brought back.
package struct CategorySheetPage: Page {
  package static let template = "admin/category"
  let site: SiteFrame
  let frame: AdminFrame
  let name: String
  let path: String
  let shownPath: String
  let isArchived: Bool
  let isSensitive: Bool
  let fields: CategoryFields

  /// Without a form it shows the category as it is.
  package init(_ sheet: CategorySheet, form: FormState? = nil, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("category.title", ["name": .text(sheet.name)]))
    frame = AdminFrame(maker)
    (name, path, shownPath) = (sheet.name, Paths.categorySheet(sheet.id), Paths.category(sheet.slug))
    isArchived = sheet.isArchived
    isSensitive = sheet.isSensitive
    fields = CategoryFields(form ?? CategoryFields.state(of: sheet), of: sheet, maker: maker)
  }

  private init() {
    (site, frame, name, path, shownPath) = (.sample, .sample, "Help", "/admin/categories/1", "/c/help")
    (isArchived, isSensitive, fields) = (true, true, .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "name": .text(name)
    case "path": .text(path)
    case "shownPath": .text(shownPath)
    case "isArchived": .flag(isArchived)
    case "isSensitive": .flag(isSensitive)
    case "fields": .one(fields)
    default: nil
    }
  }

  package static let sample = CategorySheetPage()
}
