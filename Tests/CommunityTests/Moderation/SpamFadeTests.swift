import Community
import Database
import TestSupport
import Testing

@Suite("Lessons of long ago") struct SpamFadeTests {
  @Test("weigh half once very many texts were learnt, and what was met once is forgotten") func faded() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let topic = try await store.open("Which oven?", by: ana, in: try await store.addCategory())
    let post = try await store.opening(of: topic)
    try await store.write { tx in
      try tx.run("INSERT INTO spam_count (bucket, spam, honest) VALUES (-1, 15001, 5000), (70001, 1, 0), (70002, 8, 6)")
      try SpamLesson.learn(post, isSpam: false, in: tx)
    }
    #expect(try await store.number("SELECT count(*) FROM spam_count WHERE bucket = 70001") == 0)
    #expect(try await store.number("SELECT spam FROM spam_count WHERE bucket = 70002") == 4)
    #expect(try await store.number("SELECT spam + honest FROM spam_count WHERE bucket = -1") < 10_002)
  }
}
