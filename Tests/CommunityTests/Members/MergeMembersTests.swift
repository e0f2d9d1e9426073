import Community
import Database
import TestSupport
import Testing

@Suite("Two accounts of one person") struct MergeMembersTests {
  /// What refers to a member in the tables of an engine, as `table.column`.
  private func references(_ sqlite: SQL, _ postgres: SQL, on dialect: Dialect) async throws -> Set<String> {
    Set(try await TestStore.make(on: dialect).read { try $0.values(dialect == .sqlite ? sqlite : postgres, as: String.self) })
  }

  @Test("every column of either engine that names a member has its fate, and no other has one") func complete() async throws {
    let named = Set(MergedRows.all.map { "\($0.table).\($0.column)" })
    #expect(named.count == MergedRows.all.count)
    for dialect in Set([Dialect.sqlite, TestStore.dialect]) {
      let found = try await references(
        """
        SELECT tables.name || '.' || keys."from" FROM pragma_table_list tables, pragma_foreign_key_list(tables.name) keys
        WHERE tables.schema = 'main' AND keys."table" = 'member'
        """,
        """
        SELECT conrelid::regclass || '.' || attname FROM pg_constraint
        JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
        WHERE contype = 'f' AND confrelid = 'member'::regclass AND connamespace = current_schema()::regnamespace
        """, on: dialect)
      #expect(found.count > 60)
      #expect(found.subtracting(named) == [], "say in MergedRows what becomes of it")
      #expect(named.subtracting(found) == ["event.actor_id", "event.member_id", "act.actor_id", "act.member_id"])
    }
    // What names a member without saying so.
    let store = try await TestStore.make()
    let unsaid = try await store.read { tx in
      try TableDescription.all(in: tx).flatMap { table in
        table.columns.map(\.name).filter { ["member_id", "actor_id", "author_id", "by_id", "created_by"].contains($0) }.map {
          "\(table.name).\($0)"
        }
      }
    }
    #expect(Set(unsaid).subtracting(named) == [])
  }

