import Community
import Templates

/// Closing a topic or opening it again, for those who may.
struct CloseFields: Fields {
  let closePath: String?
  let openPath: String?
  let terms: [ChoiceFields]
  let arrangePath: String?
  let slowPath: String
  let waits: [ChoiceFields]

  init(_ topic: TopicHead, maker: PageMaker) {
    closePath = topic.isLocked ? nil : Paths.act("close", on: topic.id)
    openPath = topic.isLocked ? Paths.act("open", on: topic.id) : nil
    arrangePath = maker.viewer.may(.moveAny, in: topic.categoryID) ? Paths.arrange(topic.id) : nil
    slowPath = Paths.act("slow", on: topic.id)
    waits = SlowTopic.choices.map {
      ChoiceFields(
        value: String($0), label: maker.words.text($0 == 0 ? "topic.slow.off" : "topic.slow.\($0)"), isChosen: $0 == topic.slowSeconds)
    }
    terms = ["hour", "day", "week", "good"].map {
      ChoiceFields(value: $0, label: maker.words.text("topic.close.\($0)"), isChosen: $0 == "good")
    }
  }

  private init() {
    (closePath, openPath, terms, arrangePath) = ("/t/1/close", "/t/1/open", [.sample], "/moderation/topics/1")
    (slowPath, waits) = ("/t/1/slow", [.sample])
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "closePath": closePath.map(Field.text) ?? .nothing
    case "openPath": openPath.map(Field.text) ?? .nothing
    case "arrangePath": arrangePath.map(Field.text) ?? .nothing
    case "slowPath": .text(slowPath)
    case "waits": .many(waits)
    case "terms": .many(terms)
    default: nil
    }
  }

  static let sample = CloseFields()
}
