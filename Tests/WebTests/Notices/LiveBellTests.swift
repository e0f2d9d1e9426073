import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@testable import Web

@Suite("The bell of an open page") struct LiveBellTests {
  /// A question by Ana and whoever answers it.
  private struct Talk {
    let forum: TestForum
    let cast: [Person: Actor]
    let topic: TopicID
    var bells: LiveBells { forum.site.services.bells }

    init() async throws {
      forum = try await TestForum.make()
      cast = try await forum.store.addCast()
      topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
      bells.begin()
    }
    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
    @discardableResult func answer(by person: Person = .kai) async throws -> PostID {
      let post = try await forum.store.reply("Clean it", to: topic, by: try who(person))
      try await forum.settle()
      return post
    }
    func run(_ sql: SQL) async throws { try await forum.store.write { tx in try tx.run(sql) } }
    /// What a page hears that is told a number.
    static func number(_ piece: String?) -> String? {
      guard let piece, piece.contains("event: bell\n") else { return piece }
      return piece.split(separator: "\n").first { $0.hasPrefix("data: ") }.map { String($0.dropFirst(6)) }
    }
  }

  private func hears(_ page: OpenAnswer) async -> String? { Talk.number(await page.next()) }

  @Test("hears the number as it is, and again when something is told or read, and nothing of anybody else's") func story() async throws {
    let talk = try await Talk()
    let (ana, mei) = (try await talk.forum.member("ana"), try await talk.forum.member("mei"))
    let (page, other) = (try await ana.open("/notices/live"), try await mei.open("/notices/live"))
    #expect(page.status == 200)
    #expect(page.headers[.contentType] == "text/event-stream" && page.headers[.cacheControl] == "no-store")
    #expect(page.headers[try #require(HTTPField.Name("X-Accel-Buffering"))] == "no" && page.headers[.contentLength] == nil)
    let first = try #require(await page.next())
    #expect(first.hasPrefix("retry: ") && first.hasSuffix("event: bell\ndata: \ndata: No unread notices\n\n"))
    #expect(await hears(other) == "")
    try await talk.answer()
    try await talk.bells.catchUp()
    #expect(try #require(await page.next()).hasSuffix("event: bell\ndata: 1\ndata: 1 unread notice\n\n"))
    try await talk.answer(by: .omar)
    try await talk.bells.catchUp()
    #expect(await hears(page) == "2")
    // Reading them, on any page of hers, is heard on all.
    try await ana.get("/t/\(talk.topic.rawValue)/ovens")
    await talk.forum.site.services.reading.flush()
    try await talk.bells.catchUp()
    #expect(await hears(page) == "")
    // All the while nothing was to be said to somebody whom it does not concern.
    for second in 1...20 { try await talk.bells.beat(second) }
    #expect(await other.next() == ":\n\n")
    await page.leave()
    await other.leave()
  }

  @Test("marking all as read, and taking that back, is heard on other pages") func marking() async throws {
    let talk = try await Talk()
    try await talk.answer()
    let ana = try await talk.forum.member("ana")
    let page = try await ana.open("/notices/live")
    #expect(await hears(page) == "1")
    let marked = try await ana.post("/notices/read", form: ["upto": "999"])
    try await talk.bells.catchUp()
    #expect(await hears(page) == "")
    let at = try #require(marked.location?.split(separator: "=").last)
    try await ana.post("/notices/unread", form: ["at": String(at)])
    try await talk.bells.catchUp()
    #expect(await hears(page) == "1")
    await page.leave()
  }

  @Test(
    "is never told of what its member may not see any more at that moment",
    arguments: [
      "UPDATE post SET hidden = TRUE WHERE kind = 'answer'", "UPDATE topic SET hidden = TRUE",
      "UPDATE category_access SET may_see = FALSE",
      "INSERT INTO follow (member_id, kind, target_id, level, at) SELECT author_id, 'topic', id, 'mute', 1 FROM topic",
    ] as [SQL])
  func revoked(_ act: SQL) async throws {
    let talk = try await Talk()
    let page = try await talk.forum.member("ana").open("/notices/live")
    #expect(await hears(page) == "")
    try await talk.answer()
    try await talk.run(act)
    try await talk.bells.catchUp()
    for second in 1...20 { try await talk.bells.beat(second) }
    #expect(await page.next() == ":\n\n")
    #expect(try await talk.forum.store.number("SELECT count(*) FROM notice") == 1, "it was told, so there was something to hide")
    await page.leave()
  }

  @Test("ends with its session: signed out here or elsewhere, suspended, run out", arguments: ["out", "others", "suspended", "expired"])
  func ends(_ how: String) async throws {
    let talk = try await Talk()
    let (ana, elsewhere) = (try await talk.forum.member("ana"), try await talk.forum.member("ana"))
    let page = try await ana.open("/notices/live")
    #expect(await hears(page) == "")
    switch how {
    case "out": try await ana.post("/sign-out")
    case "others": try await elsewhere.post("/settings/sessions/end")
    case "suspended":
      try await talk.run("UPDATE member SET suspended_until = \(talk.forum.store.clock.now + .days(1)) WHERE handle = 'ana'")
    default: talk.forum.store.clock.advance(.days(31))
    }
    // What is in the log ends it at once, everything within four seconds.
    if ["out", "others"].contains(how) {
      try await talk.bells.catchUp()
    } else {
      for second in 1...4 { try await talk.bells.beat(second) }
    }
    // A stream that was left open would else be waited for for ever.
    talk.bells.finish()
    var heard = await page.next()
    if heard == ":\n\n" { heard = await page.next() }
    #expect(heard == "event: end\ndata:\n\n")
    #expect(await page.next() == nil)
    #expect(talk.bells.count == 0)
  }

