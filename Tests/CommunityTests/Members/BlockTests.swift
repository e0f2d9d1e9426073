import Community
import Database
import TestSupport
import Testing

@Suite("Blocking") struct BlockTests {
  @Test("the blocked one can neither begin nor go on, the blocker neither; lifted, it is as before; staff and moderators cannot be blocked")
  func conversations() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
    let (ana, kai, omar) = (try who(.ana), try who(.kai), try who(.omar))
    let conversation = try await store.write(to: ana, by: kai).conversation
    for _ in 1...2 { try await store.block(kai, by: ana) }
    try await store.block(omar, by: ana)
    #expect(try await store.number("SELECT count(*) FROM event WHERE kind = 'memberBlocked'") == 2)
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await store.write(in: conversation, by: kai) }
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await store.write(to: ana, by: kai) }
    await #expect(throws: ForumError.forbidden(.unreachable)) { try await store.write(to: ana, by: omar) }
    await #expect(throws: ForumError.forbidden(.blockedByYou)) { try await store.write(in: conversation, by: ana) }
    await #expect(throws: ForumError.forbidden(.blockedByYou)) { try await store.write(to: omar, by: ana) }
    // What there was stays to be read.
    #expect(try await store.read { tx in try ConversationHead.find(conversation, for: kai, in: tx) } != nil)
    let list = try await store.read { tx in try BlockList.load(for: ana, in: tx) }
    #expect(Set(list.members.map(\.handle)) == ["kai", "omar"] && list.takesMessages)
    try await store.block(kai, wanted: false, by: ana)
    try await store.write(in: conversation, by: kai)
    for person in [Person.mei, .tomas, .noor, .ana] {
      let other = try who(person)
      await #expect(throws: ForumError.forbidden(.cannotBlock), "\(person)") { try await store.block(other, by: ana) }
    }
    // Who became one of the staff since is not stopped by it any more.
    try await store.write { tx in try tx.run("UPDATE member SET role = 'staff' WHERE handle = 'omar'") }
    try await store.write(to: ana, by: omar)
  }

  @Test("a long list of them comes in pages, the newest first") func pages() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    try await store.write { tx in
      for number in 1...120 {
        try tx.run(
          "INSERT INTO member (name, handle, role, created_at) VALUES ('Name', \("name-\(number)"), 'member', 1)")
        try tx.run(
          "INSERT INTO member_block (member_id, blocked_id, at) SELECT \(ana.id), max(id), \(number / 2) FROM member")
      }
    }
    var (handles, cursor, pages): ([String], BlockList.Cursor?, Int) = ([], nil, 0)
    repeat {
      let list = try await store.read { [cursor] tx in try BlockList.load(before: cursor, for: ana, in: tx) }
      handles += list.members.map(\.handle)
      cursor = list.older.flatMap { BlockList.Cursor($0.text) }
      pages += 1
    } while cursor != nil && pages < 9
    #expect(handles == (1...120).reversed().map { "name-\($0)" })
    #expect(pages == 3)
  }

  @Test("nobody blocks more than 500, or somebody who is not there") func limits() async throws {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    try await store.write { tx in
      for number in 1...500 {
        let id: MemberID? = try tx.value(
          "INSERT INTO member (name, handle, role, created_at) VALUES ('Bee', \("bee-\(number)"), 'member', 1) RETURNING id")
        try tx.run("INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(ana.id), \(id), 1)")
      }
    }
    await #expect(throws: ForumError.forbidden(.blocksFull)) { try await store.block(kai, by: ana) }
    await #expect(throws: ForumError.notFound) {
      try await store.write { tx in try SetBlock(MemberID(rawValue: 9999), wanted: true).perform(by: kai, in: tx) }
    }
  }

  @Test("their posts and remarks are folded for who blocked them and nobody else; what stands without a name is not") func folding()
    async throws
  {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, omar) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.omar]))
    let topic = try await store.open("Ovens", by: kai, in: try await store.addCategory())
    let answer = try await store.reply("Clean it", to: topic, by: omar)
    try await store.remark("So", on: answer, by: kai)
    try await store.block(kai, by: ana)
    func folded(_ viewer: Viewer) async throws -> [Bool] {
      let view = try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx) }
      return ([view.opening] + view.posts + view.remarks.values.joined()).map(\.isBlocked)
    }
    #expect(try await folded(ana.viewer) == [true, false, true])
    for viewer in [Viewer.visitor, kai.viewer, omar.viewer] { #expect(try await folded(viewer) == [false, false, false]) }
    try await store.write { tx in try tx.run("UPDATE post SET nameless = TRUE WHERE number = 1") }
    #expect(try await folded(ana.viewer) == [false, false, true])
  }

  @Test("the blocked one is not suggested to who blocked them, and the other way round nothing shows") func suggestions() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai) = (try #require(cast[.ana]), try #require(cast[.kai]))
    try await store.block(kai, by: ana)
    let complete = try #require(CompleteHandle("ka")), other = try #require(CompleteHandle("an"))
    #expect(try await store.read { tx in try complete.perform(for: ana.viewer, in: tx) }.isEmpty)
    #expect(try await store.read { tx in try other.perform(for: kai.viewer, in: tx) }.map(\.handle) == ["ana"])
  }
}
