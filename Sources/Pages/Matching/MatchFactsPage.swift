package import Community
package import Templates

/// Every fact about a member that matching goes by, and the switches for each and for all.
package struct MatchFactsPage: Page {
  package static let template = "matching/facts"
  let site: SiteFrame
  let choices: MatchChoiceFields
  let interests: [FactFields]
  let topics: [FactFields]
  let passed: [PassedFields]
  let newestPath: String?
  let olderPath: String?

  package init(_ facts: MatchFacts, isFirst: Bool, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("facts.title"))
    choices = MatchChoiceFields(facts.choices, maker: maker)
    interests = facts.interests.map { interest in
      FactFields(
        name: interest.name, path: Paths.tag(interest.name), usePath: Paths.useInterest(interest.tag), note: nil, isUsed: interest.isUsed)
    }
    topics = facts.topics.map { topic in
      let what = topic.isOwn ? "facts.topic.own" : "facts.topic.other"
      return FactFields(
        name: topic.title, path: Paths.topic(topic.topic, topic.slug), usePath: Paths.useTopic(topic.topic),
        note: words.text(what, ["count": .number(topic.postCount)]), isUsed: topic.isUsed)
    }
    passed = facts.passed.map { entry in
      PassedFields(
        badge: BadgeFields(entry.badge, maker: maker), until: entry.until.map { maker.time($0) },
        againPath: Paths.suggestAgain(entry.badge.handle))
    }
    newestPath = isFirst ? nil : Paths.matchFacts
    olderPath = facts.next.map { "\(Paths.matchFacts)?before=\($0.rawValue)" }
  }

  private init() {
    (site, choices, interests, topics, passed) = (.sample, .sample, [.sample], [.sample], [.sample])
    (newestPath, olderPath) = ("/people/reasons", "/people/reasons?before=5")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "choices": .one(choices)
    case "interests": .many(interests)
    case "hasInterests": .flag(!interests.isEmpty)
    case "topics": .many(topics)
    case "hasTopics": .flag(!topics.isEmpty)
    case "passed": .many(passed)
    case "hasPassed": .flag(!passed.isEmpty)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = MatchFactsPage()
}

/// A fact with the button that switches its use off or on.
struct FactFields: Fields {
  let name: String
  let path: String
  let usePath: String
  let note: String?
  let isUsed: Bool

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "path": .text(path)
    case "usePath": .text(usePath)
    case "note": note.map(Field.text) ?? .nothing
    case "isUsed": .flag(isUsed)
    default: nil
    }
  }

  static let sample = FactFields(name: "Labels", path: "/t/1/labels", usePath: "/people/reasons/topics/1", note: "You asked", isUsed: true)
}

/// Somebody who is not suggested, and the way back.
struct PassedFields: Fields {
  let badge: BadgeFields
  /// Nil for good.
  let until: TimeText?
  let againPath: String

  func field(_ field: String) -> Field? {
    switch field {
    case "badge": .one(badge)
    case "until": until.map(Field.one) ?? .nothing
    case "againPath": .text(againPath)
    default: nil
    }
  }

  static let sample = PassedFields(badge: .sample, until: .sample, againPath: "/m/ana/suggest-again")
}
