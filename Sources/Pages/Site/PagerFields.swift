import Templates

/// Numbered pages: the first, the last and those around this one.
struct PagerFields: Fields {
  let steps: [Step]
  let previousPath: String?
  let nextPath: String?

  /// A page's number with its address, or a gap.
  struct Step: Fields {
    let number: Int
    let path: String?
    let isCurrent: Bool
    func field(_ field: String) -> Field? {
      switch field {
      case "number": .number(number)
      case "path": path.map(Field.text) ?? .nothing
      case "isCurrent": .flag(isCurrent)
      default: nil
      }
    }
  }

  /// Nil when there is only one page.
  init?(page: Int, count: Int, path: (Int) -> String) {
    guard count > 1 else { return nil }
    let shown = Set([1, count, page - 1, page, page + 1]).filter { (1...count).contains($0) }.sorted()
    var steps: [Step] = []
    for number in shown {
      if let last = steps.last, number > last.number + 1 { steps.append(Step(number: last.number + 1, path: nil, isCurrent: false)) }
      steps.append(Step(number: number, path: path(number), isCurrent: number == page))
    }
    self.steps = steps
    previousPath = page > 1 ? path(page - 1) : nil
    nextPath = page < count ? path(page + 1) : nil
  }

  private init() {
    steps = [Step(number: 1, path: "/t/1/x", isCurrent: true)]
    (previousPath, nextPath) = ("/t/1/x", "/t/1/x?page=2")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "steps": .many(steps)
    case "previousPath": previousPath.map(Field.text) ?? .nothing
    case "nextPath": nextPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample: PagerFields? = PagerFields()
}
