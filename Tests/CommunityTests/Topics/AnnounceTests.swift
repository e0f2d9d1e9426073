import Community
import Database
import TestSupport
import Testing

@Suite("Announcements") struct AnnounceTests {
  private struct Here {
    let store: TestStore
    let cast: [Person: Actor]
    let help: CategoryID
    let other: CategoryID
    let topic: TopicID

    init(_ access: CategoryAccess = .everyone) async throws {
      store = try await TestStore.make()
      cast = try await store.addCast()
      (help, other) = (try await store.addCategory("Help", access), try await store.addCategory("Other"))
      topic = try await store.open("We move", by: try #require(cast[.mei]), in: help, kind: .discussion)
    }
    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
    func announce(_ place: Announcement.Place = .site, days: Int64 = 7, by person: Person = .mei) async throws {
      let (topic, actor, until) = (topic, try who(person), store.clock.now + .days(days))
      try await store.write { tx in try Announce(topic, place: place, until: until).perform(by: actor, in: tx) }
    }
    func shown(in category: CategoryID? = nil, to person: Person? = nil) async throws -> [TopicID] {
      let viewer = try person.map { try who($0).viewer } ?? .visitor
      return try await store.read { tx in try Announcement.shown(onTopOf: category, for: viewer, in: tx).map(\.topic) }
    }
    func lines() async throws -> [String] {
      try await store.read { tx in try tx.values("SELECT kind FROM history_line ORDER BY id", as: String.self) }
    }
  }

