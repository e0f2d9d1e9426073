import Community
import Database
import TestSupport
import Testing

@Suite("Tags changed by an admin") struct ChangeTagTests {
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

    @discardableResult func topic(_ tags: String) async throws -> TopicID {
      let topic = try await store.open("Ovens", by: ana, in: help)
      let (choice, noor) = (try TagChoice(tags), self.noor)
      try await store.write { tx in try TopicTags.set(choice, on: topic, by: noor, in: tx) }
      return topic
    }
    func tag(_ name: String) async throws -> TopicTagID {
      let id: TopicTagID? = try await store.read { tx in try tx.value("SELECT id FROM tag WHERE name = \(name)") }
      return try #require(id)
    }
    func merge(_ name: String, into target: String) async throws {
      let (id, into, noor) = (try await tag(name), try TagName(target), self.noor)
      try await store.write { tx in try MergeTags(id, into: into).perform(by: noor, in: tx) }
    }
    func names(of topic: TopicID) async throws -> [String] {
      try await store.read { tx in
        try tx.values(
          "SELECT tag.name FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id WHERE topic_tag.topic_id = \(topic) ORDER BY tag.name",
          as: String.self)
      }
    }
    func sheet(_ name: String) async throws -> TagSheet {
      let (id, noor) = (try await tag(name), self.noor)
      return try await store.read { tx in try TagSheet.find(id, for: noor, in: tx) }
    }
  }

  @Test("a tag renamed leaves its old name as a synonym; named back, the new name is one") func rename() async throws {
    let here = try await Here()
    let topic = try await here.topic("ovn")
    let (id, noor) = (try await here.tag("ovn"), here.noor)
    for _ in 1...2 {
      let change = ChangeTag(id, name: try TagName("oven"), description: "Hot")
      try await here.store.write { tx in try change.perform(by: noor, in: tx) }
    }
    #expect(try await here.names(of: topic) == ["oven"])
    #expect(try await here.sheet("oven").synonyms == ["ovn"])
    #expect(try await here.store.read { tx in try TagView.find("ovn", for: .visitor, in: tx) } == .synonym(of: "oven"))
    #expect(try await here.names(of: try await here.topic("ovn")) == ["oven"], "typing the old name gives the new one")
    #expect(try await here.store.number("SELECT count(*) FROM act WHERE detail LIKE 'tag changed %'") == 1)
    let back = ChangeTag(id, name: try TagName("ovn"), description: "Hot")
    try await here.store.write { tx in try back.perform(by: noor, in: tx) }
    #expect(try await here.sheet("ovn").synonyms == ["oven"])
    try await here.topic("bread")
    let taken = ChangeTag(id, name: try TagName("bread"), description: "")
    await #expect(throws: ForumError.invalid("name", .tagTaken)) {
      try await here.store.write { tx in try taken.perform(by: noor, in: tx) }
    }
  }

  @Test("merged tags are one: each topic has it once, nobody follows it twice, counts are right", arguments: 1...6)
  func merging(_ seed: Int) async throws {
    let here = try await Here()
    var dice = Dice(seed: UInt64(seed))
    let words = ["a", "b", "c", "d", "e"]
    var chosen: [TopicID: Set<String>] = [:]
    for _ in 1...12 {
      let tags = words.filter { _ in dice.number(below: 3) == 0 }
      chosen[try await here.topic(tags.joined(separator: " "))] = Set(tags)
    }
    for word in words { try await here.topic(word) }
    let gone = dice.pick(Array(chosen.keys.sorted()))
    try await here.store.write { tx in
      try tx.run("UPDATE tag SET topic_count = topic_count - 1 WHERE id IN (SELECT tag_id FROM topic_tag WHERE topic_id = \(gone))")
      try tx.run("UPDATE category SET topic_count = topic_count - 1")
      try tx.run("UPDATE member SET topic_count = topic_count - 1 WHERE id = (SELECT author_id FROM topic WHERE id = \(gone))")
      try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(gone)")
    }
    var following: Set<MemberID> = []
    for member in [here.noor.id, here.ana.id] {
      for word in ["a", "b", "c"] where dice.number(below: 2) == 0 {
        let tag = try await here.tag(word)
        following.insert(member)
        try await here.store.write { tx in
          try tx.run("INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(member), 'tag', \(tag), 'follow', 1)")
          try tx.run("INSERT INTO interest (member_id, tag_id, at) VALUES (\(member), \(tag), 1)")
        }
      }
    }
    // A tag that took another in goes into a third, so that what led to it leads on.
    try await here.merge("b", into: "a")
    try await here.merge("a", into: "c")
    #expect(try await here.store.read { tx in try Recount.perform(in: tx) }.map(\.counter) == [])
    for (topic, tags) in chosen {
      let expected = Set(tags.map { ["a", "b"].contains($0) ? "c" : $0 }).sorted()
      #expect(try await here.names(of: topic) == expected)
    }
    let sheet = try await here.sheet("c")
    #expect(sheet.synonyms == ["a", "b"])
    #expect(sheet.followers == following.count)
    #expect(try await here.store.number("SELECT count(*) FROM follow WHERE kind = 'tag'") == following.count)
    #expect(try await here.store.number("SELECT count(*) FROM interest") == following.count)
  }

  @Test("merged twice it is merged once; a tag is part neither of itself nor of what is not there") func mergedTwice() async throws {
    let here = try await Here()
    try await here.topic("a b")
    try await here.merge("a", into: "b")
    try await here.merge("a", into: "a")
    #expect(try await here.store.number("SELECT count(*) FROM act WHERE detail LIKE 'tag merged %'") == 1)
    for absent in ["b", "a", "nowhere"] {
      await #expect(throws: ForumError.invalid("otherTag", .tagAbsent)) { try await here.merge("b", into: absent) }
    }
    await #expect(throws: ForumError.notFound) { _ = try await here.sheet("a") }
  }

  @Test("synonyms are added and taken off; a word that is a tag is none") func synonyms() async throws {
    let here = try await Here()
    try await here.topic("oven bread")
    let (id, noor) = (try await here.tag("oven"), here.noor)
    let (stove, bread) = (try TagName("stove"), try TagName("bread"))
    for _ in 1...2 { try await here.store.write { tx in try AddTagSynonym(stove, of: id).perform(by: noor, in: tx) } }
    #expect(try await here.sheet("oven").synonyms == ["stove"])
    await #expect(throws: ForumError.invalid("synonym", .tagTaken)) {
      try await here.store.write { tx in try AddTagSynonym(bread, of: id).perform(by: noor, in: tx) }
    }
    for _ in 1...2 { try await here.store.write { tx in try RemoveTagSynonym("stove", of: id).perform(by: noor, in: tx) } }
    #expect(try await here.sheet("oven").synonyms == [])
    for number in 1...AddTagSynonym.most {
      let name = try TagName("stove-\(number)")
      try await here.store.write { tx in try AddTagSynonym(name, of: id).perform(by: noor, in: tx) }
    }
    await #expect(throws: ForumError.invalid("synonym", .synonymsTooMany, AddTagSynonym.most)) {
      try await here.store.write { tx in try AddTagSynonym(stove, of: id).perform(by: noor, in: tx) }
    }
  }

  @Test("only a tag that no topic has is removed, not even a hidden one") func remove() async throws {
    let here = try await Here()
    let topic = try await here.topic("oven bread")
    let (id, noor, ana) = (try await here.tag("oven"), here.noor, here.ana)
    await #expect(throws: ForumError.conflict(.editedMeanwhile)) {
      try await here.store.write { tx in try RemoveTag(id).perform(by: noor, in: tx) }
    }
    let (stove, bread) = (try TagName("stove"), try TagChoice("bread"))
    try await here.store.write { tx in
      try TopicTags.set(bread, on: topic, by: noor, in: tx)
      try AddTagSynonym(stove, of: id).perform(by: noor, in: tx)
      try tx.run("INSERT INTO interest (member_id, tag_id, at) VALUES (\(ana.id), \(id), 1)")
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await here.store.write { tx in try RemoveTag(id).perform(by: ana, in: tx) }
    }
    try await here.store.write { tx in try RemoveTag(id).perform(by: noor, in: tx) }
    #expect(try await here.store.number("SELECT count(*) FROM tag") == 1)
    #expect(try await here.store.read { tx in try ActLog.firstBroken(in: tx) } == nil)
  }

  @Test(
    "tags are found by the beginning of their name or of a synonym, with signs as they are",
    arguments: [
      ("", 3), ("ov", 1), ("STO", 1), ("ve", 1), ("%", 0), ("!", 0), ("'", 0), (String(repeating: "x", count: 5_000), 0),
    ])
  func finding(_ start: String, _ count: Int) async throws {
    let here = try await Here()
    try await here.topic("oven cat vest")
    let (id, noor, ana, stove) = (try await here.tag("cat"), here.noor, here.ana, try TagName("stoker"))
    try await here.store.write { tx in try AddTagSynonym(stove, of: id).perform(by: noor, in: tx) }
    let list = try await here.store.read { tx in try TagSheetList.load(start, after: nil, for: noor, in: tx) }
    #expect(list.rows.count == count && list.next == nil)
    await #expect(throws: ForumError.notFound) {
      try await here.store.read { tx in try TagSheetList.load(start, after: nil, for: ana, in: tx) }
    }
  }

  @Test("a long list goes on where it ended, with each tag once") func paging() async throws {
    let here = try await Here()
    let noor = here.noor
    try await here.store.write { tx in
      for number in 1...120 { try tx.run("INSERT INTO tag (name, topic_count, created_at) VALUES (\("t\(number)"), \(number % 7), 1)") }
    }
    var (seen, cursor): ([TopicTagID], TagSheetList.Cursor?) = ([], nil)
    repeat {
      let after = cursor.flatMap { TagSheetList.Cursor($0.text) }
      let list = try await here.store.read { tx in try TagSheetList.load("t", after: after, for: noor, in: tx) }
      seen += list.rows.map(\.id)
      cursor = list.next
    } while cursor != nil
    #expect(seen.count == 120 && Set(seen).count == 120)
  }
}
