import Testing

@testable import Matching

/// What must hold of the index whatever came and went.
@Suite struct CommonGroundPropertyTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>) func `the order of posts does not matter`(seed: UInt64) {
    var world = World(seed: seed)
    let expected = world.ground().answers
    #expect(expected.contains { !$0.isEmpty })
    #expect(world.ground(world.acts.shuffled(using: &world.random)).answers == expected)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func `what was removed leaves no trace`(seed: UInt64) {
    let (world, other) = (World(seed: seed), World(seed: seed + 100, topics: 30, members: 20))
    var ground = CommonGround()
    // The same numbers would be the same posts.
    let foreign = other.acts.map { act -> World.Act in
      switch act {
      case .topic(var topic):
        topic.topic += 1_000
        topic.opening += 100_000
        topic.title += " zeppelin"
        return .topic(topic)
      case .reply(var reply):
        reply.topic += 1_000
        reply.post += 100_000
        return .reply(reply)
      }
    }
    for (one, two) in zip(world.acts, foreign + foreign) { ground.take(two); ground.take(one) }
    for act in world.acts.dropFirst(foreign.count * 2) { ground.take(act) }
    for topic in 1_001...1_030 as ClosedRange<Int64> {
      if topic % 2 == 0 { for post in 1...9 as ClosedRange<Int64> { ground.remove(post: topic * 100 + post, in: topic) } }
      ground.remove(topic: topic)
    }
    let alone = world.ground()
    #expect(ground.answers == alone.answers)
    #expect(ground.words.find("zeppelin") == nil)
    #expect(ground.words.count == alone.words.count)
    #expect(ground.memberCount == alone.memberCount)
    #expect(ground.postCount == alone.postCount)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func `a changed post is as if it had always been so`(seed: UInt64) {
    let (world, other) = (World(seed: seed), World(seed: seed + 50))
    var ground = CommonGround()
    for act in world.acts {
      switch act {
      case .topic(var topic):
        topic.title = "zeppelin"
        topic.tags = ["balloon"]
        ground.add(topic)
      case .reply(var reply):
        reply.text = "zeppelin"
        reply.author = 77
        ground.add(reply)
      }
    }
    for act in world.acts { ground.take(act) }
    #expect(ground.answers == world.ground().answers)
    #expect(ground.answers != other.ground().answers)
    #expect(ground.words.find("zeppelin") == nil)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func `a removed member never was`(seed: UInt64) {
    let world = World(seed: seed)
    var ground = world.ground()
    ground.declare(["kayak"], by: 3)
    ground.remove(member: 3)
    let without = world.ground(
      world.acts.map { act in
        switch act {
        case .topic(var topic):
          if topic.author == 3 { topic.author = nil }
          return .topic(topic)
        case .reply(var reply):
          if reply.author == 3 { reply.author = nil }
          if reply.addressee == 3 { reply.addressee = nil }
          return .reply(reply)
        }
      })
    #expect(ground.answers == without.answers)
    #expect(!ground.answers.flatMap(\.self).contains { $0.id == 3 && !$0.evidence.isEmpty && $0.signs.count == MeetSign.allCases.count })
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func `every reason names a post that has the word`(seed: UInt64) {
    let world = World(seed: seed)
    let ground = world.ground()
    var texts: [Int64: Set<String>] = [:]
    for act in world.acts {
      let (post, text) =
        switch act {
        case .topic(let topic): (topic.opening, "\(topic.title) \(topic.tags.joined(separator: " ")) \(topic.text)")
        case .reply(let reply): (reply.post, reply.text)
        }
      texts[post] = Set(TextAnalyzer().terms(of: text).map(\.text))
    }
    var count = 0
    for entry in ground.answers.flatMap({ Ranked.suggestions($0, most: 20) }) {
      #expect(!entry.evidence.isEmpty)
      for reason in entry.evidence {
        guard case .post(let post, _) = reason.source else { continue }
        #expect(texts[post]?.contains(reason.term) == true)
        count += 1
      }
    }
    #expect(count > 100)
  }
}