  @Test("whatever two members did, nothing is left of the lesser one and everything counted is right", arguments: 1...12)
  func anything(_ seed: UInt64) async throws {
    let store = try await TestStore.make()
    let world = try await World(store, seed: seed)
    try await world.live(acts: 140)
    let (lesser, kept) = world.two()
    let admin = world.admin
    let before = try await store.number("SELECT count(*) FROM post WHERE author_id IN (\(lesser), \(kept))")
    try await store.write { try MergeMembers(lesser, into: kept).perform(by: admin, in: $0) }
    #expect(try await store.miscounts() == [])
    #expect(try await store.number("SELECT count(*) FROM post WHERE author_id = \(kept)") == before)
    let left = try await store.read { tx in
      try MergedRows.all.filter { $0.table != "act" && $0.table != "event" }.filter { row in
        try tx.exists("SELECT 1 FROM \(SQL(trusted: row.table)) WHERE \(SQL(trusted: row.column)) = \(lesser)")
      }.map { "\($0.table).\($0.column)" }
    }
    #expect(left == [])
    for (what, rows) in [
      ("votes on one's own", "vote JOIN post ON post.id = vote.post_id WHERE post.author_id = vote.member_id"),
      ("me too on one's own", "me_too JOIN topic ON topic.id = me_too.topic_id WHERE topic.author_id = me_too.member_id"),
      ("following oneself", "follow WHERE kind = 'member' AND target_id = member_id"),
      (
        "following nobody",
        "follow JOIN member ON member.id = follow.target_id WHERE follow.kind = 'member' AND member.merged_into IS NOT NULL"
      ),
      ("letters to nobody", "draft JOIN member ON member.id = draft.target WHERE draft.kind = 'letter' AND member.merged_into IS NOT NULL"),
      (
        "conversations with gaps",
        "conversation WHERE last_number <> (SELECT count(*) FROM conversation_part part WHERE part.conversation_id = conversation.id)"
      ),
      (
        "conversations without both",
        """
        conversation WHERE kind = 'members' AND 2 <> (SELECT count(*) FROM conversation_member part
          WHERE part.conversation_id = conversation.id AND part.member_id IN (conversation.first_id, conversation.second_id))
        """
      ),
      (
        "drafts of no conversation",
        "draft WHERE kind = 'message' AND NOT EXISTS (SELECT 1 FROM conversation WHERE conversation.id = draft.target)"
      ),
    ] as [(String, SQL)] {
      #expect(try await store.number("SELECT count(*) FROM \(rows)") == 0, "\(what)")
    }
    #expect(try await store.read { try ActLog.firstBroken(in: $0) } == nil)
    // Once is enough, and the lesser one is nobody any more.
    for (one, other) in [(lesser, kept), (kept, lesser)] {
      await #expect(throws: ForumError.notFound) {
        try await store.write { try MergeMembers(one, into: other).perform(by: admin, in: $0) }
      }
    }
  }

  @Test("one's words, one's readers and one's name come along; signing in and settings stay") func comesAlong() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, omar, noor) = (
      try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.omar]), try #require(cast[.noor])
    )
    let help = try await store.addCategory()
    let topic = try await store.open("What hums?", by: omar, in: help)
    let answer = try await store.reply("The fridge.", to: topic, by: kai)
    try await store.write { tx in
      for voter in [ana, omar] { try VotePost(post: answer, wanted: true).perform(by: voter, in: tx) }
      try AcceptAnswer(post: answer).perform(by: noor, in: tx)
      try tx.run("UPDATE member SET active_days = 4 WHERE id = \(kai.id)")
    }
    let first = try await store.write("Hello.", to: ana, by: kai)
    let second = try await store.write("Hello again.", to: ana, by: omar)
    try await store.write("To myself.", to: omar, by: kai)
    try await store.write { tx in
      try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(3)), active_days = 9, seen_at = 77 WHERE id = \(omar.id)")
      try MergeMembers(omar.id, into: kai.id).perform(by: noor, in: tx)
    }
    #expect(try await store.number("SELECT vote_count FROM post WHERE id = \(answer)") == 1)
    #expect(try await store.number("SELECT topic_count FROM member WHERE id = \(kai.id)") == 1)
    #expect(try await store.number("SELECT accepted_count FROM member WHERE id = \(kai.id)") == 1)
    #expect(try await store.number("SELECT active_days FROM member WHERE id = \(kai.id)") == 9)
    #expect(
      try await store.number(
        "SELECT count(*) FROM member WHERE id = \(kai.id) AND suspended_until IS NOT NULL AND email = 'kai@example.org'") == 1)
    #expect(try await store.number("SELECT count(*) FROM member WHERE email_key = 'omar@example.org'") == 0)
    #expect(try await store.read { try MemberProfile.successor(of: Handle("omar"), in: $0) } == "kai")
    // One conversation with Ana, none with oneself; parts stand by their time.
    #expect(first.conversation != second.conversation)
    #expect(try await store.number("SELECT count(*) FROM conversation") == 1)
    #expect(
      try await store.read { try $0.values("SELECT body FROM conversation_part ORDER BY number", as: String.self) } == [
        "Hello.", "Hello again.",
      ])
    #expect(try await store.miscounts() == [])
    let told = try await store.read {
      try $0.value("SELECT kind FROM act JOIN decision ON decision.act_id = act.id WHERE decision.member_id = \(kai.id)", as: String.self)
    }
    #expect(told == "joinMembers")
  }

  @Test("an imported account without an address gets that of the other, and can be signed in to") func imported() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (kai, sam, noor) = (try #require(cast[.kai]), try #require(cast[.sam]), try #require(cast[.noor]))
    try await store.write { tx in
      try tx.run("UPDATE member SET email = NULL, email_key = NULL, email_verified_at = NULL, imported = TRUE WHERE id = \(kai.id)")
      try tx.run("UPDATE member SET password_hash = 'hash' WHERE id = \(sam.id)")
      try MergeMembers(sam.id, into: kai.id).perform(by: noor, in: tx)
    }
    #expect(
      try await store.number(
        "SELECT count(*) FROM member WHERE id = \(kai.id) AND email_key = 'sam@example.org' AND password_hash = 'hash' AND email_verified_at IS NOT NULL"
      ) == 1)
  }

  @Test("no admin and not oneself, not the same twice, nobody erased, and only who may") func refused() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, noor, tomas) = (
      try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.noor]), try #require(cast[.tomas])
    )
    let words = try ErasedWords(name: "Former member", title: "Removed", text: "Removed.")
    try await store.write { tx in
      try tx.run("UPDATE member SET role = 'admin' WHERE id = \(tomas.id)")
      try EraseMember(ana.id, texts: false, words: words).perform(in: tx)
    }
    for (lesser, kept, actor, error) in [
      (noor.id, kai.id, noor, ForumError.forbidden(.notAllowed)), (tomas.id, kai.id, noor, .forbidden(.notAllowed)),
      (kai.id, kai.id, noor, .forbidden(.notAllowed)), (kai.id, noor.id, kai, .forbidden(.notAllowed)), (ana.id, kai.id, noor, .notFound),
      (kai.id, ana.id, noor, .notFound), (kai.id, MemberID(rawValue: 999), noor, .notFound),
    ] {
      await #expect(throws: error) { try await store.write { try MergeMembers(lesser, into: kept).perform(by: actor, in: $0) } }
    }
    #expect(try await store.number("SELECT count(*) FROM member WHERE merged_into IS NOT NULL") == 0)
    // Into one's own is possible; whoever is erased later is erased with what they were before.
    try await store.write { try MergeMembers(kai.id, into: noor.id).perform(by: noor, in: $0) }
    #expect(try await store.miscounts() == [])
    try await store.write { tx in
      try tx.run("UPDATE member SET role = 'member' WHERE id = \(noor.id)")
      try EraseMember(noor.id, texts: true, words: words).perform(in: tx)
    }
    #expect(try await store.number("SELECT count(*) FROM erasure WHERE member_id IN (\(kai.id), \(noor.id))") == 2)
    #expect(try await store.number("SELECT count(*) FROM former_handle WHERE handle = 'kai'") == 0)
    await #expect(throws: ForumError.notFound) {
      try await store.write { try EraseMember(kai.id, texts: true, words: words).perform(in: $0) }
    }
  }
}

