import Community
import Database
import Pages

/// Putting a topic on top of lists, and seeing no more of it there.
enum AnnounceHandlers {
  static func announce(_ form: AnnounceForm, _ context: StaffContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    let (place, until, actor) = (try form.place(), try form.until(in: context.member.signedIn.timeZone), context.actor)
    try await context.write { tx in try Announce(topic, place: place, until: until).perform(by: actor, in: tx) }
    let flash = Cookie.flash("announced", undo: Paths.act("announce-end", on: topic), at: context.request.door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  static func again(_ context: StaffContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try AnnounceAgain(topic).perform(by: actor, in: tx) }
    return .redirect(Paths.topicBare(topic))
  }

  static func end(_ context: StaffContext) async throws -> Reply {
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

  func place() throws -> Announcement.Place {
    guard let place = Announcement.Place(rawValue: values["place"]) else { throw ForumError.invalid("place", .choiceUnknown) }
    return place
  }

  /// The end of that day where whoever announces is.
  func until(in zone: String) throws -> Timestamp {
    guard values["until"].utf8.count == 10, let day = SearchDate(values["until"]) else { throw ForumError.invalid("until", .dayUnknown) }
    return day.start(in: zone) + .days(1)
  }
}

/// Where somebody was when they had seen enough.
struct HideForm: Form {
  static let fields = [AccountFormFields.returnTo]
  let returnTo: String
  init(_ values: FormValues) { returnTo = ReturnPath(values["return_to"])?.text ?? Paths.home }
}
