import Community
import Templates

/// A topic a member may know or like, and why.
struct SuggestedFields: Fields {
  let title: String
  let path: String
  let why: String
  /// Where the reason can be looked up.
  let place: LinkFields?

  init(_ entry: HomeSuggestions.Entry, maker: PageMaker) {
    (title, path) = (entry.title, Paths.topic(entry.topic, entry.slug))
    let word: [String: WordArgument] = ["word": .text(entry.reason.word)]
    switch entry.reason.place {
    case .post(let post, let title, _):
      (why, place) = (maker.words.text("suggested.post", word), LinkFields(name: title, path: Paths.post(post)))
    case .interest: (why, place) = (maker.words.text("suggested.interest", word), nil)
    }
  }

  private init() { (title, path, why, place) = ("Labels", "/t/1/labels", "You wrote about “labels” in", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "why": .text(why)
    case "place": place.map(Field.one) ?? .nothing
    default: nil
    }
  }

  static let sample = SuggestedFields()
}
