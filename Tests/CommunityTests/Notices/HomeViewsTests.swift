import Community
import Database
import TestSupport
import Testing

@Suite("Home views") struct HomeViewsTests {
  private struct Here {
    let store: TestStore
    let ana: Actor, kai: Actor, mei: Actor
    let help: CategoryID
    let topic: TopicID
  }

  /// A question of Ana's with a tag, in a category.
  private func here() async throws -> Here {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let ana = try #require(cast[.ana])
    let help = try await store.addCategory()
    let topic = try await store.open("Ovens", by: ana, in: help, tags: "oven")
    return Here(store: store, ana: ana, kai: try #require(cast[.kai]), mei: try #require(cast[.mei]), help: help, topic: topic)
  }

  private func list(_ scope: TopicList.Scope, for actor: Actor, _ h: Here) async throws -> [TopicID] {
    try await h.store.read { tx in try TopicList.load(scope, before: nil, for: actor.viewer, in: tx).rows.map(\.id) }
  }
  private func new(_ actor: Actor, _ h: Here) async throws -> [TopicID] { try await list(.newToMe(actor.id), for: actor, h) }
  private func read(_ topic: TopicID, to number: Int, by actor: Actor, _ h: Here) async throws {
    let marks = MarkRead(marks: [.init(member: actor.id, topic: topic): number], views: [:])
    try await h.store.write { tx in try marks.perform(in: tx) }
  }
  private func choose(_ level: FollowLevel, _ target: FollowTarget, by actor: Actor, _ h: Here) async throws {
    try await h.store.write { tx in try SetFollow(target, level).perform(by: actor, in: tx) }
  }

  @Test("new is what was never opened, and what others have written into since; not one's own posts, nor removed or hidden ones")
  func news()
    async throws
  {
    let h = try await here()
    #expect(try await new(h.kai, h) == [h.topic])
    try await read(h.topic, to: 30, by: h.kai, h)
    #expect(try await new(h.kai, h) == [])
    try await h.store.reply("Mine", to: h.topic, by: h.kai)
    #expect(try await new(h.kai, h) == [], "one's own reply is nothing new")
    let post = try await h.store.reply("Clean it", to: h.topic, by: h.mei)
    #expect(try await new(h.kai, h) == [h.topic])
    let rows = try await h.store.read { tx in try TopicList.load(.latest, before: nil, for: h.kai.viewer, in: tx).rows }
    #expect(rows.first?.unreadAfter == 1)
    try await h.store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(post)") }
    #expect(try await new(h.kai, h) == [])
    try await h.store.write { tx in try tx.run("UPDATE post SET hidden = FALSE WHERE id = \(post)") }
    try await h.store.write { tx in try DeletePost(post: post).perform(by: h.mei, in: tx) }
    #expect(try await new(h.kai, h) == [])
    let latest = try await h.store.read { tx in try TopicList.load(.latest, before: nil, for: h.kai.viewer, in: tx).rows }
    #expect(latest.first?.isUnread == false)
  }

  @Test("what has not changed for 30 days is not new, and what one may not see never is") func bounds() async throws {
    let h = try await here()
    h.store.clock.advance(.days(30))
    #expect(try await new(h.kai, h) == [])
    try await h.store.reply("Late", to: h.topic, by: h.mei)
    #expect(try await new(h.kai, h) == [h.topic])
    try await h.store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'member'") }
    #expect(try await new(h.kai, h) == [])
    #expect(try await new(h.mei, h) == [h.topic])
  }

  @Test("a muted topic, category, tag or member is not new; a level chosen for the topic itself counts more than its category's and tag's")
  func muted() async throws {
    let h = try await here()
    let tag: TopicTagID? = try await h.store.read { tx in try tx.value("SELECT id FROM tag") }
    for target in [FollowTarget.category(h.help), .tag(try #require(tag)), .member(h.ana.id), .topic(h.topic)] {
      try await choose(.mute, target, by: h.kai, h)
      #expect(try await new(h.kai, h) == [], "\(target)")
      #expect(try await new(h.mei, h) == [h.topic], "what Kai mutes is Kai's")
      if target.kind == .category || target.kind == .tag {
        try await choose(.normal, .topic(h.topic), by: h.kai, h)
        #expect(try await new(h.kai, h) == [h.topic], "\(target)")
        try await h.store.write { tx in try tx.run("DELETE FROM follow WHERE kind = 'topic'") }
      }
      try await choose(.normal, target, by: h.kai, h)
    }
    #expect(try await new(h.kai, h) == [h.topic])
  }

  @Test("what somebody muted wrote makes nothing new; who took their name off a question is not given away by muting them")
  func mutedPeople()
    async throws
  {
    let h = try await here()
    try await read(h.topic, to: 30, by: h.kai, h)
    try await choose(.mute, .member(h.mei.id), by: h.kai, h)
    try await h.store.reply("Clean it", to: h.topic, by: h.mei)
    #expect(try await new(h.kai, h) == [])
    try await h.store.reply("Thanks", to: h.topic, by: h.ana)
    #expect(try await new(h.kai, h) == [h.topic])
    let nameless = try await h.store.open("Whose is it", by: h.mei, in: h.help)
    try await h.store.reply("Mine", to: nameless, by: h.ana)
    #expect(try await new(h.kai, h) == [h.topic])
    try await h.store.write { tx in try tx.run("UPDATE post SET nameless = TRUE WHERE topic_id = \(nameless) AND number = 1") }
    #expect(try await new(h.kai, h).contains(nameless))
  }

  @Test("mine are the topics one asked, answered or follows, together and apart, each once") func mine() async throws {
    let h = try await here()
    let asked = try await h.store.open("Asked by me", by: h.kai, in: h.help)
    h.store.clock.advance(.minutes(1))
    let followed = try await h.store.open("Followed", by: h.mei, in: h.help)
    h.store.clock.advance(.minutes(1))
    let muted = try await h.store.open("Muted", by: h.mei, in: h.help)
    h.store.clock.advance(.minutes(1))
    try await h.store.reply("Answered", to: h.topic, by: h.kai)
    try await h.store.reply("Answered again", to: h.topic, by: h.kai)
    try await choose(.everything, .topic(followed), by: h.kai, h)
    try await choose(.mute, .topic(muted), by: h.kai, h)
    func mine(_ which: TopicList.Mine) async throws -> [TopicID] { try await list(.mine(h.kai.id, which), for: h.kai, h) }
    #expect(try await mine(.all) == [h.topic, followed, asked])
    #expect(try await mine(.asked) == [asked])
    #expect(try await mine(.answered) == [h.topic])
    #expect(try await mine(.followed) == [followed])
    try await h.store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'member'") }
    for which in TopicList.Mine.allCases { #expect(try await mine(which) == [], "\(which)") }
  }

  @Test("every view is read page by page, each topic once", arguments: ["new", "mine"]) func pages(_ view: String) async throws {
    let h = try await here()
    for number in 1...69 {
      try await h.store.open("Topic \(number)", by: h.mei, in: h.help)
      if number % 7 == 0 { h.store.clock.advance(.seconds(1)) }
    }
    let scope = view == "new" ? TopicList.Scope.newToMe(h.kai.id) : .mine(h.mei.id, .all)
    var seen: [TopicID] = []
    var cursor: TopicList.Cursor?
    repeat {
      let start = cursor
      let page = try await h.store.read { tx in try TopicList.load(scope, before: start, for: h.mei.viewer, in: tx) }
      seen += page.rows.map(\.id)
      cursor = page.older
    } while cursor != nil
    #expect(seen.count == (view == "new" ? 70 : 69) && Set(seen).count == seen.count)
  }

  @Test("staff learn since when the oldest question waits, members do not") func oldest() async throws {
    let h = try await here()
    let asked = h.store.clock.now
    h.store.clock.advance(.hours(3))
    let second = try await h.store.open("Later", by: h.kai, in: h.help)
    func since(_ actor: Actor) async throws -> Timestamp? {
      try await h.store.read { tx in try OldestWaiting.since(for: actor.viewer, in: tx) }
    }
    #expect(try await since(h.mei) == asked)
    #expect(try await since(h.kai) == nil)
    try await h.store.reply("Clean it", to: h.topic, by: h.mei)
    #expect(try await since(h.mei) == asked + .hours(3))
    try await h.store.reply("That one too", to: second, by: h.mei)
    #expect(try await since(h.mei) == nil)
  }
}
