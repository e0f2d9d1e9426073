import Community
import Database
import TestSupport
import Testing

@Suite("Opening a topic") struct OpenTopicTests {
  @Test("it stands in its category with its first post, its words and one event") func opens() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let help = try await store.addCategory()
    let topic = try await store.open("How do I clean  the oven?", by: ana, in: help, body: "It *smells*.", tags: "oven")
    let view = try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: .visitor, in: tx) }
    #expect(view.topic.title == "How do I clean the oven?")
    #expect(view.topic.slug == "how-do-i-clean-the-oven")
    #expect(view.opening.html.contains("<em>smells</em>"))
    #expect(view.opening.author?.handle == "ana")
    #expect(view.tags == ["oven"])
    #expect(view.posts.isEmpty && view.pageCount == 1)
    let found = try await store.read { tx in try SearchPosts("smells").perform(for: .visitor, in: tx).posts }
    #expect(found.map(\.topic) == [topic])
    #expect(
      try await store.number("SELECT count(*) FROM event WHERE kind = 'topicOpened' AND topic_id = \(topic) AND actor_id = \(ana.id)") == 1)
    #expect(try await store.miscounts() == [])
  }

  @Test("a form sent twice opens one; another form, or another member's, opens its own") func doubleSubmit() async throws {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let help = try await store.addCategory()
    let first = try await store.open("Where is my order", by: ana, in: help, key: "form-number-1")
    #expect(try await store.open("Where is my order", by: ana, in: help, key: "form-number-1") == first)
    #expect(try await store.open("Where is my order", by: ana, in: help, key: "form-number-2") != first)
    #expect(try await store.open("Where is my order", by: kai, in: help, key: "form-number-1") != first)
    #expect(try await store.number("SELECT count(*) FROM topic") == 3)
    #expect(try await store.miscounts() == [])
  }

  @Test("a key whose post was deleted writes again: words that somebody sends are never lost") func deletedKey() async throws {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let topic = try await store.open("Where is my order", by: ana, in: try await store.addCategory())
    let post = try await store.opening(of: topic)
    // The form's key is made of what stands below the post, which is the same again once the remark is gone.
    let first = try await store.remark("Thanks", on: post, by: kai, key: "remark-0")
    try await store.write { tx in try DeletePost(post: first).perform(by: kai, in: tx) }
    let second = try await store.remark("Thanks", on: post, by: kai, key: "remark-0")
    #expect(second != first)
    #expect(try await store.remark("Thanks", on: post, by: kai, key: "remark-0") == second)
    #expect(try await store.miscounts() == [])
  }

  @Test("newcomers choose among the tags there are; settled members and staff make new ones") func makingTags() async throws {
    let store = try await TestStore.make()
    let (ana, sam, mei) = (try await store.add(.ana), try await store.add(.sam), try await store.add(.mei))
    let help = try await store.addCategory()
    await #expect(throws: ForumError.invalid("tags", .tagUnknown)) { try await store.open("Late flour", by: sam, in: help, tags: "flour") }
    #expect(try await store.number("SELECT count(*) FROM topic") == 0, "refused means nothing was written")
    try await store.open("Late flour", by: ana, in: help, tags: "flour")
    try await store.open("Early flour", by: sam, in: help, tags: "Flour")
    try await store.open("Good yeast", by: mei, in: help, tags: "yeast")
    #expect(try await store.number("SELECT topic_count FROM tag WHERE name = 'flour'") == 2)
    #expect(try await store.miscounts() == [])
  }

  @Test("a synonym stands for its tag, once, and six are too many") func synonyms() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let help = try await store.addCategory()
    try await store.open("First", by: ana, in: help, tags: "flour")
    try await store.write { tx in
      try tx.run("INSERT INTO tag (name, synonym_of, created_at) SELECT 'meal', id, \(tx.now) FROM tag WHERE name = 'flour'")
    }
    let topic = try await store.open("Second", by: ana, in: help, tags: "meal, flour; MEAL yeast a b")
    #expect(
      try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: .visitor, in: tx).tags } == [
        "a", "b", "flour", "yeast",
      ])
    #expect(throws: Problem(.tagTooMany, 5)) { try TagChoice("a b c d e f") }
    #expect(throws: Problem(.tagBad)) { try TagChoice("<b>") }
    #expect(try TagChoice("a, A a ,").names.count == 1)
    #expect(try await store.miscounts() == [])
  }

  @Test("visitors' reach at the time decides whether a deleted topic is gone or was never there", arguments: CategoryAccess.allCases)
  func gone(_ access: CategoryAccess) async throws {
    let store = try await TestStore.make()
    let (mei, kai, tomas) = (try await store.add(.mei), try await store.add(.kai), try await store.add(.tomas))
    let topic = try await store.open("Once here", by: mei, in: try await store.addCategory("Here", access))
    let post = try await store.opening(of: topic)
    try await store.write { tx in try DeletePost(post: post).perform(by: tomas, in: tx) }
    for viewer in [Viewer.visitor, kai.viewer] {
      let expected: ForumError = access == .everyone ? .gone : .notFound
      await #expect(throws: expected) {
        try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx) }
      }
    }
    for viewer in [mei.viewer, tomas.viewer] {
      #expect(try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx).topic.isDeleted })
    }
  }

  @Test("a topic that was moved where everybody reads it is gone when deleted, not unheard of") func movedToPublic() async throws {
    let store = try await TestStore.make()
    let (mei, tomas) = (try await store.add(.mei), try await store.add(.tomas))
    let team = try await store.addCategory("Team", .staff), help = try await store.addCategory()
    let topic = try await store.open("Draft", by: mei, in: team, body: "Soon public.")
    let post = try await store.opening(of: topic)
    let heading = EditPost.Heading(title: try TopicTitle("Published"), category: help, tags: try TagChoice(""))
    try await store.edit(post, to: "Now public.", by: mei, heading: heading)
    #expect(try await store.read { tx in try SearchPosts("public").perform(for: .visitor, in: tx).posts }.map(\.topic) == [topic])
    try await store.write { tx in try DeletePost(post: post).perform(by: tomas, in: tx) }
    await #expect(throws: ForumError.gone) {
      try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: .visitor, in: tx) }
    }
    #expect(try await store.miscounts() == [])
  }

  @Test("a title is one line of 2 to 150 characters, whatever was typed")
  func titles() throws {
    #expect(throws: Problem(.empty)) { try TopicTitle(" \n\t ") }
    #expect(throws: Problem(.tooShort, 2)) { try TopicTitle("?") }
    #expect(throws: Problem(.tooLong, 150)) { try TopicTitle(String(repeating: "a", count: 151)) }
    #expect(try TopicTitle(String(repeating: "é", count: 150)).text.count == 150)
    #expect(try TopicTitle("a\u{202E}b\nc\u{0}").text == "ab c")
    #expect(try TopicTitle("!!").slug == "topic")
    #expect(try TopicTitle("Öfen / 日本 — go!").slug == "öfen-日本-go")
  }
}
