import Community
import Templates

/// A line of a topic's history: who did what to it, and when.
struct HistoryFields: Fields {
  let what: String
  let time: TimeText
  /// What was said about it.
  let note: SafeHTML?

  init(_ line: HistoryLine, maker: PageMaker) {
    what = maker.words.text("line.\(line.kind.rawValue)", ["name": .text(line.actorName)])
    time = maker.time(line.at)
    note = line.noteHTML.isEmpty ? nil : SafeHTML(trusted: line.noteHTML)
  }

  private init() { (what, time, note) = ("Closed by Ana", .sample, SafeHTML(escaping: "Off topic")) }

  func field(_ field: String) -> Field? {
    switch field {
    case "what": .text(what)
    case "time": .one(time)
    case "note": .html(note ?? SafeHTML(escaping: ""))
    case "hasNote": .flag(note != nil)
    default: nil
    }
  }

  static let sample = HistoryFields()
}
