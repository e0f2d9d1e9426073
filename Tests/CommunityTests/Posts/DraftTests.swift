import Community
import Database
import TestSupport
import Testing

@Suite("Drafts") struct DraftTests {
  private struct Here {
    let store: TestStore
    let ana: Actor
    let kai: Actor
    let topic: TopicID
    let opening: PostID

    func save(_ body: String, _ stamp: DraftStamp = DraftStamp(version: 0), at place: DraftPlace? = nil, by actor: Actor? = nil)
      async throws -> SaveDraft.Outcome
    {
      let (place, actor) = (place ?? .reply(topic), actor ?? kai)
      return try await store.write { tx in try SaveDraft(DraftText(body: body), at: place, stamp: stamp).perform(by: actor, in: tx) }
    }
    func send(_ stamp: DraftStamp, at place: DraftPlace? = nil) async throws {
      let (place, kai) = (place ?? .reply(topic), kai)
      try await store.write { tx in try SendDraft(place, stamp: stamp).perform(by: kai, in: tx) }
    }
    func kept(at place: DraftPlace? = nil, of viewer: Viewer? = nil) async throws -> Draft? {
      let (place, viewer) = (place ?? .reply(topic), viewer ?? kai.viewer)
      return try await store.read { tx in try Draft.find(place, of: viewer, in: tx) }
    }
    func list(of actor: Actor? = nil) async throws -> DraftList {
      let actor = actor ?? kai
      return try await store.read { tx in try DraftList.load(for: actor, in: tx) }
    }
  }
  private func here() async throws -> Here {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let topic = try await store.open("Where do bees sleep", by: ana, in: try await store.addCategory())
    return Here(store: store, ana: ana, kai: kai, topic: topic, opening: try await store.opening(of: topic))
  }
  private func version(_ outcome: SaveDraft.Outcome) throws -> Int {
    guard case .saved(let draft) = outcome else { throw NotSaved(outcome: outcome) }
    return draft.version
  }
  private struct NotSaved: Error { let outcome: SaveDraft.Outcome }

  @Test("each place has one of its own, exactly as typed, which nobody else has") func places() async throws {
    let h = try await here()
    let places: [DraftPlace] = [.ask, .reply(h.topic), .remark(h.opening), .edit(h.opening)]
    for place in places { _ = try version(try await h.save(" typed at \(place)\n", at: place)) }
    for place in places {
      #expect(try await h.kept(at: place)?.text.body == " typed at \(place)\n")
      #expect(try await h.kept(at: place, of: h.ana.viewer) == nil)
      #expect(try await h.kept(at: place, of: .visitor) == nil)
    }
    #expect(try await h.list().kept.count == 4)
    #expect(try await h.list(of: h.ana).kept.isEmpty)
    var text = DraftText(body: "b")
    (text.title, text.category, text.tags, text.topicKind, text.replyTo, text.postVersion) = ("t", "c", "a, b", "discussion", h.opening, 7)
    let whole = text
    try await h.store.write { tx in
      _ = try SaveDraft(whole, at: .ask, stamp: DraftStamp(version: 1)).perform(by: h.kai, in: tx)
    }
    #expect(try await h.kept(at: .ask)?.text == whole)
    let found = try await h.store.read { tx in
      let view = try TopicView.load(h.topic, order: .oldest, page: 1, for: h.kai.viewer, in: tx)
      return Set(try Draft.find(in: view, of: h.kai.viewer, in: tx).keys)
    }
    #expect(found == [.reply(h.topic), .remark(h.opening)])
  }

  @Test("a page goes on from its own version, and never writes over what another page saved since") func twoPages() async throws {
    let h = try await here()
    let first = try version(try await h.save("One"))
    let second = try version(try await h.save("One two", DraftStamp(version: first)))
    #expect(second > first)
    guard case .newer(let other) = try await h.save("One other", DraftStamp(version: first)) else { Issue.record("written over"); return }
    #expect(other.text.body == "One two" && other.version == second)
    #expect(try await h.kept()?.text.body == "One two")
    guard case .newer = try await h.save("", DraftStamp(version: first)) else { Issue.record("emptied"); return }
    #expect(try await h.kept()?.text.body == "One two")
    // Who was told and chooses their own text goes on from what is there now.
    #expect(try version(try await h.save("One other", DraftStamp(version: second))) == second + 1)
  }

