import Community
import Templates

/// Says where a composer would stand why the reader cannot write here, until when, and what they can do.
struct SilenceFields: Fields {
  let until: TimeText
  let why: String?
  let decisionPath: String?

  init(_ silence: Silence, maker: PageMaker) {
    until = maker.time(silence.until)
    why =
      silence.rule == .none
      ? nil : maker.words.text("silence.why", ["rule": .text(maker.words.text("rule.\(silence.rule.rawValue)"))])
    decisionPath = silence.act.map { Paths.decision($0) }
  }

  private init() { (until, why, decisionPath) = (.sample, "Why: unkind.", "/decisions/1") }

  func field(_ field: String) -> Field? {
    switch field {
    case "until": .one(until)
    case "why": why.map(Field.text) ?? .nothing
    case "decisionPath": decisionPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = SilenceFields()
}
