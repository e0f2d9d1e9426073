import Community
import Database
import TestSupport
import Testing

/// The same numbers for the same seed, everywhere.
private struct SeededRandom {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}

@Suite("Moving, merging, splitting, repeating") struct MovingTests {
  /// Three questions with answers, remarks, votes, marks, followers and readers.
  private struct Scene {
    let store: TestStore
    let tomas: Actor
    let categories: [CategoryID]

    func topics() async throws -> [TopicID] {
      try await store.read { tx in try tx.values("SELECT id FROM topic WHERE NOT hidden ORDER BY id", as: TopicID.self) }
    }

    func replies(of topic: TopicID) async throws -> [PostID] {
      try await store.read { tx in
        try tx.values(
          """
          SELECT id FROM post WHERE topic_id = \(topic) AND number > 1 AND NOT EXISTS (SELECT 1 FROM acceptance WHERE post_id = post.id)
          ORDER BY number
          """, as: PostID.self)
      }
    }

    /// Everything that must come back, a line for each row. What leads on from a topic made in between is left out.
    func state() async throws -> [String] {
      try await store.read { tx in
        var lines: [String] = []
        for (name, sql) in Self.tables {
          lines += try tx.values(sql, as: String.self).map { "\(name) \($0)" }
        }
        return lines
      }
    }

