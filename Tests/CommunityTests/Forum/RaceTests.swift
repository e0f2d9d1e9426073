import Community
import Database
import TestSupport
import Testing

/// Fifty at once: constraints decide, and exactly one counts.
@Suite("Fifty at once") struct RaceTests {
  /// How many of fifty simultaneous calls of `act` threw.
  private func refused(_ act: @escaping @Sendable () async throws -> Void) async -> Int {
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask {
          do { try await act(); return 0 } catch { return 1 }
        }
      }
      return await group.reduce(0, +)
    }
  }

  private struct Scene {
    let store: TestStore
    let ana: Actor
    let kai: Actor
    let category: CategoryID
    let topic: TopicID
    let answer: PostID
  }
  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let category = try await store.addCategory()
    let topic = try await store.open("The oven smells", by: ana, in: category)
    return Scene(store: store, ana: ana, kai: kai, category: category, topic: topic, answer: try await store.reply(to: topic, by: kai))
  }

  @Test("one member's votes are one vote") func votes() async throws {
    let s = try await scene()
    let (post, ana) = (s.answer, s.ana)
    #expect(await refused { try await s.store.write { tx in try VotePost(post: post, wanted: true).perform(by: ana, in: tx) } } == 0)
    #expect(try await s.store.number("SELECT vote_count FROM post WHERE id = \(post)") == 1)
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'voteGiven'") == 1)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("one member's me-toos are one") func meToos() async throws {
    let s = try await scene()
    let (topic, kai) = (s.topic, s.kai)
    #expect(await refused { try await s.store.write { tx in try SayMeToo(topic: topic, wanted: true).perform(by: kai, in: tx) } } == 0)
    #expect(try await s.store.number("SELECT me_too_count FROM topic WHERE id = \(topic)") == 1)
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'meTooGiven'") == 1)
  }

  @Test("one answer accepted fifty times is accepted once") func accepts() async throws {
    let s = try await scene()
    let (post, ana) = (s.answer, s.ana)
    #expect(await refused { try await s.store.write { tx in try AcceptAnswer(post: post).perform(by: ana, in: tx) } } == 0)
    #expect(try await s.store.number("SELECT accepted_count FROM topic WHERE id = \(s.topic)") == 1)
    #expect(try await s.store.number("SELECT accepted_count FROM member WHERE id = \(s.kai.id)") == 1)
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'answerAccepted'") == 1)
  }

  @Test("a form sent fifty times opens one topic and writes one reply") func submissions() async throws {
    let s = try await scene()
    #expect(await refused { try await s.store.open("Flour is late", by: s.ana, in: s.category, key: "same-key-1") } == 0)
    #expect(await refused { try await s.store.reply("Mine too.", to: s.topic, by: s.kai, key: "same-key-2") } == 0)
    #expect(try await s.store.number("SELECT count(*) FROM topic") == 2)
    #expect(try await s.store.number("SELECT count(*) FROM post WHERE topic_id = \(s.topic)") == 3)
    #expect(try await s.store.miscounts() == [])
  }
}
