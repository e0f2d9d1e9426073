import Community
import Database
import TestSupport
import Testing

@Suite("Erasing a member") struct EraseMemberTests {
  /// Stands in everything Kai ever wrote or was called, and nowhere else.
  private static let trace = "xanadu"

  /// A community in which Kai has left a trace wherever there can be one.
  private struct Stage {
    let store: TestStore
    let kai: Actor
    let ana: Actor
    let topic: TopicID
    let conversation: ConversationID

    init() async throws {
      store = try await TestStore.make()
      let cast = try await store.addCast()
      (kai, ana) = (try #require(cast[.kai]), try #require(cast[.ana]))
      let help = try await store.addCategory()
      topic = try await store.open("Where is \(trace)?", by: kai, in: help, body: "I look for \(trace).")
      let other = try await store.open("What melts?", by: ana, in: help)
      let answer = try await store.reply("Snow in \(trace).", to: other, by: kai)
      try await store.edit(answer, to: "Ice in \(trace).", by: kai)
      try await store.reply("Nobody knows.", to: topic, by: ana)
      try await store.remark("Or \(trace)?", on: answer, by: kai)
      conversation = try await store.write("See you in \(trace).", to: ana, by: kai).conversation
      try await store.write("Gladly.", in: conversation, by: ana)
      let (kai, ana, topic, conversation) = (kai, ana, topic, conversation)
      try await store.write { tx in
        try Stage.leave(kai, ana, topic, answer, conversation, in: tx)
        while try NameIndex.fill(in: tx) > 0 {}
      }
    }

    private static func leave(
      _ kai: Actor, _ ana: Actor, _ topic: TopicID, _ answer: PostID, _ conversation: ConversationID, in tx: Transaction
    ) throws {
      try tx.run(
        """
        UPDATE member SET name = \(trace), handle = \(trace), email = \("\(trace)@example.org"), email_key = \("\(trace)@example.org"),
          password_hash = \(trace), bio = \(trace), bio_html = \(trace), time_zone = \(trace), face = \(trace), bounced_at = 1, bounce = \(trace),
          away_until = 1, away_note = \(trace), language = \(trace), suspended_until = 1
        WHERE id = \(kai.id)
        """)
      try tx.run("INSERT INTO former_handle (handle, member_id, until_at) VALUES (\("old-\(trace)"), \(kai.id), 1)")
      try tx.run(
        """
        INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, address, agent)
        VALUES (\([1] as [UInt8]), \(kai.id), 1, 1, 1, '192.0.2.77', \(trace))
        """)
      try tx.run(
        """
        INSERT INTO token (token_hash, purpose, member_id, address, created_at, expires_at)
        VALUES (\([2] as [UInt8]), 'email', \(kai.id), \("\(trace)@example.net"), 1, 1)
        """)
      try tx.run(
        """
        INSERT INTO attempt (bucket, slot, count)
        VALUES (\("signIn/900000/email:\(trace)@example.org"), 1, 1), (\("posts/60000/\(kai.id.rawValue)"), 1, 1), ('posts/60000/192.0.2.77', 1, 1),
          (\("posts/60000/\(ana.id.rawValue)"), 1, 1)
        """)
      try tx.record(Event(.emailChanged, actor: kai.id, member: kai.id, detail: "\(trace)@example.com"))
      for (name, member) in [("one", kai.id), ("two", nil as MemberID?)] {
        try tx.run(
          """
          INSERT INTO mail (message_id, kind, member_id, to_name, to_address, subject, body_text, body_html, created_at, due_at)
          VALUES (\(name), 'welcome', \(member), \(trace), \("\(trace)@example.org"), \(trace), \(trace), \(trace), 1, 1)
          """)
      }
      try tx.run("INSERT INTO objection (post_id, topic_id, member_id, note, at) VALUES (\(answer), \(topic), \(kai.id), \(trace), 1)")
      try tx.run(
        """
        INSERT INTO draft (member_id, kind, target, state, version, hand, title, body, category, tags, topic_kind, saved_at)
        VALUES (\(kai.id), 'ask', 0, 'kept', 1, \(trace), \(trace), \(trace), \(trace), \(trace), \(trace), 1)
        """)
      try tx.run(
        """
        INSERT INTO follow (member_id, kind, target_id, level, at)
        VALUES (\(kai.id), 'topic', 1, 'follow', 1), (\(ana.id), 'member', \(kai.id), 'follow', 1)
        """)
      try tx.run("INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(ana.id), \(kai.id), 1)")
      try tx.run(
        """
        INSERT INTO picture (name, member_id, kind, format, width, height, bytes, source, created_at)
        VALUES ('picture-one', \(kai.id), 'post', 'png', 3, 4, 5, \([9] as [UInt8]), 1), (\(trace), \(kai.id), 'face', 'webp', 192, 192, 5, NULL, 1)
        """)
      try tx.run("INSERT INTO post_picture (post_id, picture_id) SELECT \(answer), min(id) FROM picture")
      try tx.run(
        """
        INSERT INTO review (cause, post_id, rule, weight, opened_at, due_at) VALUES ('reported', \(answer), 'spam', 1, 1, 1)
        """)
      for (member, address) in [(kai.id as MemberID?, ""), (nil, "\(trace)@example.org")] {
        try tx.run(
          """
          INSERT INTO report (review_id, member_id, address, reason, note, weight, at)
          SELECT max(id), \(member), \(address), 'spam', \(trace), 1, 1 FROM review
          """)
      }
      try tx.run("INSERT INTO review_evidence (review_id, kind, value) SELECT max(id), 'text', \(trace) FROM review")
      let act = try tx.log(Act(.warn, by: .person(ana.id), rule: .unkind, member: kai.id, words: trace, note: trace))
      try tx.run(
        """
        INSERT INTO decision (act_id, member_id, message_id, look_words, look_answer) VALUES (\(act), \(kai.id), \(trace), \(trace), \(trace))
        """)
      try tx.run(
        "INSERT INTO notice (member_id, act, kind, topic_id, post_id, at) VALUES (\(kai.id), 'written', 'replied', \(topic), \(answer), 1)")
      try tx.run("INSERT INTO read_mark (member_id, topic_id, number) VALUES (\(kai.id), \(topic), 1)")
    }

    func erase(texts: Bool) async throws {
      let words = try ErasedWords(name: "Former member", title: "Removed", text: "Removed with its author.")
      let erase = EraseMember(kai.id, texts: texts, words: words)
      try await store.write { tx in try erase.perform(in: tx) }
    }

    /// Every column of every row that holds the trace.
    func found() async throws -> Set<String> {
      try await store.read { tx in
        var found: Set<String> = []
        for table in try TableDescription.all(in: tx) {
          for column in table.columns where column.type == .text {
            let values = try tx.values(
              SQL(trusted: "SELECT \"\(column.name)\" FROM \"\(table.name)\" WHERE \"\(column.name)\" IS NOT NULL"), as: String.self)
            if values.contains(where: { $0.contains(trace) || $0.contains("192.0.2.77") }) { found.insert("\(table.name).\(column.name)") }
          }
        }
        return found
      }
    }
  }

