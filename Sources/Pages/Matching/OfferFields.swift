import Community
import Templates

/// Above a question's answers: that it is offered to the reader, why them, and a button for "not me".
struct OfferFields: Fields {
  let text: String
  /// Where the reason can be looked up.
  let place: LinkFields?
  let notMePath: String

  /// Nil where nothing is offered.
  init?(_ own: TopicOffers.Own, of topic: TopicID, maker: PageMaker) {
    guard case .offered(let reason) = own else { return nil }
    switch reason?.place {
    case .post(let post, let title, _):
      text = maker.words.text("offer.own.post", ["word": .text(reason?.word ?? "")])
      place = LinkFields(name: title, path: Paths.post(post))
    case .interest: (text, place) = (maker.words.text("offer.own.interest", ["word": .text(reason?.word ?? "")]), nil)
    case nil: (text, place) = (maker.words.text("offer.own.plain"), nil)
    }
    notMePath = Paths.act("not-me", on: topic)
  }

  private init() { (text, place, notMePath) = ("Offered to you: you wrote about “labels” in", .sample, "/t/1/not-me") }

  func field(_ field: String) -> Field? {
    switch field {
    case "text": .text(text)
    case "place": place.map(Field.one) ?? .nothing
    case "notMePath": .text(notMePath)
    default: nil
    }
  }

  static let sample = OfferFields()
}

/// Somebody who was asked about a question, as staff see it.
struct AskedFields: Fields {
  let name: String
  let path: String
  let what: String
  let time: TimeText

  init(_ asked: TopicOffers.Asked, maker: PageMaker) {
    (name, path) = (asked.badge.name, Paths.member(asked.badge.handle))
    what = maker.words.text("offer.asked.\(asked.outcome.rawValue)")
    time = maker.time(asked.at)
  }

  private init() { (name, path, what, time) = ("Kai", "/m/kai", "answered", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "path": .text(path)
    case "what": .text(what)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = AskedFields()
}
