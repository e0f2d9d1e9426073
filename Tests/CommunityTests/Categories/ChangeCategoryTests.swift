import Community
import Database
import TestSupport
import Testing

@Suite("Categories changed by an admin") struct ChangeCategoryTests {
  private struct Here {
    let store: TestStore
    let noor: Actor
    let ana: Actor
    let help: CategoryID
    init() async throws {
      store = try await TestStore.make()
      let cast = try await store.addCast()
      (noor, ana) = (try #require(cast[.noor]), try #require(cast[.ana]))
      help = try await store.addCategory("Help")
    }

    func change(
      name: String = "Help", slug: String = "help", access: CategoryAccess? = .everyone, hosts: String = "", askAround: String = "4",
      by actor: Actor? = nil
    ) async throws {
      let change = ChangeCategory(
        help, name: try CategoryName(name), slug: try CategorySlug(typed: slug), description: "", hint: "", access: access,
        hosts: try CategoryHostChoice(hosts), askAround: try AskAroundHours(askAround))
      let actor = actor ?? noor
      try await store.write { tx in try change.perform(by: actor, in: tx) }
    }

    func acts() async throws -> [String] {
      try await store.read { tx in
        try tx.values(
          "SELECT act.detail FROM act WHERE act.category_id = \(help) ORDER BY act.id", as: String.self)
      }
    }
  }

  @Test("each change is one act with what was before and after; the same again is none") func logged() async throws {
    let here = try await Here()
    for _ in 1...2 { try await here.change(name: "Hilfe", slug: "hilfe", hosts: "mei, @ANA mei") }
    #expect(try await here.acts() == ["category changed name slug hosts"])
    let note: String? = try await here.store.read { tx in try tx.value("SELECT note FROM act_text ORDER BY act_id DESC LIMIT 1") }
    #expect(note == "name: Help → Hilfe\nslug: help → hilfe\nhosts:  → ana mei")
    #expect(try await here.store.read { tx in try ActLog.firstBroken(in: tx) } == nil)
    let help = here.help
    #expect(try await here.store.read { tx in try CategoryHost.all(of: help, in: tx) }.map(\.handle) == ["ana", "mei"])
  }

  @Test("when others are asked is one act too, and no more than a month is taken") func askAround() async throws {
    let here = try await Here()
    for _ in 1...2 { try await here.change(askAround: " 720 ") }
    #expect(try await here.acts() == ["category changed askAroundHours"])
    let note: String? = try await here.store.read { tx in try tx.value("SELECT note FROM act_text ORDER BY act_id DESC LIMIT 1") }
    #expect(note == "askAroundHours: 4 → 720")
    for wrong in ["", "721", "-1", "1.5", "x", "٤"] {
      #expect(throws: Problem(.numberBad, 720)) { try AskAroundHours(wrong) }
    }
  }

  @Test("a former address leads on for who may see the category, and the search finds by it") func formerAddress() async throws {
    let here = try await Here()
    try await here.change(slug: "first")
    try await here.change(slug: "second", access: .staff)
    let seen = try await here.store.read { [noor = here.noor] tx in
      try ["help", "first"].map { former in
        [try CategoryRow.renamed(former, for: noor.viewer, in: tx), try CategoryRow.renamed(former, for: .visitor, in: tx)]
      }
    }
    #expect(seen == [["second", nil], ["second", nil]])
    try await here.change(slug: "first", access: .everyone)
    #expect(try await here.store.read { tx in try CategoryRow.find("first", for: .visitor, in: tx) } != nil)
    #expect(try await here.store.read { tx in try CategoryRow.renamed("second", for: .visitor, in: tx) } == "first")
  }