    private static let tables: [(String, SQL)] = [
      (
        "topic",
        """
        SELECT id || '|' || kind || '|' || category_id || '|' || title || '|' || bumped_at || '|' || last_number || '|' || last_post_id || '|' || last_poster_id || '|' || reply_count || '|' || me_too_count || '|' || accepted_count || '|' || coalesce(duplicate_of, 0) || '|' || coalesce(locked_at, 0) FROM topic WHERE NOT hidden ORDER BY id
        """
      ),
      (
        "post",
        "SELECT id || '|' || topic_id || '|' || coalesce(number, 0) || '|' || kind || '|' || former_title || '|' || vote_count || '|' || remark_count FROM post ORDER BY id"
      ),
      ("search", "SELECT post_id || '|' || scope || '|' || title || '|' || body FROM post_search ORDER BY post_id"),
      ("follow", "SELECT member_id || '|' || kind || '|' || target_id || '|' || level FROM follow ORDER BY member_id, kind, target_id"),
      ("me too", "SELECT topic_id || '|' || member_id FROM me_too ORDER BY topic_id, member_id"),
      ("accepted", "SELECT post_id || '|' || topic_id FROM acceptance ORDER BY post_id"),
      ("read", "SELECT member_id || '|' || topic_id || '|' || number FROM read_mark ORDER BY member_id, topic_id"),
      ("line", "SELECT topic_id || '|' || after_number || '|' || kind FROM history_line ORDER BY id"),
      ("counts", "SELECT id || '|' || topic_count || '|' || post_count || '|' || accepted_count FROM member ORDER BY id"),
      ("category", "SELECT id || '|' || topic_count FROM category ORDER BY id"),
      ("tag", "SELECT id || '|' || topic_count FROM tag ORDER BY id"),
    ]
  }

  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let people = try [Person.ana, .kai, .mei, .omar].map { try #require(cast[$0]) }
    let categories = [
      try await store.addCategory("Help"), try await store.addCategory("Talk"), try await store.addCategory("Team", .staff),
    ]
    for (index, title) in ["Which yeast?", "Which flour?", "Which oven?"].enumerated() {
      let topic = try await store.open(title, by: people[index], in: categories[index % 2], tags: "bread, \(index)")
      for step in 1...4 {
        store.clock.advance(.minutes(7))
        let post = try await store.reply("Answer \(step) of \(title)", to: topic, by: people[(index + step) % 4])
        if step == 2 {
          try await store.remark("Which \(title)", on: post, by: people[0])
          let asker = people[index]
          try await store.write { tx in try AcceptAnswer(post: post).perform(by: asker, in: tx) }
        }
        let voter = people[(index + step + 1) % 4]
        try await store.write { tx in
          if step % 2 == 1 { try? VotePost(post: post, wanted: true).perform(by: voter, in: tx) }
          try tx.run("INSERT INTO read_mark (member_id, topic_id, number) VALUES (\(voter.id), \(topic), \(step)) ON CONFLICT DO NOTHING")
          try tx.run(
            """
            INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(voter.id), 'topic', \(topic.rawValue), 'follow', 1)
            ON CONFLICT DO NOTHING
            """)
        }
      }
      let waiting = people[(index + 1) % 4]
      try await store.write { tx in try SayMeToo(topic: topic, wanted: true).perform(by: waiting, in: tx) }
    }
    return Scene(store: store, tomas: try #require(cast[.tomas]), categories: Array(categories.prefix(2)))
  }

  @Test(
    "any sequence of them keeps every vote, mark, follower, permalink and word; taken back in turn, all is as it was", arguments: 1...12)
  func sequences(_ seed: UInt64) async throws {
    let s = try await scene()
    let (before, tomas) = (try await s.state(), s.tomas)
    var random = SeededRandom(seed)
    var acts: [ActID] = []
    for _ in 1...5 {
      s.store.clock.advance(.minutes(1))
      let topics = try await s.topics()
      let (one, other) = (topics[random.below(topics.count)], topics[random.below(topics.count)])
      let replies = try await s.replies(of: one)
      var chosen: [PostID] = []
      for reply in replies where random.below(2) == 0 { chosen.append(reply) }
      let posts = chosen
      let (which, category) = (random.below(4), s.categories[random.below(2)])
      let act: ActID? = try? await s.store.write { tx in
        switch which {
        case 0: try MoveTopic(one, to: category).perform(by: tomas, in: tx)
        case 1: try MergeTopics(one, into: other).perform(by: tomas, in: tx)
        case 2:
          try SplitTopic(one, posts: posts, title: try TopicTitle("Split \(seed)"), category: category).perform(by: tomas, in: tx).act
        default: try MarkDuplicate(one, of: other).perform(by: tomas, in: tx)
        }
      }
      guard let act else { continue }
      acts.append(act)
      #expect(try await s.store.miscounts() == [], "after act \(which)")
      let lost = try await s.store.read { tx in
        let posts = try tx.values("SELECT id FROM post ORDER BY id", as: PostID.self)
        return try posts.filter { try PostPlace.find($0, for: tomas.viewer, in: tx) == nil }
      }
      #expect(lost == [], "permalinks after act \(which)")
      #expect(try await s.store.number("SELECT count(*) FROM acceptance") == 3)
      #expect(try await s.store.number("SELECT sum(vote_count) FROM post") == s.store.number("SELECT count(*) FROM vote"))
    }
    #expect(!acts.isEmpty)
    for act in acts.reversed() { try await s.store.write { tx in try UndoAct(act).perform(by: tomas, in: tx) } }
    let after = try await s.state()
    #expect(Set(before).subtracting(after) == [])
    #expect(Set(after).subtracting(before) == [])
    #expect(try await s.store.miscounts() == [])
    #expect(try await s.store.read { tx in try ActLog.firstBroken(in: tx) } == nil)
  }

  @Test("a question that became part of another leads there, with its followers and who has it too") func merged() async throws {
    let s = try await scene()
    let (topics, tomas) = (try await s.topics(), s.tomas)
    let (from, to) = (topics[0], topics[1])
    let followers = try await s.store.number("SELECT count(DISTINCT member_id) FROM follow WHERE kind = 'topic' AND target_id IN (1, 2)")
    try await s.store.write { tx in try MergeTopics(from, into: to).perform(by: tomas, in: tx) }
    #expect(try await s.store.read { tx in try TopicHead.successor(of: from, for: .visitor, in: tx)?.id } == to)
    #expect(try await s.store.number("SELECT count(*) FROM follow WHERE kind = 'topic' AND target_id = \(to.rawValue)") == followers)
    let view = try await s.store.read { tx in try TopicView.load(to, order: .oldest, page: 1, for: .visitor, in: tx) }
    #expect(view.posts.count == 9)
    #expect(view.posts.map(\.createdAt) == view.posts.map(\.createdAt).sorted())
    #expect(view.accepted.count == 2)
  }

  @Test("nobody moves where they may not, to what they do not see, nor what does not fit") func refused() async throws {
    let s = try await scene()
    let (topics, tomas) = (try await s.topics(), s.tomas)
    let ana: Actor = try await s.store.read { tx in try #require(try Viewer.find(MemberID(rawValue: 1), in: tx).flatMap(Actor.init)) }
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await s.store.write { tx in try MergeTopics(topics[0], into: topics[1]).perform(by: ana, in: tx) }
    }
    await #expect(throws: ForumError.invalid("target", .topicUnfit)) {
      try await s.store.write { tx in try MergeTopics(topics[0], into: topics[0]).perform(by: tomas, in: tx) }
    }
    await #expect(throws: ForumError.invalid("target", .topicUnfit)) {
      try await s.store.write { tx in try MarkDuplicate(topics[0], of: TopicID(rawValue: 99)).perform(by: tomas, in: tx) }
    }
    let opening = try await s.store.opening(of: topics[0])
    for posts in [[], [opening], [PostID(rawValue: 9999)]] {
      await #expect(throws: ForumError.invalid("posts", .postsUnfit)) {
        try await s.store.write { tx in
          try SplitTopic(topics[0], posts: posts, title: try TopicTitle("New one"), category: s.categories[0]).perform(by: tomas, in: tx)
        }
      }
    }
  }
}
