import Community
import Database
import TestSupport
import Testing

@Suite struct TrustTests {
  private func trust(_ member: Actor, in store: TestStore) async throws -> Trust {
    try #require(try await store.read { tx in try Trust.of(member.id, in: tx) })
  }

  @Test("new for a day and until two posts stand, settled then, trusted by days and by what helped others") func steps() async throws {
    let store = try await TestStore.make()
    let (kai, mei, ana) = (try await store.add(.kai), try await store.add(.mei), try await store.add(.ana))
    try await store.write { tx in try tx.run("UPDATE member SET created_at = \(tx.now) WHERE id = \(kai.id)") }
    let help = try await store.addCategory()
    var answers: [PostID] = []
    for number in 1...5 {
      let topic = try await store.open("Question \(number)", by: ana, in: help)
      answers.append(try await store.reply("Answer \(number)", to: topic, by: kai))
    }
    #expect(try await trust(kai, in: store).step == .new, "on the first day")
    store.clock.advance(.hours(25))
    #expect(try await trust(kai, in: store).step == .settled)
    for answer in answers { try await store.write { tx in try AcceptAnswer(post: answer).perform(by: mei, in: tx) } }
    #expect(try await trust(kai, in: store).step == .settled, "without the days")
    for day in 1...30 {
      #expect(try await trust(kai, in: store).activeDays == day - 1)
      let topic = TopicID(rawValue: 1)
      // Twice a day counts once.
      for _ in 1...2 {
        try await store.write { tx in
          try MarkRead(marks: [MarkRead.Mark(member: kai.id, topic: topic): 1], views: [:]).perform(in: tx)
        }
      }
      store.clock.advance(.days(1))
    }
    #expect(try await trust(kai, in: store).step == .trusted)
    let last = answers[4]
    try await store.write { tx in try DeletePost(post: last).perform(by: kai, in: tx) }
    #expect(try await trust(kai, in: store).step == .settled, "what was removed counts no more")
    for number in 1...10 {
      let reply = try await store.reply("Thanked \(number)", to: TopicID(rawValue: 2), by: kai)
      try await store.write { tx in try VotePost(post: reply, wanted: true).perform(by: ana, in: tx) }
    }
    #expect(try await trust(kai, in: store).step == .trusted, "ten thanked replies are as good")
  }

  @Test("accepting one's own answers leads nowhere") func own() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let help = try await store.addCategory()
    for number in 1...5 {
      let topic = try await store.open("Question \(number)", by: ana, in: help)
      let answer = try await store.reply("Answer \(number)", to: topic, by: ana)
      try await store.write { tx in try AcceptAnswer(post: answer).perform(by: ana, in: tx) }
    }
    #expect(try await trust(ana, in: store).accepted == 0)
  }
}
