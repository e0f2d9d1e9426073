import Community
import Database
import Jobs
import Mail
import Synchronization
import TestSupport
import Testing

@Suite("The mail queue") struct MailQueueTests {
  private func queue(_ store: TestStore, _ transport: any MailTransport) -> MailQueue {
    MailQueue(
      store: store, transport: transport, from: { _ in MailAddress(name: "Kindred", "forum@bees.example") }, random: { randomBytes($0) },
      log: quiet, pollEvery: .milliseconds(20))
  }

  /// One letter in the queue.
  private func post(_ store: TestStore, count: Int = 1) async throws {
    let people: [Person] = [.zoe, .ana, .kai]
    for person in people.prefix(count) {
      let actor = try await store.add(person)
      try await store.record(Event(.passwordResetAsked, member: actor.id))
    }
    try await store.worker(Reactions.all(try .make())).drain()
  }

  @Test("a message that was taken is sent once, and its words are gone from the database")
  func sendsOnce() async throws {
    let store = try await TestStore.make()
    try await post(store)
    let transport = ScriptedTransport()
    let queue = queue(store, transport)
    try await queue.sendDue()
    try await queue.sendDue()
    #expect(transport.sent.map(\.to.address) == [Person.zoe.email])
    #expect(transport.sent[0].text.contains("https://bees.example/reset/"))
    #expect(transport.sent[0].headers == [MailHeader(.autoSubmitted, "auto-generated")])
    let row = try await store.mail()[0]
    #expect(row.state == "sent" && row.text.isEmpty && row.html.isEmpty)
  }

  @Test("a message is marked as being sent, on disk, before the transport sees it")
  func claimedBeforeSending() async throws {
    let store = try await TestStore.make()
    try await post(store)
    let seen = Mutex<[String]>([])
    let transport = ScriptedTransport(before: {
      let states = (try? await store.mail().map(\.state)) ?? []
      seen.withLock { $0 = states }
    })
    try await queue(store, transport).sendDue()
    #expect(seen.withLock { $0 } == ["sending"])
  }

  @Test("what a crash left half sent is never sent again")
  func crashWhileSending() async throws {
    let store = try await TestStore.make()
    try await post(store)
    try await store.write { tx in try tx.run("UPDATE mail SET state = 'sending', attempts = 1") }
    let transport = ScriptedTransport()
    let restarted = queue(store, transport)
    try await restarted.giveUpHalfSent()
    store.clock.advance(.days(2))
    try await restarted.sendDue()
    #expect(transport.sent.isEmpty)
    #expect(try await store.mail().map(\.state) == ["unknown"])
    #expect(try await store.mail()[0].text.isEmpty)
  }

  @Test("a server that is down is tried again later each time, and given up after a day")
  func backsOff() async throws {
    let store = try await TestStore.make()
    try await post(store)
    let start = store.clock.now
    let transport = ScriptedTransport([.refusedForNow(reply: "451 later")])
    let queue = queue(store, transport)
    var waits: [Span] = []
    while try await store.mail()[0].state == "queued" {
      try await queue.sendDue()
      try await queue.sendDue()
      let row = try await store.mail()[0]
      if row.state == "queued" {
        waits.append(row.dueAt - store.clock.now)
        store.clock.now = row.dueAt
      }
    }
    #expect(try await store.mail()[0].state == "failed")
    #expect(transport.sent.count == waits.count + 1)
    #expect(Set(transport.sent.map(\.messageID)).count == 1)
    #expect(waits[0] >= .minutes(1) && waits[0] < .seconds(76))
    #expect(waits[3] >= .minutes(8) && waits[3] < .minutes(11))
    #expect(waits.allSatisfy { $0 <= .hours(5) })
    #expect(store.clock.now - start < .hours(24) && store.clock.now - start > .hours(16))
  }

  @Test(
    "a message refused for good, or perhaps taken, is not tried again",
    arguments: [MailOutcome.refused(reply: "550 no"), .unknown(reply: "broke off")])
  func neverAgain(outcome: MailOutcome) async throws {
    let store = try await TestStore.make()
    try await post(store)
    let transport = ScriptedTransport([outcome])
    let queue = queue(store, transport)
    try await queue.sendDue()
    store.clock.advance(.days(1))
    try await queue.sendDue()
    #expect(transport.sent.count == 1)
    #expect(try await store.mail()[0].state == (outcome == .refused(reply: "550 no") ? "failed" : "unknown"))
  }

  @Test("one address that is refused holds up no other message")
  func othersGoOn() async throws {
    let store = try await TestStore.make()
    try await post(store, count: 3)
    let transport = ScriptedTransport([.refusedForNow(reply: "451"), .refused(reply: "550"), .accepted(reply: "250")])
    try await queue(store, transport).sendDue()
    #expect(try await store.mail().map(\.state) == ["queued", "failed", "sent"])
  }

  @Test("two queues over one table never send a message twice")
  func twoQueues() async throws {
    let store = try await TestStore.make()
    try await post(store, count: 3)
    let transport = ScriptedTransport()
    let queues = (1...4).map { _ in queue(store, transport) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for queue in queues { group.addTask { try await queue.sendDue() } }
      try await group.waitForAll()
    }
    #expect(transport.sent.count == 3)
    #expect(Set(transport.sent.map(\.messageID)).count == 3)
  }

  @Test("no write waits while a server is slow")
  func nothingWaits() async throws {
    let store = try await TestStore.make()
    try await post(store)
    let (release, opened) = AsyncStream.makeStream(of: Void.self)
    let transport = ScriptedTransport(before: { for await _ in release { break } })
    let queue = queue(store, transport)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await queue.sendDue() }
      try await until { try await store.mail()[0].state == "sending" }
      try await store.record(Event(.siteChanged))
      opened.yield()
      try await group.waitForAll()
    }
    #expect(try await store.mail()[0].state == "sent")
  }
}
