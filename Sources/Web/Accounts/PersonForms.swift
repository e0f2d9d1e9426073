import Community
import Database

/// Tags that interest somebody: typed, and ticked where some are offered.
struct InterestsForm: Form {
  static let fields = [FormField("tags", maximumBytes: 2_000), FormField("tag", maximumBytes: 300, isRepeated: true)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var ticked: Set<String> { Set(values.all("tag")) }

  func parse() throws -> DeclareInterests {
    var reader = FormReader(values)
    let interests = reader.read("tags") { [ticked = values.all("tag")] (raw) throws(Problem) in try DeclaredInterests(raw, ticked: ticked) }
    guard let interests else { throw reader.failure }
    return DeclareInterests(interests)
  }
}

/// The last day somebody is away, and what they say about it.
struct AwayForm: Form {
  static let fields = [FormField("until", maximumBytes: 20), FormField("awayNote", maximumBytes: 1_600)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isBack: Bool { values["until"].isEmpty }

  func parse(in zone: String) throws -> SayAway {
    var reader = FormReader(values)
    let until = reader.read("until") { (raw) throws(Problem) -> SearchDate? in
      guard !raw.isEmpty else { return nil }
      guard raw.utf8.count == 10, let day = SearchDate(raw) else { throw Problem(.dayUnknown) }
      return day
    }
    let note = reader.read("awayNote") { (raw) throws(Problem) in try SayAway(until: nil, note: raw) }
    guard let until, note != nil else { throw reader.failure }
    do throws(Problem) { return try SayAway(until: until.map { $0.start(in: zone) + .days(1) }, note: values["awayNote"]) } catch {
      throw ForumError.invalid([FieldProblem("awayNote", error)])
    }
  }
}

/// What somebody is called, and the zone their times are shown in.
struct WelcomeNameForm: Form {
  static let fields = [AccountFormFields.name, FormField("timeZone", maximumBytes: 256)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> (name: ChangeName, zone: TimeZoneName) {
    var reader = FormReader(values)
    let name = reader.read("name", DisplayName.init)
    let zone = reader.read("timeZone", TimeZoneName.init)
    guard let name, let zone else { throw reader.failure }
    return (ChangeName(to: name), zone)
  }
}

/// Which kinds of mail somebody wants who has just come.
struct WelcomeMailForm: Form {
  static let kinds = NoticeMail.usual
  static let fields = NoticeMail.allCases.filter { kinds.contains($0) }.map { FormField($0.rawValue, maximumBytes: 3) }
  let wanted: Set<NoticeMail>
  init(_ values: FormValues) { wanted = Self.kinds.filter { values.has($0.rawValue) } }
}
