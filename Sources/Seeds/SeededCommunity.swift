/// A believable customer community of any size, the same for the same seed, for `seed`, the demo, tests and pictures.
/// The product the people talk about, Firstbake (software for small bakeries), is invented, and so is everybody in it.
/// Nothing is kept: any member and any topic is made when asked for, in any order.
package struct SeededCommunity: Sendable {
  /// What the community calls itself.
  package let name: String
  /// Where topics live, in the order of the rail.
  package let categories: [SeedCategory]
  /// Every tag the topics use.
  package let tags: [SeedTag]
  /// How many members there are; never fewer than the shared cast of eight.
  package let memberCount: Int
  /// How many topics there are.
  package let topicCount: Int
  /// The community's "now" in milliseconds UTC: nothing is later.
  package let endingAt: Int64

  let seed: UInt64
  let calendar: Calendar
  let names: MemberNames
  let phrasebook: Phrasebook
  private let categoryIndex: [String: Int]
  private let tagIndex: [String: Int]

  /// `endingAt` in milliseconds UTC. The newest topics are written by hand, the others put together from phrases.
  package init(members: Int, topics: Int, seed: UInt64 = 1, endingAt: Int64) {
    name = "Firstbake Community"
    categories = SeedCategory.all
    tags = SeedTag.all
    memberCount = max(members, SeedCast.omar.rawValue + 1)
    topicCount = max(topics, 0)
    self.endingAt = endingAt
    self.seed = seed
    names = MemberNames()
    phrasebook = Phrasebook(categories: categories, tags: tags)
    calendar = Calendar(
      endingAt: endingAt, members: memberCount, topics: max(0, topics - WrittenTopic.all.count), castSize: SeedCast.allCases.count)
    categoryIndex = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1.slug, $0) })
    tagIndex = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1.name, $0) })
  }

  /// The member at an index from 0 to `memberCount`; the first are `SeedCast`.
  package func member(_ index: Int) -> SeedMember {
    if let person = SeedCast(rawValue: index) {
      let card = person.card
      return SeedMember(
        index: index, name: card.name, handle: card.handle, email: "\(card.handle)@\(card.domain)", role: person.role,
        joinedAt: calendar.joined(index), bio: card.bio)
    }
    var random = SplitMix(seed: seed, salt: 0x6D65_6D62_6572, index: index)
    let drawn = names.draw(&random)
    let handle = "\(drawn.handle)-\(index)"
    return SeedMember(
      index: index, name: drawn.name, handle: handle, email: "\(handle)@example.org", role: role(index), joinedAt: calendar.joined(index),
      bio: random.chance(0.3) ? bio(&random) : nil)
  }

  /// Whether somebody has this handle; beyond the cast a handle ends in its member's number.
  package func hasMember(called handle: String) -> Bool {
    if SeedCast.allCases.contains(where: { $0.card.handle == handle }) { return true }
    guard let index = handle.split(separator: "-").last.flatMap({ Int($0) }), (0..<memberCount).contains(index) else { return false }
    return member(index).handle == handle
  }

  /// The topic at an index from 0 (the newest) to `topicCount`.
  package func topic(_ index: Int) -> SeedTopic {
    if index < WrittenTopic.all.count {
      return place(WrittenTopic.all[index], at: index)
    }
    var writer = TopicWriter(community: self, index: index, nth: index - WrittenTopic.all.count)
    return writer.write()
  }

  func category(_ slug: String) -> Int { categoryIndex[slug] ?? 0 }

  func tagIndexes(_ names: [String]) -> [Int] { names.compactMap { tagIndex[$0] } }

  /// A larger community names more people for its work.
  private func role(_ index: Int) -> SeedRole {
    switch index % 5_000 {
    case 777: .staff
    case 1_777, 3_777: .moderator
    case let rest where rest % 250 == 111: .helper
    default: .member
    }
  }

  private func bio(_ random: inout SplitMix) -> String {
    var kept: [Grammar.RuleID: [UInt8]] = [:]
    var text: [UInt8] = []
    phrasebook.grammar.say(random.chance(0.25) ? phrasebook.shortBio : phrasebook.bio, keeping: &kept, with: &random, to: &text)
    return Prose.finished(text)
  }
}