  @Test("a page knows its own save again when the answer was lost") func lostAnswer() async throws {
    let h = try await here()
    let stamp = DraftStamp("0.abcdefgh")
    #expect(stamp == DraftStamp(version: 0, hand: "abcdefgh"))
    let first = try version(try await h.save("One", stamp))
    #expect(try version(try await h.save("One two", stamp)) == first + 1)
    guard case .newer = try await h.save("Other", DraftStamp("0.ijklmnop")) else { Issue.record("another hand"); return }
    for raw in [
      "", "x", "-1", "0.", "0.short", "0.ABCDEFGH", "0.abc'efgh", "99999999999", "1.2.3", "0." + String(repeating: "a", count: 25),
    ] {
      #expect(DraftStamp(raw).hand.isEmpty && DraftStamp(raw).version <= 1, "\(raw)")
    }
  }

  @Test("it goes with what was sent, and a save that comes too late does not bring it back") func sent() async throws {
    let h = try await here()
    let stamp = DraftStamp("0.abcdefgh")
    let first = try version(try await h.save("One", stamp))
    try await h.send(DraftStamp("\(first).abcdefgh"))
    #expect(try await h.kept() == nil)
    #expect(try await h.save("On", stamp) == .sent)
    #expect(try await h.kept() == nil)
    #expect(try await h.store.number("SELECT count(*) FROM draft WHERE body <> ''") == 0, "nothing of the text stays behind")
    // Before its first save had come through at all.
    try await h.send(DraftStamp("0.qrstuvwx"))
    #expect(try await h.save("Late", DraftStamp("0.qrstuvwx")) == .sent)
    // Another page that was open all the while has a text of its own.
    let again = try version(try await h.save("Another answer", DraftStamp("\(first).ijklmnop")))
    #expect(again > first)
    #expect(try await h.kept()?.text.body == "Another answer")
  }

  @Test("what another page saved stays when an older page is sent") func sentElsewhere() async throws {
    let h = try await here()
    let first = try version(try await h.save("One"))
    _ = try await h.save("A different text", DraftStamp(version: first))
    try await h.send(DraftStamp(version: first))
    #expect(try await h.kept()?.text.body == "A different text")
    try await h.send(DraftStamp(version: 0))
    #expect(try await h.kept()?.text.body == "A different text")
  }