/// A small community in which anything happens, the same for the same seed.
private final class World {
  let store: TestStore
  let admin: Actor
  private let members: [Actor]
  private let category: CategoryID
  private var state: UInt64
  private var topics: [TopicID] = []
  private var posts: [PostID] = []

  init(_ store: TestStore, seed: UInt64) async throws {
    self.store = store
    state = seed &* 0x9E37_79B9_7F4A_7C15
    let cast = try await store.addCast()
    admin = try #require(cast[.noor])
    members = [Person.ana, .kai, .sam, .omar, .mei].compactMap { cast[$0] }
    category = try await store.addCategory()
    topics.append(try await store.open("First", by: members[0], in: category))
  }

  func two() -> (MemberID, MemberID) {
    let lesser = next(members.count)
    return (members[lesser].id, members[(lesser + 1 + next(members.count - 1)) % members.count].id)
  }

  func live(acts: Int) async throws {
    for _ in 1...acts {
      // What is not allowed does not happen.
      do { try await act() } catch is ForumError {}
    }
  }

  private func act() async throws {
    let (who, other, topic) = (members[next(members.count)], members[next(members.count)], topics[next(topics.count)])
    let post = posts.isEmpty ? try await store.opening(of: topics[0]) : posts[next(posts.count)]
    store.clock.advance(.minutes(20))
    switch next(15) {
    case 0: topics.append(try await store.open("Topic \(topics.count)", by: who, in: category, tags: "oven"))
    case 1, 2: posts.append(try await store.reply("Reply \(posts.count)", to: topic, by: who))
    case 3: try await store.remark("Remark", on: post, by: who)
    case 4, 5: try await store.write { try VotePost(post: post, wanted: true).perform(by: who, in: $0) }
    case 6: try await store.write { try SayMeToo(topic: topic, wanted: true).perform(by: who, in: $0) }
    case 7: try await store.write { try AcceptAnswer(post: post).perform(by: who, in: $0) }
    case 8, 9: try await store.write("Letter", to: other, by: who)
    case 10: try await store.block(other, by: who)
    case 11:
      let places: [DraftPlace] = [.ask, .reply(topic), .letter(other.id), .message(ConversationID(rawValue: 1))]
      let place = places[next(places.count)]
      try await store.write { tx in
        _ = try SaveDraft(DraftText(body: "Begun"), at: place, stamp: DraftStamp(version: 0)).perform(by: who, in: tx)
      }
    case 12: try await leaveRows(who, other, topic, post)
    case 13: try await store.write { try DeletePost(post: post).perform(by: who, in: $0) }
    default: try await store.edit(post, to: "Edited \(next(1_000))", by: who)
    }
  }

