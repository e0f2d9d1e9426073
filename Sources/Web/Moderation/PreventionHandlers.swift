import Community
import Pages

/// What is held until a person has looked.
enum PreventionHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    try await context.page { maker, tx in PreventionPage(PreventionPage.state(of: try PreventionSettings.load(in: tx)), maker: maker) }
  }

  static func save(_ form: PreventionForm, _ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(PreventionForm.fields) {
      let settings = try form.parse()
      try await context.write { tx in try settings.save(by: actor, in: tx) }
      return .redirect(Paths.prevention, cookies: [.flash("settingsSaved", at: context.request.door)])
    } again: { state, maker, _ in
      PreventionPage(state, maker: maker)
    }
  }
}

/// The settings as they were typed.
struct PreventionForm: Form {
  static let fields =
    [FormField("firstPosts", maximumBytes: 5), FormField("pace", maximumBytes: 20)]
    + PreventionSettings.Counted.allCases.flatMap {
      [FormField($0.rawValue + "New", maximumBytes: 10), FormField($0.rawValue + "Settled", maximumBytes: 10)]
    }
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws every problem at once.
  func parse() throws -> PreventionSettings {
    var reader = FormReader(values)
    let first = reader.read("firstPosts") { (raw) throws(Problem) in try wholeNumber(raw, from: 0, to: PreventionSettings.mostFirstPosts) }
    let pace = reader.read("pace") { (raw) throws(Problem) -> PreventionSettings.Pace in
      guard let pace = PreventionSettings.Pace(rawValue: raw) else { throw Problem(.choiceUnknown) }
      return pace
    }
    var allowed: [PreventionSettings.Counted: PreventionSettings.Allowance] = [:]
    for counted in PreventionSettings.Counted.allCases {
      let new = reader.read(counted.rawValue + "New") { (raw) throws(Problem) in try wholeNumber(raw, from: 0, to: counted.most) }
      let settled = reader.read(counted.rawValue + "Settled") { (raw) throws(Problem) in
        try wholeNumber(raw, from: 0, to: counted.most)
      }
      if let new, let settled { allowed[counted] = PreventionSettings.Allowance(new: new, settled: settled) }
    }
    guard let first, let pace, reader.isRight else { throw reader.failure }
    return PreventionSettings(firstPosts: first, allowed: allowed, pace: pace)
  }
}

/// A whole number somebody typed. Throws ``Problem`` `numberBad` with the greatest that may be, or `numberTooSmall` with the least.
func wholeNumber(_ raw: String, from least: Int, to most: Int) throws(Problem) -> Int {
  let digits = raw.trimmingPrefix { $0 == " " }.prefix { $0 != " " }
  guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
    number <= most
  else { throw Problem(.numberBad, most) }
  if number < least { throw Problem(.numberTooSmall, least) }
  return number
}