  @Test("emptying the field discards what was saved, and it can be brought back for a day, by nobody else") func discarding() async throws {
    let h = try await here()
    let first = try version(try await h.save("Precious"))
    #expect(try await h.save(" \n", DraftStamp(version: first)) == .blank)
    #expect(try await h.kept() == nil)
    let entry = try #require(try await h.list().discarded.first)
    #expect(entry.draft.text.body == "Precious")
    await #expect(throws: ForumError.notFound) {
      try await h.store.write { tx in try RestoreDraft(draft: entry.draft.id).perform(by: h.ana, in: tx) }
    }
    // What was begun since is put away in its turn.
    let newer = try version(try await h.save("Newer"))
    #expect(newer > first)
    try await h.store.write { tx in try RestoreDraft(draft: entry.draft.id).perform(by: h.kai, in: tx) }
    #expect(try await h.kept()?.text.body == "Precious")
    guard case .newer = try await h.save("Newer and newer", DraftStamp(version: newer)) else { Issue.record("written over"); return }
    let put = try #require(try await h.list().discarded.first)
    #expect(put.draft.text.body == "Newer")
    let kept = try #require(try await h.kept())
    await #expect(throws: ForumError.notFound) {
      try await h.store.write { tx in try DiscardDraft(draft: kept.id).perform(by: h.ana, in: tx) }
    }
    try await h.store.write { tx in
      try DiscardDraft(draft: kept.id).perform(by: h.kai, in: tx)
      try DiscardDraft(draft: kept.id).perform(by: h.kai, in: tx)
    }
    #expect(try await h.kept() == nil)
    h.store.clock.advance(.hours(24))
    #expect(try await h.list().discarded.isEmpty)
    await #expect(throws: ForumError.notFound) {
      try await h.store.write { tx in try RestoreDraft(draft: kept.id).perform(by: h.kai, in: tx) }
    }
    try await h.store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await h.store.number("SELECT count(*) FROM draft") == 0)
  }

  @Test("texts nobody goes on with are forgotten after 180 days, and not before") func forgotten() async throws {
    let h = try await here()
    let first = try version(try await h.save("Old"))
    _ = try await h.save("Older", at: .ask)
    h.store.clock.advance(.days(179))
    _ = try await h.save("Gone on", DraftStamp(version: first))
    h.store.clock.advance(.days(1))
    try await h.store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await h.kept()?.text.body == "Gone on")
    #expect(try await h.kept(at: .ask) == nil)
  }

  @Test("there is a limit to their length, to their number, and to how often they are saved") func limits() async throws {
    let h = try await here()
    #expect(try await h.save(String(repeating: "x", count: 32 * 1024 + 1)) == .tooLong)
    _ = try version(try await h.save(String(repeating: "x", count: 32 * 1024)))
    for number in 2...100 {
      if number % 50 == 0 { h.store.clock.advance(.minutes(1)) }
      _ = try version(try await h.save("x", at: .remark(PostID(rawValue: Int64(number)))))
    }
    h.store.clock.advance(.minutes(1))
    #expect(try await h.save("x", at: .ask) == .tooMany)
    _ = try version(try await h.save("Mine goes on", DraftStamp(version: 1)))
    _ = try version(try await h.save("Another's", at: .ask, by: h.ana))
    for _ in 1...118 { _ = try await h.save("x", at: .ask) }
    await #expect(throws: ForumError.self) { try await h.save("x", at: .ask) }
  }

  @Test("the list says where each belongs as long as its writer may see that, and always what they wrote") func list() async throws {
    let h = try await here()
    let post = try await h.store.reply("In the hive", to: h.topic, by: h.kai)
    for place in [.reply(h.topic), .remark(post), .edit(post), .ask, .reply(TopicID(rawValue: 999)), .edit(h.opening)] as [DraftPlace] {
      _ = try await h.save("typed at \(place)", at: place)
    }
    func spots() async throws -> [DraftPlace: DraftList.Spot?] {
      let list = try await h.list()
      for entry in list.kept { #expect(entry.draft.text.body == "typed at \(entry.draft.place)") }
      #expect(list.kept.count == 6)
      return Dictionary(uniqueKeysWithValues: list.kept.map { ($0.draft.place, $0.spot) })
    }
    var now = try await spots()
    for place in [.reply(h.topic), .remark(post), .edit(post)] as [DraftPlace] {
      #expect(now[place]??.title == "Where do bees sleep" && now[place]??.takesText == true, "\(place)")
    }
    #expect(now[.ask] == .some(nil) && now[.reply(TopicID(rawValue: 999))] == .some(nil))
    #expect(now[.edit(h.opening)]??.takesText == false, "another's post is not theirs to edit")
    let changes: [(SQL, SQL, Bool)] = [
      ("UPDATE topic SET locked_at = 1", "UPDATE topic SET locked_at = NULL", true),
      ("UPDATE category_access SET may_reply = FALSE", "UPDATE category_access SET may_reply = TRUE", true),
      ("UPDATE topic SET hidden = TRUE", "UPDATE topic SET hidden = FALSE", false),
      ("UPDATE topic SET deleted_at = 1", "UPDATE topic SET deleted_at = NULL", false),
      ("UPDATE category_access SET may_see = FALSE", "UPDATE category_access SET may_see = TRUE", false),
    ]
    for (change, back, isSeen) in changes {
      try await h.store.write { tx in try tx.run(change) }
      now = try await spots()
      #expect((now[.reply(h.topic)]??.title != nil) == isSeen, "\(change)")
      #expect(now[.reply(h.topic)]??.takesText != true, "\(change)")
      try await h.store.write { tx in try tx.run(back) }
    }
    try await h.store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(h.opening)") }
    #expect(try await spots()[.edit(h.opening)] == .some(nil), "a hidden post of somebody else")
  }

  @Test("of fifty saves at once from one version exactly one is taken, and the others are told") func race() async throws {
    let h = try await here()
    let first = try version(try await h.save("One"))
    let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 1...50 {
        group.addTask {
          if case .saved = try await h.save("Text \(number)", DraftStamp(version: first)) { true } else { false }
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(taken == 1)
    #expect(try await h.store.number("SELECT count(*) FROM draft") == 1)
  }
}
