package import Community
package import Templates

/// For admins: what is missing before the public is let in, each with the page where it is mended.
package struct OpeningPage: Page {
  package static let template = "admin/opening"
  let site: SiteFrame
  let frame: AdminFrame
  let count: String
  let rows: [RowFields]

  struct RowFields: Fields {
    let name: String
    let isDone: Bool
    let what: String
    let path: String?
    let names: String?

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "isDone": .flag(isDone)
      case "what": .text(what)
      case "path": path.map(Field.text) ?? .nothing
      case "names": names.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  package init(_ day: OpeningDay, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("opening.title"))
    frame = AdminFrame(maker)
    count = Self.count(day, maker)
    rows = OpeningDay.Line.allCases.map { line in
      RowFields(
        name: maker.words.text("opening.\(line.rawValue)"), isDone: !day.missing.contains(line),
        what: maker.words.text("opening.\(line.rawValue).what"), path: Self.path(line), names: Self.names(line, day))
    }
  }

  /// How much is missing, in one sentence.
  static func count(_ day: OpeningDay, _ maker: PageMaker) -> String {
    maker.words.text("opening.missing", ["count": .number(day.missing.count)])
  }

  /// Nil for what is mended on the server itself.
  private static func path(_ line: OpeningDay.Line) -> String? {
    switch line {
    case .mail: Paths.mail
    case .backup: Paths.backups
    case .rules, .terms, .privacy, .imprint, .contact: line.text.map(Paths.text)
    case .staff: Paths.members
    case .categories: Paths.categories
    case .https: nil
    }
  }

  private static func names(_ line: OpeningDay.Line, _ day: OpeningDay) -> String? {
    guard day.missing.contains(line) else { return nil }
    let names = line == .staff ? day.faceless.map(\.name) : line == .categories ? day.undescribed : []
    return names.isEmpty ? nil : names.prefix(10).joined(separator: ", ")
  }

  private init() {
    (site, frame, count) = (.sample, .sample, "2 things are missing")
    rows = [RowFields(name: "Mail", isDone: true, what: "A mail server took a message.", path: "/admin/mail", names: "Mei Tanaka")]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "count": .text(count)
    case "rows": .many(rows)
    default: nil
    }
  }

  package static let sample = OpeningPage()
}
