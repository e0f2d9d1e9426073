import Community
import Database
import TestSupport
import Testing

@Suite("Data that was brought back") struct RestoredDataTests {
  @Test("mail that waited is not sent a second time, and what was sent stays as it was") func mail() async throws {
    let store = try await TestStore.make()
    try await store.write { tx in
      for (number, state) in ["queued", "sending", "sent", "failed"].enumerated() {
        try tx.run(
          """
          INSERT INTO mail (message_id, kind, to_name, to_address, subject, body_text, body_html, created_at, due_at, state)
          VALUES (\("m\(number)"), 'verify', '', 'a@example.org', 'Hello', 'A link', 'A link', 1, 1, \(state))
          """)
      }
    }
    #expect(try await store.write { tx in try UnsentMail.giveUp(in: tx) } == 2)
    #expect(try await store.write { tx in try UnsentMail.giveUp(in: tx) } == 0)
    #expect(try await store.number("SELECT count(*) FROM mail WHERE state = 'unknown' AND body_text = ''") == 2)
    #expect(try await store.number("SELECT count(*) FROM mail WHERE body_text = 'A link'") == 2)
  }

  @Test("a picture whose file did not come along is shown nowhere, the others stay") func pictures() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let topic = try await store.open("Which oven?", by: ana, in: try await store.addCategory())
    let post = try await store.opening(of: topic)
    let ids = try await store.write { tx in
      for (name, kind, unused) in [("one", "post", nil), ("two", "face", nil), ("three", "post", 5)] as [(String, String, Int?)] {
        try tx.run(
          """
          INSERT INTO picture (name, member_id, kind, format, width, height, bytes, source, created_at, unused_since)
          VALUES (\(name), \(ana.id), \(kind), 'png', 3, 4, 5, NULL, 1, \(unused))
          """)
      }
      try tx.run("INSERT INTO post_picture (post_id, picture_id) SELECT \(post), id FROM picture WHERE name = 'one'")
      try tx.run("UPDATE member SET face = 'two'")
      return try tx.values("SELECT id FROM picture ORDER BY id", as: PictureID.self)
    }
    #expect(try await store.read { tx in try PictureFiles.shown(ids, in: tx) } == Array(ids.prefix(2)))
    try await store.write { tx in try PictureFiles.leaveOut(Array(ids.prefix(2)), in: tx) }
    #expect(try await store.read { tx in try tx.values("SELECT name FROM picture", as: String.self) } == ["three"])
    #expect(try await store.number("SELECT count(*) FROM member WHERE face IS NOT NULL") == 0)
    #expect(try await store.number("SELECT count(*) FROM post_picture") == 0)
  }

  @Test("what of an erasure lies outside of the database is done until it is settled, and then no more") func erasures() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    try await store.write { tx in
      try tx.run("INSERT INTO erasure (member_id, joined_at, texts, at, mail) VALUES (\(ana.id), 1, FALSE, \(tx.now), \("m1\nm2"))")
    }
    let open = try await store.read { tx in try OpenErasure.all(in: tx) }
    #expect(open.map(\.mail) == [["m1", "m2"]])
    try await store.write { tx in try OpenErasure.settle(open.map(\.id), in: tx) }
    #expect(try await store.read { tx in try OpenErasure.all(in: tx).count } == 0)
    #expect(try await store.number("SELECT count(*) FROM erasure WHERE mail <> ''") == 0)
  }

  @Test("what has run on a database is told in order") func migrations() async throws {
    let store = try await TestStore.make()
    let done = try await store.read { tx in try Migration.done(in: tx) }
    #expect(done.first?.name == "0001_members")
    #expect(done.map(\.number) == done.map(\.number).sorted())
  }
}