  @Test("with the texts, nothing of them is left anywhere, and everything counted is still right") func everything() async throws {
    let stage = try await Stage()
    #expect(try await stage.found().count > 30, "the traces were not laid")
    try await stage.erase(texts: true)
    // The names of pictures stay until their files are gone.
    #expect(try await stage.found() == ["picture.name"])
    #expect(try await stage.store.read { try ForgetPicturesGoing.names(in: $0) } == ["picture-one", Self.trace])
    #expect(try await stage.store.read { try Recount.perform(in: $0) } == [])
    // The act about them, and that they were erased.
    #expect(try await stage.store.number("SELECT count(*) FROM act WHERE member_id = \(stage.kai.id)") == 2)
    #expect(try await stage.store.read { try ActLog.firstBroken(in: $0) } == nil)
    #expect(try await stage.store.read { try SearchCheck.compare(in: $0) }.isGood)
    if stage.store.sqlite != nil { try await stage.store.write { try SearchCheck.compareIndex(in: $0) } }
    // What others wrote stands where it stood.
    #expect(try await stage.store.number("SELECT count(*) FROM post WHERE body = 'Nobody knows.'") == 1)
    #expect(try await stage.store.number("SELECT count(*) FROM conversation_part WHERE body = 'Gladly.' AND number = 2") == 1)
    #expect(try await stage.store.number("SELECT count(*) FROM attempt") == 1)
  }