  @Test("nothing is opened or answered where a category is archived, until it is back; what is there is read")
  func archived() async throws {
    let here = try await Here()
    let (help, noor, ana) = (here.help, here.noor, here.ana)
    let topic = try await here.store.open("Ovens", by: ana, in: help)
    for _ in 1...2 { try await here.store.write { tx in try ArchiveCategory(help, wanted: true).perform(by: noor, in: tx) } }
    #expect(try await here.acts() == ["category archived"])
    for actor in [ana, noor] {
      await #expect(throws: ForumError.self) { try await here.store.open("More", by: actor, in: help) }
      await #expect(throws: ForumError.forbidden(.notAllowed)) { try await here.store.reply("So", to: topic, by: actor) }
    }
    let head = try await here.store.read { tx in try TopicHead.find(topic, for: .visitor, in: tx) }
    #expect(head?.takesReplies == false)
    let waiting = try await here.store.read { tx in try TopicList.load(.unanswered, before: nil, for: noor.viewer, in: tx) }
    #expect(waiting.rows.isEmpty)
    #expect(try await here.store.read { tx in try OldestWaiting.since(for: noor.viewer, in: tx) } == nil)
    try await here.store.write { tx in try ArchiveCategory(help, wanted: false).perform(by: noor, in: tx) }
    try await here.store.reply("So", to: topic, by: ana)
  }

  @Test("a category keeps its place among the others, which move up or down") func order() async throws {
    let here = try await Here()
    var all = [here.help]
    for name in ["Bread", "Cake"] { all.append(try await here.store.addCategory(name)) }
    let (last, noor) = (all[2], here.noor)
    for _ in 1...2 { try await here.store.write { tx in try PlaceCategory(last, at: 1).perform(by: noor, in: tx) } }
    let order = try await here.store.read { tx in try CategorySheet.all(for: noor, in: tx).map(\.id) }
    #expect(order == [all[2], all[0], all[1]])
    for place in [0, 4, -1, .max] {
      await #expect(throws: ForumError.notFound) {
        try await here.store.write { tx in try PlaceCategory(last, at: place).perform(by: noor, in: tx) }
      }
    }
  }

  @Test("who may see it is changed for everybody at once, and roles set one by one stay until another way is chosen")
  func access() async throws {
    let here = try await Here()
    let (help, noor) = (here.help, here.noor)
    try await here.change(access: .staff)
    #expect(try await here.store.read { tx in try CategoryRow.find("help", for: .visitor, in: tx) } == nil)
    try await here.store.write { tx in
      try tx.run("UPDATE category_access SET may_see = TRUE WHERE category_id = \(help) AND role = \(Role.helper)")
    }
    try await here.change(access: nil)
    #expect(try await here.store.read { tx in try CategorySheet.find(help, for: noor, in: tx).access } == nil)
    try await here.change(access: .everyone)
    #expect(try await here.store.read { tx in try CategoryRow.find("help", for: .visitor, in: tx) } != nil)
  }

  @Test("only who manages categories does any of it, and neither names nor addresses meet") func refused() async throws {
    let here = try await Here()
    let (help, ana) = (here.help, here.ana)
    try await here.store.addCategory("Bread")
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await here.change(name: "Mine", by: ana) }
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await here.store.write { tx in try ArchiveCategory(help, wanted: true).perform(by: ana, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await here.store.write { tx in try PlaceCategory(help, at: 1).perform(by: ana, in: tx) }
    }
    await #expect(throws: ForumError.notFound) { try await here.store.read { tx in try CategorySheet.all(for: ana, in: tx) } }
    await #expect(throws: ForumError.invalid([.init("name", Problem(.collision)), .init("slug", Problem(.collision))])) {
      try await here.change(name: "Bread", slug: "bread")
    }
    await #expect(throws: ForumError.invalid([.init("hosts", Problem(.hostUnknown, word: "nobody-here"))])) {
      try await here.change(hosts: "nobody-here")
    }
    #expect(try await here.acts() == [])
  }

  @Test(
    "an address is of a to z, digits and hyphens inside",
    arguments: ["", "-a", "a-", "a b", "ä", "a/b", "..", String(repeating: "a", count: 51)])
  func badAddress(_ typed: String) { #expect(throws: Problem.self) { try CategorySlug(typed: typed) } }
}
