import Community
import Database
import Pages

/// Putting a topic on top of lists, and seeing no more of it there.
enum AnnounceHandlers {
  static func announce(_ form: AnnounceForm, _ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    let ((place, until), actor) = (try form.parse(in: context.signedIn.timeZone), context.actor)
    try await context.write { tx in try Announce(topic, place: place, until: until).perform(by: actor, in: tx) }
    let flash = Cookie.flash("announced", undo: Paths.act("announce-end", on: topic), at: context.request.door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  static func again(_ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try AnnounceAgain(topic).perform(by: actor, in: tx) }
    return .redirect(Paths.topicBare(topic))
  }

  static func end(_ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try EndAnnouncement(topic).perform(by: actor, in: tx) }
    let flash = Cookie.flash("announcementEnded", undo: Paths.act("announce-again", on: topic), at: context.request.door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  static func hide(_ form: HideForm, _ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try HideAnnouncement(topic, wanted: true).perform(by: actor, in: tx) }
    let flash = Cookie.flash("announcementHidden", undo: Paths.act("unhide", on: topic), at: context.request.door)
    return .redirect(form.returnTo, cookies: [flash])
  }

  static func show(_ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try HideAnnouncement(topic, wanted: false).perform(by: actor, in: tx) }
    return .redirect(Paths.home)
  }
}

/// Where a topic is announced, and the last day of it.
struct AnnounceForm: Form {
  static let fields = [FormField("place", maximumBytes: 20), FormField("until", maximumBytes: 20)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse(in zone: String) throws -> (place: Announcement.Place, until: Timestamp) {
    var reader = FormReader(values)
    let place = reader.read("place", Self.place)
    let until = reader.read("until") { (raw) throws(Problem) in try Self.until(raw, in: zone) }
    guard let place, let until else { throw reader.failure }
    return (place, until)
  }

  static func place(_ raw: String) throws(Problem) -> Announcement.Place {
    guard let place = Announcement.Place(rawValue: raw) else { throw Problem(.choiceUnknown) }
    return place
  }

  /// The end of that day where whoever announces is.
  static func until(_ raw: String, in zone: String) throws(Problem) -> Timestamp {
    guard raw.utf8.count == 10, let day = SearchDate(raw) else { throw Problem(.dayUnknown) }
    return day.start(in: zone) + .days(1)
  }
}

/// Where somebody was when they had seen enough.
struct HideForm: Form {
  static let fields = [AccountFormFields.returnTo]
  let returnTo: String
  init(_ values: FormValues) { returnTo = ReturnPath(values["return_to"])?.text ?? Paths.home }
}