  @Test("without, posts stay as a former member's, and everything else goes") func postsStay() async throws {
    let stage = try await Stage()
    try await stage.erase(texts: false)
    #expect(
      try await stage.found() == [
        "picture.name", "post.body", "post.html", "post_search.body", "post_search.title", "topic.slug", "topic.title",
      ])
    let id = stage.kai.id
    let found = try await stage.store.read { tx in try MemberBadge.find(id, in: tx) }
    let badge = try #require(found)
    #expect(
      badge.name == "Former member" && badge.handle == "former-\(stage.kai.id.rawValue)" && badge.face == nil && badge.role == .member)
    #expect(try await stage.store.number("SELECT count(*) FROM post_version") == 0)
    #expect(try await stage.store.read { try Recount.perform(in: $0) } == [])
  }

  @Test("an admin is not erased, nobody twice, and nobody who is not there") func refused() async throws {
    let stage = try await Stage()
    try await stage.erase(texts: false)
    await #expect(throws: ForumError.notFound) { try await stage.erase(texts: true) }
    let words = try ErasedWords(name: "Former member", title: "Removed", text: "Removed.")
    let noor: MemberID? = try await stage.store.read { tx in try tx.value("SELECT id FROM member WHERE role = 'admin'") }
    let admin = try #require(noor)
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await stage.store.write { try EraseMember(admin, texts: false, words: words).perform(in: $0) }
    }
    await #expect(throws: ForumError.notFound) {
      try await stage.store.write { try EraseMember(MemberID(rawValue: 999), texts: false, words: words).perform(in: $0) }
    }
  }

  @Test("who was erased is erased again in data of before, but never somebody else who has the number there") func replayed() async throws {
    let (stage, before, other) = (try await Stage(), try await Stage(), try await Stage())
    try await stage.erase(texts: true)
    let lines = try await stage.store.read { try Erasure.all(in: $0) }.map(\.line)
    #expect(lines == ["\(stage.kai.id.rawValue) \((Timestamp.testStart - .days(60)).rawValue) texts \(Timestamp.testStart.rawValue)"])
    let erasures = lines.compactMap { Erasure($0) }
    let words = try ErasedWords(name: "Former member", title: "Removed", text: "Removed.")
    try await before.store.write { tx in try tx.run("UPDATE member SET role = 'admin' WHERE id = \(before.kai.id)") }
    for wanted in [1, 0] {
      #expect(try await before.store.write { try Erasure.replay(erasures, words: words, in: $0) } == wanted)
    }
    #expect(try await before.found() == ["picture.name"])
    try await other.store.write { tx in try tx.run("UPDATE member SET created_at = created_at + 1 WHERE id = \(other.kai.id)") }
    #expect(try await other.store.write { try Erasure.replay(erasures, words: words, in: $0) } == 0)
  }

  @Test("a line that is none is not read", arguments: ["", "#", "1 2 texts", "1 2 all 3", "x 2 texts 3", "1  2 texts 3", "1 2 texts 3 4"])
  func lines(_ line: String) { #expect(Erasure(line) == nil) }
}

private enum ForgetPicturesGoing {
  static func names(in tx: Transaction) throws -> [String] { try tx.values("SELECT name FROM picture WHERE going ORDER BY id") }
}
