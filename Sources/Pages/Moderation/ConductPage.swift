package import Community
package import Templates

/// What was done to keep order, in numbers, for everybody.
package struct ConductPage: Page {
  package static let template = "moderation/conduct"
  let site: SiteFrame
  let months: [MonthFields]

  package init(_ months: [Conduct], maker: PageMaker) {
    site = maker.frame(title: maker.words.text("conduct.title"), canonical: Paths.conduct)
    self.months = months.map { MonthFields($0, maker: maker) }
  }

  private init() { (site, months) = (.sample, [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "months": .many(months)
    case "isEmpty": .flag(months.isEmpty)
    default: nil
    }
  }

  package static let sample = ConductPage()

  /// A month of it.
  struct MonthFields: Fields {
    let name: String
    let lines: [LineFields]
    let others: Int

    init(_ month: Conduct, maker: PageMaker) {
      name = maker.clock.month(month.month, words: maker.words)
      lines = month.lines.map { LineFields(name: ActLine.name($0.kind, $0.rule, maker: maker), count: $0.count) }
      others = month.others
    }

    private init() { (name, lines, others) = ("March 2026", [LineFields(name: "Deleted: advertising", count: 12)], 4) }

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "lines": .many(lines)
      case "others": .number(others)
      case "hasOthers": .flag(others > 0)
      default: nil
      }
    }

    static let sample = MonthFields()
  }

  /// One act and how often.
  struct LineFields: Fields {
    let name: String
    let count: Int

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "count": .number(count)
      default: nil
      }
    }
  }
}
