import Community
import Database
import Templates

/// That somebody is away, beside their name.
struct AwayFields: Fields {
  let name: String
  let until: String
  /// Nil where they say nothing.
  let note: String?

  init(_ away: Away, name: String, maker: PageMaker) {
    (self.name, note) = (name, away.note.isEmpty ? nil : away.note)
    // An hour before its end is in the last day, whatever the clocks do that night.
    until = maker.clock.day(away.until - .hours(1), words: maker.words)
  }

  private init() { (name, until, note) = ("Ana", "3 May", "At sea") }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "until": .text(until)
    case "note": note.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = AwayFields()
}
