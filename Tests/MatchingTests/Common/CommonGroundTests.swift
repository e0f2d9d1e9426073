import Testing

@testable import Matching

@Suite struct CommonGroundTests {
  private func ground() -> CommonGround {
    var ground = CommonGround()
    for (topic, title) in ["Kayak rolls in rapids", "Sourdough will not rise", "Which paddle for a kayak?", "A starter of rye flour"]
      .enumerated()
    {
      let id = Int64(topic + 1)
      ground.add(MatchTopic(topic: id, opening: id * 10, author: id, time: World.start, title: title, text: title))
      let reply = MatchReply(
        topic: id, post: id * 10 + 1, author: topic % 2 == 0 ? 11 : 12, time: World.start + World.day,
        text: topic % 2 == 0 ? "A paddle helps" : "Feed the flour")
      ground.add(reply)
    }
    return ground
  }

  @Test func `a question finds who answered the like`() {
    let found = ground().answerers(for: World.question("My kayak and the rapids"), at: World.now)
    #expect(found.first?.id == 11)
    #expect(found.first?.evidence.isEmpty == false)
  }

  @Test func `a topic finds its like`() {
    #expect(ground().related(to: 1, most: 3).first?.id == 3)
    #expect(ground().related(to: 99, most: 3).isEmpty)
  }

  @Test func `a reader is offered what they answered before`() {
    let ground = ground()
    var kayak = World.question("A kayak for rapids")
    kayak.topic = 501
    var bread = World.question("Rye flour and sourdough")
    bread.topic = 502
    let offered = [kayak, bread].map { ground.offered($0, at: World.now) }
    #expect(ground.digest(offered, for: 11, at: World.now).map(\.id) == [501, 502])
    #expect(ground.digest(offered, for: 12, at: World.now).map(\.id) == [502, 501])
    #expect(ground.digest(offered, for: 404, at: World.now).isEmpty)
  }

  @Test func `what somebody read tips the scales where they let it`() throws {
    var ground = ground()
    for topic in [1, 2] as [Int64] {
      ground.add(MatchReply(topic: topic, post: topic * 10 + 2, author: 13, time: World.start + World.day, text: "Thank you"))
    }
    let offered = [(501 as Int64, "A kayak for rapids"), (502, "Rye flour and sourdough"), (503, "Tents in the rain")].map { id, title in
      var topic = World.question(title)
      topic.topic = id
      return ground.offered(topic, at: World.now)
    }
    func score(of topic: Int64, reading: Set<Int64>) -> Double? {
      ground.digest(offered, for: 13, reading: reading, at: World.now).first { $0.id == topic }?.score
    }
    // Next to a topic that is far from both, the one that is like what was read gains on the other.
    func lead(reading: Set<Int64>) throws -> Double {
      try #require(score(of: 502, reading: reading)) - (try #require(score(of: 501, reading: reading)))
    }
    #expect(try lead(reading: [4]) > lead(reading: []))
    #expect(try lead(reading: [3]) < lead(reading: []))
  }

  @Test func `a number is no reason`() {
    #expect(["kayak", "2_1_beta", "図書"].allSatisfy(CommonGround.says))
    #expect(!["42", "2_1_0", "吗", "x"].contains(where: CommonGround.says))
  }

  @Test func `a declared interest is a reason`() {
    var ground = ground()
    ground.declare(["kayak"], by: 50)
    let found = ground.meetings(for: 11, at: World.now)
    #expect(found.active.first { $0.id == 50 } == nil)
    let meetings = ground.meetings(for: 50, at: World.now)
    #expect(Set(meetings.active.map(\.id)) == [1, 3, 11])
    ground.declare([], by: 50)
    #expect(ground.meetings(for: 50, at: World.now).active.isEmpty)
  }

  @Test func `talks are with whom a post names, else with who opened the topic`() {
    var ground = ground()
    #expect(ground.met(by: 11) == [1, 3])
    ground.add(MatchReply(topic: 1, post: 13, author: 5, time: World.start + 2 * World.day, addressee: 11, text: "True"))
    #expect(ground.met(by: 11) == [1, 3, 5])
    #expect(ground.met(by: 5) == [11])
    ground.remove(post: 13, in: 1)
    #expect(ground.met(by: 5).isEmpty)
  }

  @Test func `who was asked of late makes room`() {
    let ground = ground()
    var exposure = Exposure()
    let question = World.question("kayak rapids flour")
    let before = ground.answerers(for: question, at: World.now)
    for _ in 0..<40 { exposure.note(before[0].id, at: World.now) }
    let after = ground.answerers(for: question, exposure: exposure, at: World.now)
    #expect(after.first { $0.id == before[0].id }!.score < before[0].score)
    let later = ground.answerers(for: question, exposure: exposure, at: World.now + 60 * World.day)
    #expect(later[0].id == before[0].id)
  }
}
