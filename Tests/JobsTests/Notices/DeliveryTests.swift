import Community
import Database
import Jobs
import TestSupport
import Testing

@Suite("Notices between event and delivery") struct DeliveryTests {
  /// Ana was answered by Kai, who was remarked on by Omar; Tomáš follows everything in the category.
  private func told() async throws -> (Told, topic: TopicID, answer: PostID, remark: PostID) {
    let t = try await Told()
    try await t.choose(.everything, .category(t.help), by: .sam)
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    let answer = try await t.write("Clean it", to: question, by: .kai)
    let remark = try await t.store.remark("How", on: answer, by: try t.who(.omar))
    return (t, question, answer, remark)
  }

  private func counts(_ t: Told) async throws -> [Int] {
    var counts: [Int] = []
    for person in [Person.ana, .kai, .sam] {
      let listed = try await t.notices(of: person).count
      #expect(try await t.unread(of: person) == listed, "the bell and the page agree for \(person)")
      counts.append(listed)
    }
    return counts
  }

  @Test("before and after they are told, a change of what may be seen decides alone", arguments: [false, true]) func revoked(_ before: Bool)
    async throws
  {
    let (t, question, answer, remark) = try await told()
    if before { try await t.settle() }
    let changes: [(String, SQL, SQL, [Int])] = [
      (
        "a category that became private", "UPDATE category_access SET may_see = FALSE WHERE role = 'member'",
        "UPDATE category_access SET may_see = TRUE WHERE role = 'member'", [0, 0, 0]
      ),
      ("a hidden topic", "UPDATE topic SET hidden = TRUE", "UPDATE topic SET hidden = FALSE", [0, 0, 0]),
      (
        "a hidden answer, with the remark on it", "UPDATE post SET hidden = TRUE WHERE id = \(answer)",
        "UPDATE post SET hidden = FALSE WHERE id = \(answer)", [0, 0, 1]
      ),
      (
        "a removed remark", "UPDATE post SET deleted_at = 1 WHERE id = \(remark)", "UPDATE post SET deleted_at = NULL WHERE id = \(remark)",
        [1, 0, 2]
      ),
      (
        "a removed topic", "UPDATE topic SET deleted_at = 1 WHERE id = \(question)",
        "UPDATE topic SET deleted_at = NULL WHERE id = \(question)", [0, 0, 0]
      ),
    ]
    for (what, change, back, expected) in changes {
      try await t.run(change)
      if before { #expect(try await counts(t) == expected, "\(what)") }
      try await t.run(back)
      if before { #expect(try await counts(t) == [1, 1, 3], "\(what), back again") }
    }
    // Hidden while the worker comes by: what concerns one is kept for the case that it comes back.
    try await t.run("UPDATE post SET hidden = TRUE WHERE id = \(answer)")
    try await t.settle()
    #expect(try await counts(t)[0] == 0)
    try await t.run("UPDATE post SET hidden = FALSE WHERE id = \(answer)")
    #expect(try await counts(t)[0] == 1)
  }

  @Test("a topic moved where somebody may not look tells them nothing, whoever they are") func moved() async throws {
    let (t, question, _, _) = try await told()
    let team = try await t.store.addCategory("Team", .staff)
    try await t.settle()
    try await t.run("UPDATE topic SET category_id = \(team) WHERE id = \(question)")
    #expect(try await counts(t) == [0, 0, 0])
    try await t.write("@mei, and @ana, inside", to: question, by: .tomas)
    try await t.settle()
    #expect(try await counts(t) == [0, 0, 0])
    #expect(try await t.kinds(of: .mei) == [.mentioned])
  }

  @Test("who is suspended is told once they are back, and what a suspended member wrote stays told as it stays to be read") func suspended()
    async throws
  {
    let (t, _, _, _) = try await told()
    try await t.run("UPDATE member SET suspended_until = 99999999999999 WHERE handle IN ('ana', 'kai')")
    try await t.settle()
    try await t.run("UPDATE member SET suspended_until = NULL WHERE handle = 'ana'")
    #expect(try await t.kinds(of: .ana) == [.answered])
  }

  @Test("reading a post marks its notices, and only those") func reading() async throws {
    let (t, question, answer, _) = try await told()
    try await t.settle()
    let (ana, sam) = (try t.who(.ana), try t.who(.sam))
    let marks = MarkRead(marks: [.init(member: sam.id, topic: question): 30], views: [:], posts: [sam.id: [answer]])
    try await t.store.write { tx in try marks.perform(in: tx) }
    #expect(try await t.unread(of: .sam) == 2)
    #expect(try await t.unread(of: .ana) == 1)
    #expect(try await t.notices(of: .sam).map(\.isRead) == [false, false, true])
    let read = try await t.store.write { tx in try MarkNoticesRead(.all, upTo: NoticeID(rawValue: 999)).perform(by: ana, in: tx) }
    #expect(try await t.unread(of: .ana) == 0)
    try await t.store.write { tx in try MarkNoticesUnread(readAt: read).perform(by: sam, in: tx) }
    #expect(try await t.unread(of: .ana) == 0, "nobody takes back another's mark")
    try await t.store.write { tx in try MarkNoticesUnread(readAt: read).perform(by: ana, in: tx) }
    #expect(try await t.unread(of: .ana) == 1)
    t.store.clock.advance(.hours(24))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) {
      try await t.store.write { tx in try MarkNoticesUnread(readAt: read).perform(by: ana, in: tx) }
    }
  }

  @Test("read notices go after 90 days, unread ones after 180") func retention() async throws {
    let (t, _, _, _) = try await told()
    try await t.settle()
    let sam = try t.who(.sam)
    _ = try await t.store.write { tx in try MarkNoticesRead(.all, upTo: NoticeID(rawValue: 999)).perform(by: sam, in: tx) }
    func left() async throws -> Int {
      try await t.store.write { tx in try ForgetNotices().perform(in: tx) }
      return try await t.store.number("SELECT count(*) FROM notice")
    }
    #expect(try await left() == 5)
    t.store.clock.advance(.days(90))
    #expect(try await left() == 5)
    t.store.clock.advance(.hours(1))
    #expect(try await left() == 2)
    t.store.clock.advance(.days(90))
    #expect(try await left() == 0)
  }

  @Test("nobody is told of what was imported, or of what happened before there were notices") func before() async throws {
    let store = try await TestStore.make()
    let place = try await store.number("SELECT event_id FROM reaction WHERE name = 'tell'")
    #expect(place == 0, "a new community begins at its beginning")
    #expect(TellMembers.kinds.isDisjoint(with: [.importFinished]))
  }
}
