import Community
import Database
import TestSupport
import Testing

@Suite("Editing") struct EditPostTests {
  private struct Scene {
    let store: TestStore
    let ana: Actor
    let kai: Actor
    let tomas: Actor
    let help: CategoryID
    let topic: TopicID
    let opening: PostID

    func history(of post: PostID? = nil, for viewer: Viewer = .visitor) async throws -> [String?] {
      let post = post ?? opening
      return try await store.read { tx in try PostHistory.load(post, for: viewer, in: tx).versions.map(\.body) }
    }
    func shown(_ viewer: Viewer = .visitor) async throws -> PostView {
      let topic = topic
      return try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx).opening }
    }
  }
  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    let (ana, kai, tomas) = (try await store.add(.ana), try await store.add(.kai), try await store.add(.tomas))
    let help = try await store.addCategory()
    let topic = try await store.open("The oven smells", by: ana, in: help, body: "First words", tags: "oven")
    return Scene(
      store: store, ana: ana, kai: kai, tomas: tomas, help: help, topic: topic, opening: try await store.opening(of: topic))
  }

  @Test("every version is kept, newest first, and only the newest is found") func versions() async throws {
    let s = try await scene()
    s.store.clock.advance(.hours(1))
    try await s.store.edit(s.opening, to: "Second thoughts", by: s.ana)
    s.store.clock.advance(.hours(1))
    try await s.store.edit(s.opening, to: "Third time", by: s.tomas)
    #expect(try await s.history() == ["Third time", "Second thoughts", "First words"])
    let editors = try await s.store.read { [post = s.opening] tx in
      try PostHistory.load(post, for: .visitor, in: tx).versions.map(\.editor?.handle)
    }
    #expect(editors == ["tomas", "ana", "ana"])
    for (word, isFound) in [("third", true), ("thoughts", false), ("first", false), ("smells", true)] {
      #expect(try await s.store.read { tx in try SearchPosts(word).perform(for: .visitor, in: tx).posts }.isEmpty == !isFound, "\(word)")
    }
    #expect(try await s.store.miscounts() == [])
  }

  @Test("a long history comes in pages, each with the version that its last one is compared with") func pages() async throws {
    let s = try await scene()
    for number in 2...45 {
      s.store.clock.advance(.hours(1))
      try await s.store.edit(s.opening, to: "Version \(number)", by: s.ana)
    }
    func page(_ before: Int?, _ viewer: Viewer = .visitor) async throws -> PostHistory {
      try await s.store.read { [post = s.opening] tx in try PostHistory.load(post, before: before, for: viewer, in: tx) }
    }
    let first = try await page(nil)
    #expect(first.versions.map(\.number) == (26...45).reversed() && first.base?.number == 25 && first.older == 26)
    let second = try await page(26)
    #expect(second.versions.map(\.number) == (6...25).reversed() && second.base?.number == 5 && second.older == 6)
    let last = try await page(6)
    #expect(last.versions.map(\.number) == (1...5).reversed() && last.base == nil && last.older == nil)
    #expect(last.versions.last?.body == "First words")
    await #expect(throws: ForumError.notFound) { _ = try await page(1) }
    // What does not show fills no page.
    try await s.store.write { tx in try tx.run("UPDATE post_version SET quiet = TRUE WHERE version > 10") }
    #expect(try await page(nil).versions.map(\.number) == [45] + (1...10).reversed())
    #expect(try await page(nil, s.ana.viewer).versions.count == 20)
  }

  @Test("an edit shows after ten minutes, after an answer, and when somebody else makes it") func quiet() async throws {
    let s = try await scene()
    s.store.clock.advance(.seconds(599))
    try await s.store.edit(s.opening, to: "Quiet", by: s.ana)
    #expect(try await s.shown().editedAt == nil)
    s.store.clock.advance(.seconds(1))
    try await s.store.edit(s.opening, to: "Loud", by: s.ana)
    #expect(try await s.shown().editedAt == s.store.clock.now)

    let answered = try await scene()
    try await answered.store.reply(to: answered.topic, by: answered.ana)
    try await answered.store.edit(answered.opening, to: "Own answers do not count", by: answered.ana)
    #expect(try await answered.shown().editedAt == nil)
    try await answered.store.reply(to: answered.topic, by: answered.kai)
    try await answered.store.edit(answered.opening, to: "Loud", by: answered.ana)
    #expect(try await answered.shown().editedAt != nil)

    let moderated = try await scene()
    try await moderated.store.edit(moderated.opening, to: "Loud", by: moderated.tomas)
    #expect(try await moderated.shown().editedAt != nil)
  }

  @Test("what a quiet edit took away never comes to light by a later edit that shows") func quietStaysQuiet() async throws {
    let s = try await scene()
    try await s.store.edit(s.opening, to: "Without my telephone number", by: s.ana)
    #expect(try await s.history() == ["Without my telephone number"])
    #expect(try await s.history(for: s.kai.viewer) == ["Without my telephone number"])
    s.store.clock.advance(.hours(2))
    try await s.store.edit(s.opening, to: "Solved meanwhile", by: s.ana)
    #expect(try await s.history() == ["Solved meanwhile", "Without my telephone number"])
    #expect(try await s.history(for: s.kai.viewer).count == 2)
    for viewer in [s.ana.viewer, s.tomas.viewer] { #expect(try await s.history(for: viewer).count == 3) }
  }

  @Test("a version that a moderator hid has no text for others") func hiddenVersion() async throws {
    let s = try await scene()
    s.store.clock.advance(.hours(1))
    try await s.store.edit(s.opening, to: "Second", by: s.ana)
    try await s.store.write { tx in try tx.run("UPDATE post_version SET hidden = TRUE") }
    #expect(try await s.history() == ["Second", nil])
    #expect(try await s.history(for: s.ana.viewer) == ["Second", nil])
    #expect(try await s.history(for: s.tomas.viewer) == ["Second", "First words"])
  }

  @Test("who edits an old version is told, and nothing is overwritten") func conflict() async throws {
    let s = try await scene()
    try await s.store.edit(s.opening, to: "By the moderator", by: s.tomas, version: 1)
    await #expect(throws: ForumError.conflict(.editedMeanwhile)) { try await s.store.edit(s.opening, to: "Mine", by: s.ana, version: 1) }
    #expect(try await s.history(for: s.ana.viewer).first == "By the moderator")
    try await s.store.edit(s.opening, to: "Mine", by: s.ana, version: 2)
  }

  @Test("authors edit their own, moderators any, nobody what was removed") func who() async throws {
    let s = try await scene()
    await #expect(throws: ForumError.forbidden(.notYours)) { try await s.store.edit(s.opening, to: "Mine", by: s.kai) }
    let answer = try await s.store.reply(to: s.topic, by: s.kai)
    await #expect(throws: ForumError.forbidden(.notYours)) { try await s.store.edit(answer, to: "Mine", by: s.ana) }
    let kai = s.kai
    try await s.store.write { tx in try DeletePost(post: answer).perform(by: kai, in: tx) }
    await #expect(throws: ForumError.forbidden(.notYours)) { try await s.store.edit(answer, to: "Mine", by: s.kai) }
    await #expect(throws: ForumError.notFound) { try await s.store.edit(answer, to: "Mine", by: s.ana) }
  }

  @Test("moving a topic takes its posts' words along, and counts where it is") func moving() async throws {
    let s = try await scene()
    let (topic, kai) = (s.topic, s.kai)
    try await s.store.reply("Zanzibar", to: topic, by: kai)
    let team = try await s.store.addCategory("Team", .staff)
    let heading = EditPost.Heading(title: try TopicTitle("Moved away"), category: team, tags: try TagChoice("dough"))
    await #expect(throws: ForumError.invalid("category", .categoryUnknown)) {
      try await s.store.edit(s.opening, to: "Second", by: s.ana, heading: heading)
    }
    #expect(try await s.history(for: s.ana.viewer).count == 1, "refused means nothing was written")
    try await s.store.edit(s.opening, to: "Second", by: s.tomas, heading: heading)
    for word in ["zanzibar", "second", "moved"] {
      #expect(try await s.store.read { tx in try SearchPosts(word).perform(for: .visitor, in: tx).posts }.isEmpty)
      let insider = s.tomas.viewer
      let found = try await s.store.read { tx in try SearchPosts(word).perform(for: insider, in: tx).posts }
      #expect(found.count == 1)
    }
    #expect(try await s.store.read { tx in try TopicHead.find(topic, for: kai.viewer, in: tx) } == nil)
    #expect(try await s.store.miscounts() == [])
  }
}
