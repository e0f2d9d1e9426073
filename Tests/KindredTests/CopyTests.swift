import Community
import Database
import Seeds
import TestSupport
import Testing

@testable import Kindred

@Suite("Moving between engines") struct CopyTests {
  private func community() async throws -> TestStore {
    let store = try await TestStore.make()
    let seeds = SeededCommunity(members: 30, topics: 40, seed: 5, endingAt: 1_760_000_000_000)
    _ = try await SeedCommunity(community: seeds, store: store, source: try ImportSource("seed-5"), passwordHash: nil).run()
    // A question that repeats a later one, and every kind of value that is seldom there.
    try await store.write { tx in
      try tx.run("UPDATE topic SET duplicate_of = (SELECT max(id) FROM topic) WHERE id = (SELECT min(id) FROM topic)")
      try tx.run(
        """
        INSERT INTO history_line (topic_id, after_number, kind, actor_id, at, note, note_html)
        SELECT min(id), 1, 'closed', 2, 7, 'Enough', '<p>Enough</p>' FROM topic
        """)
      try tx.run("UPDATE member SET bio = \("Zoë's \"bio\"\n\\x00 \u{1F41D}"), suspended_until = 5 WHERE id = 2")
      try tx.run(
        "INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (2, 'topic', 1, 'mute', 1), (3, 'member', 2, 'mail', 2)")
      try tx.run(
        """
        INSERT INTO notice (member_id, act, kind, topic_id, post_id, at, read_at)
        SELECT 2, 'written', 'replied', topic_id, id, 3, CASE WHEN id % 2 = 0 THEN 4 END FROM post WHERE id < 9
        """)
      try tx.run("INSERT INTO telling (event_id, post_id, at, after_member) SELECT 7, min(id), 1, 2 FROM post")
      try tx.run("INSERT INTO mail_choice (member_id, kind, wanted) VALUES (2, 'answered', FALSE), (3, 'followed', TRUE)")
      try tx.run("INSERT INTO mail_stop (token_hash, member_id, kind, expires_at) VALUES (\([1, 2] as [UInt8]), 2, 'answered', 9)")
      try tx.run("INSERT INTO question_mail (member_id, category_id) SELECT 2, min(id) FROM category")
      try tx.run("UPDATE member SET bounced_at = 7, bounce = '550 gone' WHERE id = 3")
      try tx.run(
        "INSERT INTO announcement (topic_id, place, until_at, at, announced_by, ended_at) SELECT min(id), 'site', 9, 7, 2, NULL FROM topic")
      try tx.run("INSERT INTO announcement_hidden (member_id, topic_id, at) SELECT 3, min(id), 7 FROM topic")
      try tx.run(
        """
        INSERT INTO conversation (kind, title, started_by, first_id, second_id, created_at, bumped_at, last_number)
        VALUES ('members', '', 2, 2, 3, 1, 2, 1), ('staff', 'Zoë asks', 3, NULL, NULL, 1, 2, 1)
        """)
      try tx.run(
        "INSERT INTO conversation_member (conversation_id, member_id, joined_at, muted) SELECT id, 2, 1, id % 2 = 0 FROM conversation")
      try tx.run(
        """
        INSERT INTO conversation_part (conversation_id, number, author_id, key, body, html, renderer, created_at)
        SELECT id, 1, 3, 'key-' || id, 'Hello', '<p>Hello</p>', 1, 2 FROM conversation
        """)
      try tx.run(
        """
        INSERT INTO review (cause, part_id, rule, weight, opened_at, due_at) SELECT 'reported', max(id), 'other', 100, 3, 4
        FROM conversation_part
        """)
      try tx.run(
        "INSERT INTO report (review_id, member_id, address, reason, note, weight, at) SELECT id, 2, '', 'spam', '', 100, 3 FROM review")
      try tx.run("INSERT INTO review_evidence (review_id, kind, value) SELECT id, 'link', 'shop.example' FROM review")
      let act = try tx.log(
        Act(
          .warn, by: .person(MemberID(rawValue: 2)), rule: .unkind, member: MemberID(rawValue: 3), words: "Please be kind.",
          note: "The second time."))
      try tx.run("INSERT INTO decision (act_id, member_id, look_words) VALUES (\(act), 3, 'It was not me.')")
      try tx.run("INSERT INTO member_block (member_id, blocked_id, at) VALUES (2, 3, 1)")
      try tx.run("INSERT INTO message_choice (member_id, wanted) VALUES (2, FALSE)")
      try tx.run("INSERT INTO notice (member_id, act, kind, part_id, at) SELECT 2, 'written', 'message', max(id), 3 FROM conversation_part")
      try tx.run(
        """
        INSERT INTO picture (name, member_id, kind, format, width, height, bytes, source, created_at, unused_since)
        VALUES ('one', 2, 'post', 'png', 3, 4, 5, \([0, 255] as [UInt8]), 1, NULL), ('two', 2, 'face', 'webp', 192, 192, 5, NULL, 1, 6)
        """)
      try tx.run("INSERT INTO post_picture (post_id, picture_id) SELECT max(post.id), 1 FROM post")
      try tx.run(
        """
        INSERT INTO acceptance_taken_back (post_id, member_id, role, marked_at, objection, objected_by, objected_at, at)
        SELECT max(id), 2, 'staff', 1, 'Zoë’s', 3, 2, 3 FROM post
        """)
      try tx.run(
        "INSERT INTO solved_taken_back (topic_id, note, member_id, role, marked_at, at) SELECT max(id), 'Salt', 2, 'asker', 1, 2 FROM topic"
      )
      try tx.run("INSERT INTO interest (member_id, tag_id, at) SELECT 2, min(id), 7 FROM tag")
      try tx.run("UPDATE member SET away_until = 99, away_note = 'At sea' WHERE id = 3")
      try tx.run("INSERT INTO word_rule (pattern, pattern_key, act, created_by, created_at) VALUES ('spam', 'spam', 'hold', 2, 7)")
      try tx.run(
        "INSERT INTO invitation (token_hash, uses_most, until_at, created_at, revoked_at) VALUES (\([7, 8] as [UInt8]), 3, 9, 1, NULL)")
      try tx.run("INSERT INTO entry_rule (kind, value, until_at, created_at) VALUES ('denyDomain', 'mail.example', NULL, 1)")
      try tx.run("INSERT INTO spam_count (bucket, spam, honest) VALUES (-1, 1, 2), (65535, 0, 1)")
      try tx.run("INSERT INTO spam_lesson (post_id, is_spam, buckets, at) SELECT max(id), TRUE, \([1, 2] as [UInt8]), 7 FROM post")
      try tx.run("INSERT INTO category_moderator (category_id, member_id) SELECT min(id), 3 FROM category")
      try tx.run("UPDATE member SET active_days = 31, active_on = 20000 WHERE id = 2")
      try tx.run("INSERT INTO customer (member_id, by_id, at) VALUES (2, 3, 7)")
      try tx.run("INSERT INTO customer_rule (kind, key, by_id, at) VALUES ('domain', 'example.org', 3, 7)")
      try tx.run("INSERT INTO duplicate_proposal (topic_id, original_id, member_id, at) SELECT min(id), max(id), 2, 7 FROM topic")
      try tx.run("INSERT INTO bookmark (member_id, post_id, at) SELECT 2, max(id), 5 FROM post")
      try tx.run(
        """
        INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, address, agent)
        VALUES (\([0, 255, 39, 92] as [UInt8]), 2, 1, 1, 1, '', '')
        """)
    }
    return store
  }

  @Test("there and back everything is the same, counters and search too, and new rows go on after the old ones") func thereAndBack()
    async throws
  {
    let source = try await community()
    let (between, back) = (try await TestStore.make(on: .sqlite), try await TestStore.make())
    for (from, to) in [(source, between), (between, back)] {
      let tables = try await StoreCopy(from: from, to: to).run { _, _, _ in }
      try await to.write { tx in try SearchCheck.rebuildIndex(in: tx) }
      for table in tables { #expect(table.isAlike, "\(table)") }
      #expect(tables.count > 20)
      #expect(tables.first { $0.name == "history_line" }?.targetRows == 1)
      #expect(tables.reduce(0) { $0 + $1.rows } > 500)
      #expect(try await to.read { try Recount.perform(in: $0) } == [])
      #expect(try await to.read { try SearchCheck.compare(in: $0) }.isGood)
      if to.sqlite != nil { try await to.write { try SearchCheck.compareIndex(in: $0) } }
    }
    let sums = { (tables: [StoreCopy.Table]) in tables.map { "\($0.name) \($0.rows) \($0.sourceSum)" }.sorted() }
    let once = try await StoreCopy(from: source, to: try await TestStore.make(on: .sqlite)).run { _, _, _ in }
    let twice = try await StoreCopy(from: back, to: try await TestStore.make(on: .sqlite)).run { _, _, _ in }
    #expect(sums(once) == sums(twice))
    let last = try await back.read { try $0.value("SELECT max(id) FROM category", as: Int.self) ?? 0 }
    #expect(try await back.addCategory("New here").rawValue == last + 1)
  }

  @Test("what did not arrive as it was is noticed") func noticed() async throws {
    let source = try await community()
    let target = try await TestStore.make(on: .sqlite)
    try await target.write { tx in
      try tx.run("CREATE TRIGGER harm AFTER INSERT ON tag BEGIN UPDATE tag SET description = 'x' WHERE id = new.id; END")
    }
    let tables = try await StoreCopy(from: source, to: target).run { _, _, _ in }
    #expect(tables.filter { !$0.isAlike }.map(\.name) == ["tag"])
  }

  @Test("a database with other tables is refused") func otherTables() async throws {
    let target = try await TestStore.make(on: .sqlite)
    try await target.write { tx in try tx.run("ALTER TABLE tag ADD COLUMN more INTEGER") }
    await #expect(throws: StoreCopy.Refusal.otherTables("tag")) {
      _ = try await StoreCopy(from: try await community(), to: target).run { _, _, _ in }
    }
  }

  @Test("both engines have the same tables, columns, types, keys and references") func parity() async throws {
    // In a run on SQLite there is one engine to look at.
    let one = try await TestStore.make(on: .sqlite).read { try TableDescription.all(in: $0) }
    let other = try await TestStore.make().read { try TableDescription.all(in: $0) }
    func plain(_ tables: [TableDescription]) -> [String] {
      tables.flatMap { table in
        let columns = table.columns.map { column in
          // SQLite knows no booleans, and calls a key that is one column optional.
          "\(table.name).\(column.name) \(column.type == .boolean ? .integer : column.type) \(column.isOptional)"
        }
        let references = table.references.map { "\(table.name).\($0.column) -> \($0.table)" }
        return columns + references + ["\(table.name) by \(table.key)"]
      }.sorted()
    }
    #expect(plain(one) == plain(other))
    #expect(one.count > 20)
  }
}
