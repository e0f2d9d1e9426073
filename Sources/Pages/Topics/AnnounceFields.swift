import Community
import Database
import Templates

/// An announcement on top of a list.
struct AnnouncedFields: Fields {
  let title: String
  let path: String
  let until: String
  /// Where a member sees no more of it; nil for a visitor.
  let hidePath: String?
  let returnTo: String

  init(_ announcement: Announcement, maker: PageMaker) {
    (title, path) = (announcement.title, Paths.topic(announcement.topic, announcement.slug))
    until = AnnounceFields.lastDay(announcement.until, maker)
    hidePath = maker.viewer.memberID == nil ? nil : Paths.act("hide", on: announcement.topic)
    returnTo = maker.here
  }

  private init() { (title, path, until, hidePath, returnTo) = ("We move", "/t/1/we-move", "3 May", "/t/1/hide", "/") }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "until": .text(until)
    case "hidePath": hidePath.map(Field.text) ?? .nothing
    case "returnTo": .text(returnTo)
    default: nil
    }
  }

  static let sample = AnnouncedFields()
}

/// Announcing a topic, on its page, for those who may.
struct AnnounceFields: Fields {
  let path: String
  let endPath: String?
  let until: String?
  let places: [ChoiceFields]
  let firstDay: String
  let lastDay: String
  let chosenDay: String

  init(_ topic: TopicID, _ announcement: Announcement?, maker: PageMaker) {
    path = Paths.act("announce", on: topic)
    let isAnywhere = maker.viewer.may(.announce)
    endPath = announcement.map { _ in Paths.act("announce-end", on: topic) }
    until = announcement.map { Self.lastDay($0.until, maker) }
    places = Announcement.Place.allCases.filter { isAnywhere || $0 == .category }.map {
      ChoiceFields(
        value: $0.rawValue, label: maker.words.text("announce.place.\($0.rawValue)"), isChosen: $0 == announcement?.place ?? .category)
    }
    let now = maker.clock.now
    (firstDay, lastDay) = (maker.clock.isoDay(now), maker.clock.isoDay(now + .days(364)))
    chosenDay = maker.clock.isoDay(announcement.map { $0.until - .hours(1) } ?? now + .days(14))
  }

  private init() {
    (path, endPath, until, places) = ("/t/1/announce", "/t/1/announce-end", "3 May", [.sample])
    (firstDay, lastDay, chosenDay) = ("2026-01-01", "2026-12-31", "2026-01-14")
  }

  /// An hour before its end is in its last day, whatever the clocks do that night.
  static func lastDay(_ until: Timestamp, _ maker: PageMaker) -> String { maker.clock.day(until - .hours(1), words: maker.words) }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "endPath": endPath.map(Field.text) ?? .nothing
    case "until": until.map(Field.text) ?? .nothing
    case "places": .many(places)
    case "firstDay": .text(firstDay)
    case "lastDay": .text(lastDay)
    case "chosenDay": .text(chosenDay)
    default: nil
    }
  }

  static let sample = AnnounceFields()
}

/// The same beside a notice that is being written.
struct AskNoticeFields: Fields {
  let places: [ChoiceFields]
  let until: InputField

  init(_ form: FormState, maker: PageMaker) {
    let words = maker.words
    places =
      [ChoiceFields(value: "", label: words.text("announce.place.none"), isChosen: form["place"].isEmpty)]
      + Announcement.Place.allCases.filter { maker.viewer.may(.announce) || $0 == .category }.map {
        ChoiceFields(value: $0.rawValue, label: words.text("announce.place.\($0.rawValue)"), isChosen: $0.rawValue == form["place"])
      }
    let now = maker.clock.now
    let days = ["firstDay": WordArgument.text(maker.clock.isoDay(now)), "lastDay": .text(maker.clock.isoDay(now + .days(364)))]
    let form = form["until"].isEmpty ? form.setting("until", to: maker.clock.isoDay(now + .days(14))) : form
    until = InputField("until", in: form, maker: maker, label: "lastDay", says: words.text("announce.until.hint", days))
  }

  private init() { (places, until) = ([.sample], .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "places": .many(places)
    case "until": .one(until)
    default: nil
    }
  }

  static let sample = AskNoticeFields()
}
