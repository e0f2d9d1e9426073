import Community
import Database
import TestSupport
import Testing

@Suite("Counting anew") struct RecountTests {
  /// A forum in which everything that is counted happened, and some of it was taken back.
  private func forum() async throws -> TestStore {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, mei, tomas) = try (#require(cast[.ana]), #require(cast[.mei]), #require(cast[.tomas]))
    try await store.write { tx in
      let category = try CreateCategory(name: CategoryName("Hives")).insert(in: tx)
      let other = try CreateCategory(name: CategoryName("Honey")).insert(in: tx)
      let topic = try OpenTopic(
        kind: .question, category: category, title: TopicTitle("Where do bees sleep"), body: PostBody("In the hive or outside of it?"),
        tags: TagChoice("bees, nights"), key: key(1)
      ).perform(by: mei, in: tx)
      let answer = try WriteReply(topic: topic, body: PostBody("In cells."), seen: nil, replyTo: nil, key: key(2)).perform(by: ana, in: tx)
      let gone = try WriteReply(topic: topic, body: PostBody("Never."), seen: nil, replyTo: nil, key: key(3)).perform(by: mei, in: tx)
      _ = try WriteRemark(post: answer, body: PostBody("All of them?"), key: key(4)).perform(by: mei, in: tx)
      try VotePost(post: answer, wanted: true).perform(by: mei, in: tx)
      _ = try AskPrivately(title: TopicTitle("My hive"), body: PostBody("Where?"), key: key(5)).perform(by: ana, in: tx)
      try SayMeToo(topic: topic, wanted: true).perform(by: ana, in: tx)
      try AcceptAnswer(post: answer).perform(by: mei, in: tx)
      try AcceptAnswer(post: gone).perform(by: tomas, in: tx)
      try DeletePost(post: gone).perform(by: mei, in: tx)
      let opening: PostID? = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1")
      let heading = EditPost.Heading(title: try TopicTitle("Where do bees sleep at night"), category: other, tags: try TagChoice("bees"))
      try tx.run(
        "INSERT INTO history_line (topic_id, after_number, kind, actor_id, at) VALUES (\(topic), 3, 'closed', \(tomas.id), \(tx.now))")
      try EditPost(post: #require(opening), body: PostBody("In the hive?"), heading: heading, version: 1).perform(by: mei, in: tx)
    }
    return store
  }

  private func key(_ number: Int) throws -> SubmissionKey { try #require(SubmissionKey("submission-\(number)")) }

  @Test("finds nothing wrong where nothing is") func right() async throws {
    let store = try await forum()
    #expect(try await store.read { try Recount.perform(in: $0) } == [])
    let verdict = try await store.read { try SearchCheck.compare(in: $0) }
    #expect(verdict.isGood)
    #expect(verdict.posts == 4)
    try await store.write { try SearchCheck.compareIndex(in: $0) }
  }

  @Test(
    "names the counter that is off by one",
    arguments: [
      ("category", "topic_count"), ("tag", "topic_count"), ("member", "topic_count"), ("member", "post_count"),
      ("member", "accepted_count"),
      ("topic", "last_number"), ("topic", "reply_count"), ("topic", "others_count"), ("topic", "last_post_id"), ("topic", "last_poster_id"),
      ("topic", "accepted_count"),
      ("topic", "me_too_count"), ("post", "vote_count"), ("post", "remark_count"), ("topic_tag", "bumped_at"),
      ("history_line", "after_number"), ("conversation", "last_number"),
    ])
  func wrong(_ table: String, _ column: String) async throws {
    let store = try await forum()
    try await store.write { tx in try tx.run(SQL(stringLiteral: "UPDATE \(table) SET \(column) = \(column) + 1")) }
    let findings = try await store.read { try Recount.perform(in: $0) }
    #expect(findings.contains { $0.counter == "\(table).\(column)" }, "\(findings)")
  }

  @Test("counts what there is one by one: no kind of number is left out of this test") func complete() {
    // What is said of pictures is no number: PictureStoryTests sees it wrong.
    #expect(Recount.count == 18)
  }

  @Test(
    "sees words that are missing or another text's",
    arguments: [
      ("DELETE FROM post_search WHERE post_id = 2", SearchCheck.Verdict(posts: 4, missing: 1, example: 2)),
      ("UPDATE post_search SET body = 'wasps' WHERE post_id = 3", SearchCheck.Verdict(posts: 4, different: 1, example: 3)),
      ("UPDATE post_search SET title = '' WHERE post_id = 1", SearchCheck.Verdict(posts: 4, different: 1, example: 1)),
      ("UPDATE post_search SET scope = 'c1' WHERE post_id = 4", SearchCheck.Verdict(posts: 4, different: 1, example: 4)),
    ])
  func searchWrong(_ harm: String, _ expected: SearchCheck.Verdict) async throws {
    let store = try await forum()
    try await store.write { tx in try tx.run(SQL(stringLiteral: harm)) }
    #expect(try await store.read { try SearchCheck.compare(in: $0) } == expected)
    // PostgreSQL's index follows its table by itself.
    if TestStore.dialect == .postgres { return }
    await #expect(throws: DatabaseFault.self) { try await store.write { try SearchCheck.compareIndex(in: $0) } }
  }
}
