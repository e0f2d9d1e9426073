import Community
import Database
import TestSupport
import Testing

@Suite("Conversations") struct ConversationTests {
  private struct Scene {
    let store: TestStore
    let cast: [Person: Actor]
    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }

    func canRead(_ conversation: ConversationID) async throws -> Set<Person> {
      var readers: Set<Person> = []
      for person in Person.allCases {
        let actor = try who(person)
        if try await store.read({ tx in try ConversationHead.find(conversation, for: actor, in: tx) }) != nil { readers.insert(person) }
      }
      return readers
    }
  }

  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    return Scene(store: store, cast: try await store.addCast())
  }

  @Test(
    "between two members are read by these two; with the company by who asked and who answers for it; by nobody else, whatever their role")
  func readers() async throws {
    let s = try await scene()
    let (ana, kai, mei) = (try s.who(.ana), try s.who(.kai), try s.who(.mei))
    let two = try await s.store.write(to: kai, by: ana).conversation
    #expect(try await s.canRead(two) == [.ana, .kai])
    let asked = try await s.store.askPrivately(by: ana)
    #expect(try await s.canRead(asked) == [.ana, .mei, .noor])
    let both: [(ConversationID, Set<Person>)] = [(two, [.ana, .kai]), (asked, [.ana, .mei, .noor])]
    for person in Person.allCases {
      let actor = try s.who(person)
      for (conversation, readers) in both
      where !readers.contains(person) {
        await #expect(throws: ForumError.notFound, "\(person)") { try await s.store.write(in: conversation, by: actor) }
        await #expect(throws: ForumError.notFound, "\(person)") {
          try await s.store.write { tx in try MuteConversation(conversation, wanted: true).perform(by: actor, in: tx) }
        }
        await #expect(throws: ForumError.notFound, "\(person)") {
          try await s.store.write { tx in try LeaveConversation(conversation).perform(by: actor, in: tx) }
        }
        await #expect(throws: ForumError.notFound, "\(person)") {
          try await s.store.write { tx in try ReturnToConversation(conversation: conversation).perform(by: actor, in: tx) }
        }
        await #expect(throws: ForumError.notFound, "\(person)") {
          try await s.store.read { tx in try ReportPart.part(1, of: conversation, for: actor, in: tx) }
        }
        await #expect(throws: ForumError.notFound, "\(person)") {
          try await s.store.read { tx in try PublicWording.load(conversation, for: actor, in: tx) }
        }
        let own = try await s.store.read { tx in try ConversationList.load(.own, before: nil, for: actor, in: tx).rows.map(\.id) }
        #expect(!own.contains(conversation), "\(person)")
      }
    }
    // Who answered and is of the staff no more reads it no more.
    try await s.store.write(in: asked, by: mei)
    try await s.store.write { tx in try tx.run("UPDATE member SET role = 'member' WHERE id = \(mei.id)") }
    let viewer = try await s.store.read { tx in try Viewer.find(mei.id, in: tx) }
    let former = try #require(viewer.flatMap { Actor($0) })
    #expect(try await s.store.read { tx in try ConversationHead.find(asked, for: former, in: tx) } == nil)
    #expect(try await s.store.read { tx in try ConversationList.load(.own, before: nil, for: former, in: tx).rows.isEmpty })
  }

  @Test("two members have one, whoever begins; it is unread for the other one until they have had it before them") func one() async throws {
    let s = try await scene()
    let (ana, kai) = (try s.who(.ana), try s.who(.kai))
    let first = try await s.store.write("One", to: kai, by: ana)
    let second = try await s.store.write("Two", to: ana, by: kai)
    #expect(first.conversation == second.conversation && [first.number, second.number] == [1, 2])
    func unread(_ actor: Actor) async throws -> [Bool] {
      try await s.store.read { tx in try ConversationList.load(.own, before: nil, for: actor, in: tx).rows.map(\.isUnread) }
    }
    #expect(try await unread(ana) == [true])
    #expect(try await unread(kai) == [false])
    let read = MarkRead(marks: [:], views: [:], conversations: [ReadConversation(member: ana.id, conversation: first.conversation): 30])
    try await s.store.write { tx in try read.perform(in: tx) }
    #expect(try await unread(ana) == [false])
    #expect(try await s.store.number("SELECT read_number FROM conversation_member WHERE member_id = \(ana.id)") == 2)
    try await s.store.write("Three", in: first.conversation, by: kai)
    #expect(try await unread(ana) == [true])
    #expect(try await s.store.miscounts() == [])
  }

  @Test("who left sees it no more, cannot be written to in it, and is back by writing first or for a day by taking it back") func leaving()
    async throws
  {
    let s = try await scene()
    let (ana, kai) = (try s.who(.ana), try s.who(.kai))
    let conversation = try await s.store.write(to: kai, by: ana).conversation
    func leave() async throws { try await s.store.write { tx in try LeaveConversation(conversation).perform(by: kai, in: tx) } }
    func comeBack() async throws {
      try await s.store.write { tx in try ReturnToConversation(conversation: conversation).perform(by: kai, in: tx) }
    }
    try await leave()
    #expect(try await s.canRead(conversation) == [.ana])
    await #expect(throws: ForumError.notFound) { try await s.store.write(in: conversation, by: kai) }
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await s.store.write(in: conversation, by: ana) }
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await s.store.write(to: kai, by: ana) }
    try await comeBack()
    #expect(try await s.canRead(conversation) == [.ana, .kai])
    try await s.store.write(in: conversation, by: ana)
    try await leave()
    s.store.clock.advance(.hours(24))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await comeBack() }
    #expect(try await s.store.write(to: ana, by: kai).conversation == conversation)
    #expect(try await s.canRead(conversation) == [.ana, .kai])
    // What both have left goes after a month, unless somebody reported something of it.
    for person in [ana, kai] { try await s.store.write { tx in try LeaveConversation(conversation).perform(by: person, in: tx) } }
    s.store.clock.advance(.days(29))
    try await s.store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await s.store.number("SELECT count(*) FROM conversation_part") == 3)
    s.store.clock.advance(.days(1))
    try await s.store.write { tx in
      try tx.run("INSERT INTO review (cause, part_id, rule, weight, opened_at, due_at) VALUES ('reported', 1, 'other', 1, 1, 2)")
    }
    try await s.store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await s.store.number("SELECT count(*) FROM conversation_part") == 3)
    try await s.store.write { tx in try tx.run("DELETE FROM review") }
    try await s.store.write { tx in try ForgetTraces().perform(in: tx) }
    for table in ["conversation", "conversation_part", "conversation_member"] {
      #expect(try await s.store.number("SELECT count(*) FROM \(SQL(trusted: table))") == 0, "\(table)")
    }
  }

  @Test("newcomers write to staff, and to a member who wrote to them first; who has not followed the link asks once") func newcomers()
    async throws
  {
    let s = try await scene()
    let (sam, zoe, kai, mei) = (try s.who(.sam), try s.who(.zoe), try s.who(.kai), try s.who(.mei))
    await #expect(throws: ForumError.forbidden(.newcomersToStaff)) { try await s.store.write(to: kai, by: sam) }
    await #expect(throws: ForumError.forbidden(.newcomersToStaff)) { try await s.store.write(to: try s.who(.tomas), by: sam) }
    try await s.store.write(to: mei, by: sam)
    let conversation = try await s.store.write(to: sam, by: kai).conversation
    try await s.store.write(in: conversation, by: sam)
    try await s.store.write(to: kai, by: sam)
    try await s.store.askPrivately(by: zoe)
    await #expect(throws: ForumError.forbidden(.verifyFirst)) { try await s.store.askPrivately("Another", by: zoe) }
    await #expect(throws: ForumError.forbidden(.verifyFirst)) { try await s.store.write(to: mei, by: zoe) }
  }

  @Test("are begun three times on the first day and twenty times later, with thirty and two hundred messages; staff have no limit")
  func limits() async throws {
    let s = try await scene()
    for (person, begins, messages) in [(Person.sam, 3, 30), (.ana, 20, 200)] {
      let actor = try s.who(person)
      var last: ConversationID?
      for number in 1...begins { last = try await s.store.askPrivately("Question \(number)", by: actor) }
      let until = s.store.clock.now + .days(1)
      await #expect(throws: ForumError.tooSoon(.conversations, until: until)) { try await s.store.askPrivately("More", by: actor) }
      let conversation = try #require(last)
      for _ in begins..<messages { try await s.store.write(in: conversation, by: actor) }
      await #expect(throws: ForumError.tooSoon(.messages, until: until)) { try await s.store.write(in: conversation, by: actor) }
    }
    let mei = try s.who(.mei)
    for number in 1...25 { try await s.store.askPrivately("Question \(number)", by: mei) }
  }

  @Test("nobody writes to nobody, to themselves, or to who cannot be reached, and every reason of theirs reads alike") func reach()
    async throws
  {
    let s = try await scene()
    let (ana, kai, omar, mei) = (try s.who(.ana), try s.who(.kai), try s.who(.omar), try s.who(.mei))
    await #expect(throws: ForumError.notFound) { try await s.store.write(to: ana, by: ana) }
    let nobody = WriteToMember(
      member: MemberID(rawValue: 99), body: try PostBody("Hello"), key: try #require(SubmissionKey("to-nobody-at-all")))
    await #expect(throws: ForumError.notFound) { try await s.store.write { tx in try nobody.perform(by: ana, in: tx) } }
    let changes: [(SQL, SQL)] = [
      ("UPDATE member SET suspended_until = 99999999999999 WHERE id = \(kai.id)", "UPDATE member SET suspended_until = NULL"),
      ("UPDATE member SET imported = TRUE WHERE id = \(kai.id)", "UPDATE member SET imported = FALSE"),
      ("INSERT INTO message_choice (member_id, wanted) VALUES (\(kai.id), FALSE)", "DELETE FROM message_choice"),
      ("INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(kai.id), \(ana.id), 1)", "DELETE FROM member_block"),
    ]
    for (change, back) in changes {
      try await s.store.write { tx in try tx.run(change) }
      await #expect(throws: ForumError.forbidden(.unreachable)) { try await s.store.write(to: kai, by: ana) }
      try await s.store.write { tx in try tx.run(back) }
    }
    // Who takes no first messages goes on with what there is, and hears from the staff.
    let conversation = try await s.store.write(to: kai, by: ana).conversation
    try await s.store.write { tx in try SetMessageChoice(wanted: false).perform(by: kai, in: tx) }
    try await s.store.write(in: conversation, by: ana)
    try await s.store.write(to: kai, by: mei)
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await s.store.write(to: kai, by: omar) }
  }

  @Test("a form sent fifty times writes once, and fifty who begin at once from both sides begin one conversation") func races() async throws
  {
    let s = try await scene()
    let (ana, kai) = (try s.who(.ana), try s.who(.kai))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<25 {
        group.addTask { try await s.store.write("Hello", to: kai, by: ana, key: "ana-to-kai") }
        group.addTask { try await s.store.write("Hello", to: ana, by: kai, key: "kai-to-ana") }
      }
      try await group.waitForAll()
    }
    #expect(try await s.store.number("SELECT count(*) FROM conversation") == 1)
    #expect(try await s.store.number("SELECT count(*) FROM conversation_part") == 2)
    #expect(try await s.store.number("SELECT last_number FROM conversation") == 2)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 { group.addTask { try await s.store.askPrivately("Once", by: ana, key: "once-only") } }
      try await group.waitForAll()
    }
    #expect(try await s.store.number("SELECT count(*) FROM conversation WHERE kind = 'staff'") == 1)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("who leaves while the other writes is either told before they left or cannot be reached; nothing is half done") func leavingRace()
    async throws
  {
    let s = try await scene()
    let (ana, kai) = (try s.who(.ana), try s.who(.kai))
    let conversation = try await s.store.write(to: kai, by: ana).conversation
    let written = await withTaskGroup(of: Int.self) { group in
      for number in 0..<30 {
        group.addTask { (try? await s.store.write("Text \(number)", in: conversation, by: ana)) != nil ? 1 : 0 }
        if number == 15 {
          group.addTask {
            try? await s.store.write { tx in try LeaveConversation(conversation).perform(by: kai, in: tx) }
            return 0
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(try await s.store.number("SELECT count(*) FROM conversation_part") == written + 1)
    #expect(try await s.store.number("SELECT count(*) FROM conversation_member WHERE left_at IS NOT NULL") == 1)
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await s.store.write(in: conversation, by: ana) }
    #expect(try await s.store.miscounts() == [])
  }

  @Test("moderators read a reported part and the one before it, once somebody reported it, and nothing else") func reports() async throws {
    let s = try await scene()
    let (ana, kai, tomas, mei) = (try s.who(.ana), try s.who(.kai), try s.who(.tomas), try s.who(.mei))
    let conversation = try await s.store.write("Canary one", to: kai, by: ana).conversation
    for (text, author) in [("Canary two", kai), ("Canary three", ana), ("Canary four", kai)] {
      try await s.store.write(text, in: conversation, by: author)
    }
    func reported() async throws -> [String] {
      try await s.store.read { tx in
        try ReviewQueue.open(for: tomas, in: tx).map { row in
          let item = try ReviewItem.load(row.id, for: tomas, in: tx)
          return "\(item.before ?? "") \(item.html ?? "")"
        }
      }
    }
    #expect(try await reported() == [])
    let report = ReportPart(conversation: conversation, number: 3, reason: .unkind, note: try PlainNote("See"))
    await #expect(throws: ForumError.notFound, "nobody reports their own words") {
      try await s.store.write { tx in try report.perform(by: ana, in: tx) }
    }
    for _ in 1...2 { try await s.store.write { tx in try report.perform(by: kai, in: tx) } }
    #expect(try await reported() == ["<p>Canary two</p>\n <p>Canary three</p>\n"])
    #expect(try await s.canRead(conversation) == [.ana, .kai])
    #expect(try await s.store.read { tx in try ReviewQueue.open(for: mei, in: tx).count } == 0)
    await #expect(throws: ForumError.notFound) {
      try await s.store.read { tx in try ReviewItem.load(ReviewID(rawValue: 1), for: mei, in: tx) }
    }
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'reported'") == 1)
  }
}