  @Test("is for members, and for pages of this site") func refused() async throws {
    let talk = try await Talk()
    let visitor = try await talk.forum.visitor().open("/notices/live")
    #expect(visitor.status == 303 && visitor.headers[.location] == "/sign-in?return_to=%2Fnotices%2Flive")
    let ana = try await talk.forum.member("ana")
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    for headers in [[site: "cross-site"], [site: "same-site"], [.origin: "https://evil.example"]] as [HTTPFields] {
      #expect(try await ana.open("/notices/live", headers: headers).status == 403)
    }
    let own = try await ana.open("/notices/live", headers: [site: "same-origin"])
    #expect(own.status == 200)
    #expect(await hears(own) == "")
    await own.leave()
    #expect(try await ana.send(.head, "/notices/live").status == 200, "and nothing is left open")
    #expect(talk.bells.count == 0)
  }

  @Test("so many a member may have open, and whoever leaves makes room") func room() async throws {
    let talk = try await Talk()
    let ana = try await talk.forum.member("ana")
    var pages: [OpenAnswer] = []
    for _ in 1...LiveBells.mostOfMember {
      pages.append(try await ana.open("/notices/live"))
      #expect(await hears(try #require(pages.last)) == "")
    }
    let refused = try await ana.open("/notices/live")
    #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
    let mei = try await talk.forum.member("mei").open("/notices/live")
    #expect(mei.status == 200)
    #expect(await hears(mei) == "")
    await pages[0].leave()
    pages[0] = try await ana.open("/notices/live")
    #expect(pages[0].status == 200)
    for page in pages + [mei] { await page.leave() }
    #expect(talk.bells.count == 0)
  }

  @Test("there is a bound on all together") func most() async throws {
    let talk = try await Talk()
    let bells = LiveBells(store: talk.forum.store, most: 1, log: talk.forum.site.services.log)
    bells.begin()
    let (ana, mei) = (try talk.who(.ana), try talk.who(.mei))
    let session = SessionID(rawValue: 1)
    let first = await bells.open(session, of: ana.id) { _ in .init("") }
    #expect(first != nil && !bells.hasRoom(for: mei.id))
    #expect(await bells.open(session, of: mei.id) { _ in .init("") } == nil)
    first?.leave()
    #expect(bells.hasRoom(for: mei.id))
  }

  @Test("a server that stops ends every one of them, and one that comes then gets its number and ends") func stopping() async throws {
    let talk = try await Talk()
    let ana = try await talk.forum.member("ana")
    let page = try await ana.open("/notices/live")
    #expect(await hears(page) == "")
    talk.bells.finish()
    #expect(await page.next() == nil)
    try await talk.answer()
    let late = try await ana.open("/notices/live")
    #expect(await hears(late) == "1")
    #expect(await late.next() == nil)
  }

  @Test("a page that opens takes nothing from those that listen, and one that comes back hears all it missed once") func places()
    async throws
  {
    let talk = try await Talk()
    let (ana, mei) = (try await talk.forum.member("ana"), try await talk.forum.member("mei"))
    let page = try await ana.open("/notices/live")
    #expect(await hears(page) == "")
    try await talk.answer()
    // The log has gone on since the first page asked; what came between is still to be told there.
    let other = try await mei.open("/notices/live")
    #expect(await hears(other) == "")
    try await talk.bells.catchUp()
    #expect(await hears(page) == "1")
    await page.leave()
    try await talk.answer(by: .omar)
    let back = try await ana.open("/notices/live", headers: [try #require(HTTPField.Name("Last-Event-ID")): "1"])
    #expect(await hears(back) == "2")
    try await talk.bells.catchUp()
    for second in 1...20 { try await talk.bells.beat(second) }
    #expect(await back.next() == ":\n\n", "and not once more")
    for open in [back, other] { await open.leave() }
  }

  @Test("all of many hear it, however many parts they are asked for in") func parts() async throws {
    let talk = try await Talk()
    let topic = talk.topic.rawValue
    let sessions = try await talk.forum.store.write { tx in
      try (1...230).map { number -> (SessionID, MemberID) in
        let member: MemberID? = try tx.value(
          "INSERT INTO member (name, handle, role, created_at) VALUES ('Bee', \("bee-\(number)"), 'member', 1) RETURNING id")
        try tx.run("INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(member), 'topic', \(topic), 'everything', 1)")
        let hash = Array("bee-\(number)".utf8)
        let session: SessionID? = try tx.value(
          """
          INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, address, agent)
          VALUES (\(hash), \(member), 1, 1, 99999999999999, '', '') RETURNING id
          """)
        return (try #require(session), try #require(member))
      }
    }
    var pages: [EventStream.Opened] = []
    for (session, member) in sessions {
      let page = try #require(await talk.bells.open(session, of: member) { .init("\($0)") })
      #expect(page.next()?.text == "unread(0)")
      pages.append(page)
    }
    try await talk.answer()
    try await talk.bells.catchUp()
    #expect(pages.filter { $0.next()?.text == "unread(1)" }.count == 230)
    for page in pages { page.leave() }
  }

  @Test("what was told while nobody could be asked is told after it") func faults() async throws {
    let talk = try await Talk()
    let page = try await talk.forum.member("ana").open("/notices/live")
    #expect(await hears(page) == "")
    for person in [Person.kai, .omar, .mei] { try await talk.answer(by: person) }
    // More events than one read takes, none of which concerns her, come after.
    try await talk.forum.store.write { tx in for _ in 0...NoticeChanges.part { try tx.record(Event(.importFinished)) } }
    try await talk.answer(by: .tomas)
    try await talk.bells.catchUp()
    var heard = await hears(page)
    if heard == "3" { heard = await hears(page) }
    #expect(heard == "4")
    await page.leave()
  }
}