  @Test("stand where they were put, until their day is over") func places() async throws {
    let h = try await Here()
    try await h.announce(.category)
    #expect(try await h.shown() == [])
    #expect(try await h.shown(in: h.help) == [h.topic])
    #expect(try await h.shown(in: h.other) == [])
    try await h.announce(.site)
    for category in [nil, h.help, h.other] { #expect(try await h.shown(in: category) == [h.topic]) }
    h.store.clock.advance(.seconds(7 * 86_400 - 1))
    #expect(try await h.shown() == [h.topic])
    h.store.clock.advance(.seconds(1))
    for category in [nil, h.help] { #expect(try await h.shown(in: category) == []) }
    #expect(try await h.lines() == ["pinned", "pinnedEverywhere"])
  }

  @Test("a notice is opened by the company and moderators alone") func notices() async throws {
    let h = try await Here()
    for person in [Person.ana, .omar] {
      await #expect(throws: ForumError.forbidden(.notAllowed)) {
        try await h.store.open("Hear", by: try h.who(person), in: h.help, kind: .notice)
      }
      #expect(!TopicKind.open(to: try h.who(person).viewer).contains(.notice))
    }
    for person in [Person.mei, .tomas, .noor] {
      try await h.store.open("Hear", by: try h.who(person), in: h.help, kind: .notice)
      #expect(TopicKind.open(to: try h.who(person).viewer).contains(.notice))
    }
    #expect(!TopicKind.open(to: .visitor).contains(.notice))
  }

  @Test("are made by the company and moderators alone, for a day to come within a year") func rights() async throws {
    let h = try await Here()
    for person in [Person.ana, .sam, .omar] {
      await #expect(throws: ForumError.forbidden(.notAllowed)) { try await h.announce(by: person) }
    }
    for person in [Person.mei, .tomas, .noor] { try await h.announce(by: person) }
    for days in [0, -1, 367] as [Int64] {
      await #expect(throws: ForumError.invalid("until", .dayUnknown)) { try await h.announce(days: days) }
    }
    let (topic, ana) = (h.topic, try h.who(.ana))
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await h.store.write { tx in try EndAnnouncement(topic).perform(by: ana, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await h.store.write { tx in try AnnounceAgain(topic).perform(by: ana, in: tx) }
    }
  }

  @Test("are seen by who sees the topic, and not once it is hidden or removed") func visibility() async throws {
    let h = try await Here(.staff)
    try await h.announce()
    for person in [nil, Person.ana] { #expect(try await h.shown(to: person) == []) }
    #expect(try await h.shown(to: .tomas) == [h.topic])
    let (topic, ana) = (h.topic, try h.who(.ana))
    await #expect(throws: ForumError.notFound) {
      try await h.store.write { tx in try HideAnnouncement(topic, wanted: true).perform(by: ana, in: tx) }
    }
    for act in ["UPDATE topic SET hidden = TRUE", "UPDATE topic SET hidden = FALSE, deleted_at = 1"] as [SQL] {
      try await h.store.write { tx in try tx.run(act) }
      #expect(try await h.shown(to: .tomas) == [])
      await #expect(throws: ForumError.notFound) { try await h.announce() }
    }
  }

  @Test("one that was ended is gone, and can be taken up again for a day") func undo() async throws {
    let h = try await Here()
    let (topic, mei) = (h.topic, try h.who(.mei))
    func end() async throws { try await h.store.write { tx in try EndAnnouncement(topic).perform(by: mei, in: tx) } }
    func again() async throws { try await h.store.write { tx in try AnnounceAgain(topic).perform(by: mei, in: tx) } }
    try await h.announce()
    try await end()
    try await end()
    #expect(try await h.shown() == [])
    try await again()
    try await again()
    #expect(try await h.shown() == [topic])
    #expect(try await h.lines() == ["pinnedEverywhere", "unpinned", "pinnedEverywhere"], "twice is once")
    try await end()
    h.store.clock.advance(.hours(24))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await again() }
  }

  @Test("each stands in the log with who, where and until when; twice is once, and what was taken up again is marked so") func acts()
    async throws
  {
    let h = try await Here()
    let (topic, tomas) = (h.topic, try h.who(.tomas))
    try await h.announce(.category, by: .tomas)
    for _ in 1...2 { try await h.store.write { tx in try EndAnnouncement(topic).perform(by: tomas, in: tx) } }
    for _ in 1...2 { try await h.store.write { tx in try AnnounceAgain(topic).perform(by: tomas, in: tx) } }
    let until = h.store.clock.now + .days(7)
    let acts = try await h.store.read { tx in try LoggedAct.list(.init(), for: tomas, in: tx) }
    #expect(acts.map(\.kind) == [.announce, .endAnnouncement, .announce])
    #expect(acts.map(\.until) == [until, nil, until] && acts.map(\.detail) == ["category", "", "category"])
    #expect(acts.map(\.isUndone) == [false, true, false])
    #expect(acts.allSatisfy { $0.topic == topic && $0.category == "Help" && $0.actor != nil && $0.member == nil })
    let ended = try await h.store.read { tx in try LoggedAct.list(.init(kind: .endAnnouncement), for: tomas, in: tx) }
    #expect(ended.count == 1)
    #expect(try await h.store.read { tx in try ActLog.firstBroken(in: tx) } == nil)
  }

  @Test("a member who has seen enough of one sees it no more, others do, and made anew it is shown again") func hiding() async throws {
    let h = try await Here()
    let (topic, ana) = (h.topic, try h.who(.ana))
    try await h.announce()
    func hide(_ wanted: Bool) async throws {
      try await h.store.write { tx in try HideAnnouncement(topic, wanted: wanted).perform(by: ana, in: tx) }
    }
    try await hide(true)
    try await hide(true)
    #expect(try await h.shown(to: .ana) == [])
    for person in [nil, Person.kai] { #expect(try await h.shown(to: person) == [topic]) }
    try await hide(false)
    #expect(try await h.shown(to: .ana) == [topic])
    try await hide(true)
    h.store.clock.advance(.hours(1))
    try await h.announce()
    #expect(try await h.shown(to: .ana) == [topic])
  }

  @Test("at most three stand on one list, the newest") func most() async throws {
    let h = try await Here()
    let mei = try h.who(.mei)
    var topics: [TopicID] = []
    for number in 1...5 {
      let topic = try await h.store.open("Notice \(number)", by: mei, in: h.help, kind: .discussion)
      h.store.clock.advance(.minutes(1))
      let until = h.store.clock.now + .days(9)
      try await h.store.write { tx in try Announce(topic, place: .site, until: until).perform(by: mei, in: tx) }
      topics.append(topic)
    }
    #expect(try await h.shown() == topics.suffix(3).reversed())
  }
}
