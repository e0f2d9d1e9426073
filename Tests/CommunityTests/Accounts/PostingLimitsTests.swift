import Community
import Database
import TestSupport
import Testing

@Suite("Limits of new accounts") struct PostingLimitsTests {
  private func mayOpen(_ actor: Actor, in store: TestStore) async throws {
    try await store.read { tx in try PostingLimits.checkMayOpenTopic(actor, in: tx) }
  }
  private func mayReply(_ actor: Actor, to author: MemberID, in store: TestStore) async throws {
    try await store.read { tx in try PostingLimits.checkMayReply(actor, topicAuthor: author, in: tx) }
  }

  @Test("until the mailed link is followed: one topic, and replies only there")
  func unverified() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    let ana = try await store.add(.ana)
    try await mayOpen(zoe, in: store)
    let topic = try await store.insertTopic(by: zoe.id)
    await #expect(throws: ForumError.forbidden(.verifyFirst)) { try await mayOpen(zoe, in: store) }
    await #expect(throws: ForumError.forbidden(.verifyFirst)) { try await mayReply(zoe, to: ana.id, in: store) }
    try await mayReply(zoe, to: zoe.id, in: store)
    // Deleting the topic does not give another.
    try await store.write { tx in try tx.run("UPDATE topic SET deleted_at = \(tx.now) WHERE id = \(topic)") }
    store.clock.advance(.days(2))
    await #expect(throws: ForumError.forbidden(.verifyFirst)) { try await mayOpen(zoe, in: store) }
  }

  @Test("a newcomer opens three topics and writes ten replies a day, and reads when to go on")
  func newcomer() async throws {
    let store = try await TestStore.make()
    let sam = try await store.add(.sam)
    let ana = try await store.add(.ana)
    let first = store.clock.now
    for _ in 1...3 {
      try await mayOpen(sam, in: store)
      _ = try await store.insertTopic(by: sam.id)
      store.clock.advance(.hours(1))
    }
    await #expect(throws: ForumError.tooSoon(.topics, until: first + .days(1))) { try await mayOpen(sam, in: store) }
    let topic = try await store.insertTopic(by: ana.id)
    let firstReply = store.clock.now
    for _ in 1...10 {
      try await mayReply(sam, to: ana.id, in: store)
      _ = try await store.insertPost(in: topic, by: sam.id)
    }
    await #expect(throws: ForumError.tooSoon(.posts, until: firstReply + .days(1))) { try await mayReply(sam, to: ana.id, in: store) }
    store.clock.now = first + .days(1)
    try await mayOpen(sam, in: store)
  }

  @Test("settled members have twenty and a hundred; staff have no limit")
  func settledAndStaff() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let mei = try await store.add(.mei)
    for actor in [ana, mei] {
      for _ in 1...20 {
        try await mayOpen(actor, in: store)
        let topic = try await store.insertTopic(by: actor.id)
        for _ in 1...5 { _ = try await store.insertPost(in: topic, by: actor.id) }
      }
    }
    await #expect(throws: ForumError.self) { try await mayOpen(ana, in: store) }
    await #expect(throws: ForumError.self) { try await mayReply(ana, to: ana.id, in: store) }
    try await mayOpen(mei, in: store)
    try await mayReply(mei, to: ana.id, in: store)
  }
}
