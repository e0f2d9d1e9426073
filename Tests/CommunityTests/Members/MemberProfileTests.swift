import Community
import Database
import TestSupport
import Testing

@Suite("A member's page") struct MemberProfileTests {
  private func profile(_ person: Person, for viewer: Viewer, in store: TestStore) async throws -> MemberProfile? {
    let handle = try Handle(person.handle)
    return try await store.read { tx in try MemberProfile.find(handle: handle, for: viewer, in: tx) }
  }

  @Test("it lists what the viewer may read, and its counts are of nothing else")
  func listsTheVisible() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let kai = try #require(cast[.kai])
    let mei = try #require(cast[.mei])
    _ = try await store.insertTopic(by: kai.id, title: "Open question")
    let secret = try await store.insertTopic(by: kai.id, title: "Secret question", access: .staff)
    let asked = try await store.insertTopic(by: mei.id, title: "Asked by Mei")
    let answer = try await store.insertPost(in: asked, by: kai.id, kind: "answer")
    _ = try await store.insertPost(in: secret, by: kai.id, kind: "answer")
    try await store.write { tx in
      try tx.run(
        "INSERT INTO acceptance (post_id, topic_id, member_id, role, at) VALUES (\(answer), \(asked), \(mei.id), 'asker', \(tx.now))")
    }
    for viewer in [Viewer.visitor, try #require(cast[.ana]).viewer, kai.viewer] {
      let seen = try #require(try await profile(.kai, for: viewer, in: store))
      #expect(seen.topics.map(\.title) == ["Open question"])
      #expect(seen.answers.map(\.topicTitle) == ["Asked by Mei"])
      #expect([seen.topicCount, seen.answerCount, seen.acceptedCount] == [1, 1, 1])
    }
    let staff = try #require(try await profile(.kai, for: mei.viewer, in: store))
    #expect(staff.topics.map(\.title) == ["Secret question", "Open question"])
    #expect([staff.topicCount, staff.answerCount, staff.acceptedCount] == [2, 2, 1])
  }

  @Test("what was deleted, hidden or stands without a name is on nobody's page", arguments: ["deleted", "hidden", "nameless"])
  func leavesOut(what: String) async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let kai = try #require(cast[.kai])
    let topic = try await store.insertTopic(by: kai.id)
    let other = try await store.insertTopic(by: try #require(cast[.ana]).id)
    let answer = try await store.insertPost(in: other, by: kai.id, kind: "answer")
    try await store.write { tx in
      switch what {
      case "deleted":
        try tx.run("UPDATE topic SET deleted_at = \(tx.now) WHERE id = \(topic)")
        try tx.run("UPDATE post SET deleted_at = \(tx.now) WHERE id = \(answer)")
      case "hidden":
        try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(topic)")
        try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(answer)")
      default: try tx.run("UPDATE post SET nameless = TRUE WHERE author_id = \(kai.id)")
      }
    }
    for viewer in [Viewer.visitor] + cast.values.map(\.viewer) {
      let seen = try #require(try await profile(.kai, for: viewer, in: store))
      #expect(seen.topics.isEmpty && seen.answers.isEmpty)
      #expect(seen.topicCount + seen.answerCount == 0)
    }
  }

  @Test("a biography is rendered when it is written, and its text cannot become HTML")
  func rendersTheBio() async throws {
    let store = try await TestStore.make()
    let kai = try await store.add(.kai)
    let update = UpdateProfile(bio: try Bio("I keep **bees**. <script>alert(1)</script>"), timeZone: try TimeZoneName("Europe/Stockholm"))
    try await store.write { tx in try update.perform(by: kai, in: tx) }
    let seen = try #require(try await profile(.kai, for: .visitor, in: store))
    #expect(seen.bioHTML.contains("<strong>bees</strong>"))
    #expect(!seen.bioHTML.contains("<script"))
    #expect(throws: Problem(.tooLong, 2000)) { try Bio(String(repeating: "a", count: 2001)) }
  }
}