  /// What is simplest as rows.
  private func leaveRows(_ who: Actor, _ other: Actor, _ topic: TopicID, _ post: PostID) async throws {
    let number = next(9)
    let bytes = [UInt8(next(3))]
    let name = "picture-\(next(1_000_000))"
    try await store.write { [admin] tx in
      try tx.run("INSERT INTO bookmark (member_id, post_id, at) VALUES (\(who.id), \(post), 1) ON CONFLICT DO NOTHING")
      if who.id != other.id {
        try tx.run(
          "INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(who.id), 'member', \(other.id), 'follow', 1) ON CONFLICT DO NOTHING"
        )
      }
      try tx.run("INSERT INTO read_mark (member_id, topic_id, number) VALUES (\(who.id), \(topic), \(number)) ON CONFLICT DO NOTHING")
      try tx.run(
        "INSERT INTO notice (member_id, act, kind, topic_id, post_id, at) VALUES (\(who.id), 'written', 'written', \(topic), \(post), 1) ON CONFLICT DO NOTHING"
      )
      try tx.run("INSERT INTO member_note (member_id, by_id, at, body) VALUES (\(who.id), \(other.id), 1, 'A note')")
      try tx.run("INSERT INTO customer (member_id, by_id, at) VALUES (\(who.id), \(other.id), 1) ON CONFLICT DO NOTHING")
      try tx.run(
        """
        INSERT INTO review (cause, member_id, rule, weight, opened_at, due_at) SELECT 'reported', \(who.id), 'spam', 1, 1, 1
        WHERE NOT EXISTS (SELECT 1 FROM review WHERE member_id = \(who.id))
        """)
      try tx.run(
        """
        INSERT INTO report (review_id, member_id, address, reason, note, weight, at)
        SELECT id, \(other.id), '', 'spam', '', 1, 1 FROM review WHERE member_id = \(who.id) ON CONFLICT DO NOTHING
        """)
      try tx.run(
        """
        INSERT INTO picture (name, member_id, kind, format, width, height, bytes, source, created_at, unused_since)
        VALUES (\(name), \(who.id), 'post', 'png', 1, 1, 1, \(bytes), 1, 1) ON CONFLICT DO NOTHING
        """)
      if number == 1, try !tx.exists("SELECT 1 FROM member WHERE id = \(who.id) AND face IS NOT NULL") {
        try tx.run(
          """
          INSERT INTO picture (name, member_id, kind, format, width, height, bytes, created_at)
          VALUES (\("face-" + name), \(who.id), 'face', 'webp', 192, 192, 1, 1)
          """)
        try tx.run("UPDATE member SET face = \("face-" + name) WHERE id = \(who.id)")
      }
      try tx.log(Act(.warn, by: .person(admin.id), rule: .unkind, member: who.id))
    }
  }

  private func next(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }
}
