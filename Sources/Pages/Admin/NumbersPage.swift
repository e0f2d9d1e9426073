package import Community
package import Templates

/// For admins: a few numbers about the community, a week each, with how they went.
package struct NumbersPage: Page {
  package static let template = "admin/numbers"
  let site: SiteFrame
  let frame: AdminFrame
  let figures: [FigureFields]

  package init(_ numbers: WeekNumbers, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("numbers.title"))
    frame = AdminFrame(maker)
    figures = WeekFigure.allCases.map { FigureFields($0, numbers, maker: maker) }
  }

  private init() { (site, frame, figures) = (.sample, .sample, [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "figures": .many(figures)
    default: nil
    }
  }

  package static let sample = NumbersPage()
}

/// One number: what it was in the last whole week, how that compares, and every week as a bar.
struct FigureFields: Fields {
  let id: String
  let name: String
  let about: String
  /// What the last whole week came to; nil while there is none.
  let value: String?
  let trend: String?
  let bars: [BarFields]
  /// The greatest of them, in words, beside the plot.
  let most: String

  init(_ figure: WeekFigure, _ numbers: WeekNumbers, maker: PageMaker) {
    let words = maker.words
    let counts = numbers.counts[figure] ?? []
    let whole = counts.filter { $0.week < numbers.running }
    id = figure.rawValue
    name = words.text("numbers.\(figure.rawValue)")
    about = words.text("numbers.\(figure.rawValue).about")
    value = whole.last.map { last in
      whole.allSatisfy { $0.ofAll == 0 }
        ? words.text("numbers.\(figure.rawValue).never") : Self.text(last, of: figure, words: words)
    }
    trend = Self.trend(whole, words: words)
    let top = figure.isShare ? 100 : max(counts.map(\.counted).max() ?? 0, 1)
    most = figure.isShare ? words.text("numbers.percent", ["percent": .number(100)]) : words.text("numbers.count", ["count": .number(top)])
    let first = numbers.running.advanced(by: 1 - WeekNumbers.weeks)
    bars = (0..<WeekNumbers.weeks).compactMap { index in
      let week = first.advanced(by: index)
      guard let count = counts.first(where: { $0.week == week }) else { return nil }
      let height = Self.level(count) * BarFields.plotHeight / top
      return BarFields(
        x: index * BarFields.step, height: height, week: maker.clock.day(week.start, words: words),
        value: Self.text(count, of: figure, words: words), isRunning: week == numbers.running)
    }
  }

  /// A share of few says more as two numbers than as a percentage.
  private static let few = 20

  private static func text(_ count: WeekCount, of figure: WeekFigure, words: Words) -> String {
    guard let all = count.ofAll else { return words.text("numbers.count", ["count": .number(count.counted)]) }
    if all == 0 { return words.text("numbers.\(figure.rawValue).none") }
    let arguments: [String: WordArgument] = ["count": .number(count.counted), "all": .number(all), "percent": .number(level(count))]
    return words.text(all < few ? "numbers.of" : "numbers.share", arguments)
  }

  /// The count, or the share in percent.
  private static func level(_ count: WeekCount) -> Int {
    guard let all = count.ofAll else { return count.counted }
    return all == 0 ? 0 : (count.counted * 200 + all) / (2 * all)
  }

  /// How the last whole week compares with the four before it; nil while there are fewer, or too little to compare.
  private static func trend(_ whole: [WeekCount], words: Words) -> String? {
    guard let last = whole.last, whole.count > 4 else { return nil }
    let before = whole.suffix(5).dropLast()
    let sum = before.reduce(0) { $0 + $1.counted }
    guard last.ofAll != nil else {
      let usual = (sum + 2) / 4
      return said(last.counted - usual, more: "numbers.more", less: "numbers.less", words: words)
    }
    let all = before.reduce(0) { $0 + ($1.ofAll ?? 0) }
    guard all >= few, last.ofAll ?? 0 >= few else { return nil }
    return said(level(last) - (sum * 200 + all) / (2 * all), more: "numbers.pointsMore", less: "numbers.pointsLess", words: words)
  }

  private static func said(_ difference: Int, more: String, less: String, words: Words) -> String {
    if difference == 0 { return words.text("numbers.same") }
    return words.text(difference > 0 ? more : less, ["count": .number(abs(difference))])
  }

  private init() {
    (id, name, about, value, trend, most) = ("questions", "Questions", "Asked by members.", "12", "2 more", "20")
    bars = [.sample]
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "name": .text(name)
    case "about": .text(about)
    case "value": value.map(Field.text) ?? .nothing
    case "trend": trend.map(Field.text) ?? .nothing
    case "bars": .many(bars)
    case "hasBars": .flag(bars.contains { $0.height > 0 })
    case "most": .text(most)
    default: nil
    }
  }

  static let sample = FigureFields()
}

/// A week as a bar of a plot.
struct BarFields: Fields {
  /// In the plot's own units; the template's `viewBox` is 26 steps wide and this high.
  static let plotHeight = 64
  static let step = 10
  let x: Int
  let height: Int
  let week: String
  let value: String
  let isRunning: Bool

  func field(_ field: String) -> Field? {
    switch field {
    case "x": .number(x)
    case "y": .number(Self.plotHeight - height)
    case "height": .number(height)
    case "week": .text(week)
    case "value": .text(value)
    case "isRunning": .flag(isRunning)
    default: nil
    }
  }

  static let sample = BarFields(x: 0, height: 32, week: "5 January", value: "12", isRunning: true)
}
