import Community
import Database
import DatabaseSQLite
import Markup
import TestSupport
import Testing

@Suite("Imports") struct ImportBatchTests {
  @Test("an import done twice is the same as done once, and is one event") func twice() async throws {
    let store = try await TestStore.make()
    let category = try await OldForum.category(store)
    let records = try OldForum.records(in: category)
    let source = try OldForum.source()
    let outcome = try await OldForum.write(records, to: store)
    #expect(outcome.written == records.count && outcome.refused.isEmpty)
    #expect(try await store.write { tx in try source.finish(in: tx) })
    let once = try await OldForum.everything(store)
    #expect(once.filter { $0.hasPrefix("event ") } == ["event 1|importFinished|-|-|-|old"])
    store.clock.advance(.days(3))
    #expect(try await OldForum.write(records, to: store, size: 7).written == 0)
    #expect(try await store.write { tx in try source.finish(in: tx) } == false)
    #expect(try await OldForum.everything(store) == once)
  }

  private struct Killed: Error {}

  @Test("an import killed in any batch and begun again is the same as one that ran through") func resumed() async throws {
    let whole = try await TestStore.make()
    let records = try OldForum.records(in: try await OldForum.category(whole))
    try await OldForum.write(records, to: whole)
    let hasNumbers = TestStore.dialect == .sqlite
    let wanted = try await OldForum.everything(whole, withNumbers: hasNumbers)
    let source = try OldForum.source()
    for size in [1, 5, 9] {
      let store = try await TestStore.make()
      _ = try await OldForum.category(store)
      let parts = stride(from: 0, to: records.count, by: size).map { Array(records[$0..<min($0 + size, records.count)]) }
      for last in parts.indices {
        for (index, part) in parts[...last].enumerated() {
          try? await store.write { tx in
            _ = try ImportBatch(part).perform(from: source, in: tx)
            if index == last { throw Killed() }
          }
        }
      }
      try await OldForum.write(records, to: store, size: size)
      let found = try await OldForum.everything(store, withNumbers: hasNumbers)
      #expect(found == wanted, "\(Set(found).symmetricDifference(wanted).sorted())")
    }
  }

  @Test("every counter is what its rows say") func counters() async throws {
    let store = try await TestStore.make()
    try await OldForum.write(OldForum.records(in: try await OldForum.category(store)), to: store)
    let wrong = try await store.read { tx in
      try [
        """
        SELECT 'topic ' || id FROM topic WHERE reply_count <> (SELECT count(*) FROM post WHERE topic_id = topic.id AND number > 1)
          OR last_number <> (SELECT max(number) FROM post WHERE topic_id = topic.id)
          OR accepted_count <> (SELECT count(*) FROM acceptance WHERE topic_id = topic.id)
          OR last_post_id <> (SELECT id FROM post WHERE topic_id = topic.id AND number IS NOT NULL ORDER BY number DESC LIMIT 1)
          OR last_poster_id <> (SELECT author_id FROM post WHERE id = last_post_id)
          OR bumped_at <> (SELECT max(created_at) FROM post WHERE topic_id = topic.id AND number IS NOT NULL) OR NOT was_public
        """,
        """
        SELECT 'member ' || id FROM member WHERE topic_count <> (SELECT count(*) FROM topic WHERE author_id = member.id)
          OR post_count <> (SELECT count(*) FROM post WHERE author_id = member.id)
          OR accepted_count <> (SELECT count(*) FROM acceptance JOIN post ON post.id = post_id WHERE author_id = member.id)
        """,
        "SELECT 'category ' || id FROM category WHERE topic_count <> (SELECT count(*) FROM topic WHERE category_id = category.id)",
        "SELECT 'tag ' || id FROM tag WHERE topic_count <> (SELECT count(*) FROM topic_tag WHERE tag_id = tag.id)",
        "SELECT 'tagged ' || topic_id FROM topic_tag JOIN topic ON topic.id = topic_id WHERE topic_tag.bumped_at <> topic.bumped_at",
        "SELECT 'post ' || id FROM post WHERE remark_count <> (SELECT count(*) FROM post remark WHERE remark.parent_id = post.id)",
        "SELECT 'search ' || id FROM post WHERE NOT EXISTS (SELECT 1 FROM post_search WHERE post_id = post.id)",
      ].flatMap { try tx.values($0, as: String.self) }
    }
    #expect(wrong == [])
    let facts = try await store.read { tx in
      try tx.first(
        """
        SELECT (SELECT count(*) FROM acceptance WHERE role = 'imported'), (SELECT sum(imported_votes) FROM post),
          (SELECT sum(imported_down_votes) FROM post), (SELECT count(*) FROM topic WHERE duplicate_of IS NOT NULL),
          (SELECT topic_count FROM tag WHERE name = 'hives'), (SELECT count(*) FROM post WHERE edit_shows)
        """
      ) { row in try (0..<6).map { _ in try row.next(Int.self) } }
    }
    #expect(facts == [3, 21 + 24 + 3, 6, 1, 6, 1])
  }

  @Test("search finds what was imported, and a private category's words only for who may see it") func search() async throws {
    for (access, found) in [(CategoryAccess.everyone, 1), (.staff, 0)] {
      let store = try await TestStore.make()
      let mei = try await store.add(.mei)
      try await OldForum.write(OldForum.records(in: try await OldForum.category(store, access: access)), to: store)
      for word in ["quokka3", "numbat4x2", "dunnart"] {
        let (visitor, staff) = try await store.read { tx in
          (
            try SearchPosts(word).perform(for: .visitor, in: tx).posts.count,
            try SearchPosts(word).perform(for: mei.viewer, in: tx).posts.count
          )
        }
        #expect(visitor == found && staff == 1, "\(word) in a category for \(access)")
      }
      let old = try await store.read { tx in try OldAddress.topic("10", for: .visitor, in: tx)?.slug }
      #expect(old == (found == 1 ? "moving-hive-1" : nil))
      let answer = try await store.read { tx in try OldAddress.post("12", for: .visitor, in: tx)?.slug }
      #expect(answer == (found == 1 ? "moving-hive-1" : nil))
    }
  }

  @Test("imported members keep their names, nobody can sign in as them, and their handles are taken") func members() async throws {
    let store = try await TestStore.make()
    try await OldForum.write(OldForum.records(in: try await OldForum.category(store)), to: store)
    let rows = try await store.read { tx in
      try tx.values(
        "SELECT name || ' ' || handle FROM member WHERE imported AND email IS NULL AND password_hash IS NULL ORDER BY id", as: String.self)
    }
    #expect(rows == ["Ivy Ngata ivy-ngata", "Bo bo", "管理者 member-3", "Ivy Ngata ivy-ngata-2"])
    let signUp = SignUp(
      name: try DisplayName("Ivy Ngata"), email: try EmailAddress("ivy@example.org"), passwordHash: "hash", address: "192.0.2.1")
    _ = try await store.write { tx in try signUp.perform(in: tx) }
    let handle = try await store.read { tx in try tx.value("SELECT handle FROM member WHERE email_key = 'ivy@example.org'", as: String.self)
    }
    #expect(handle == "ivy-ngata-3")
  }

  @Test("what was done to a topic comes with who, when and what was said, after the post it followed; without that it is refused")
  func history() async throws {
    let store = try await TestStore.make()
    let records = try OldForum.records(in: try await OldForum.category(store))
    let lost = ImportedLine(external: "c", after: "404", kind: .closed, by: "1", at: OldForum.start)
    let nobodys = ImportedLine(external: "d", after: "10", kind: .closed, by: "404", at: OldForum.start)
    let outcome = try await OldForum.write(
      records + [.line(lost), .line(nobodys), .address(ImportedAddress("u/x", .member, "404"))], to: store)
    #expect(outcome.refused.map(\.external) == ["c", "d", "u/x"])
    let lines = try await store.read { tx in
      try tx.values(
        """
        SELECT topic.title || ' ' || after_number || ' ' || history_line.kind || ' ' || member.name || ' ' || history_line.at || ' ' || note_html
        FROM history_line JOIN topic ON topic.id = topic_id JOIN member ON member.id = actor_id ORDER BY history_line.id
        """, as: String.self)
    }
    let at = OldForum.start + .hours(500)
    #expect(
      lines == [
        "Moving hive 1 1 closed 管理者 \(at.rawValue) <p>Enough of <em>bees</em>.</p>\n", "Moving hive 1 3 reopened 管理者 \(at.rawValue) ",
      ])
    let source = try OldForum.source()
    #expect(try await store.read { tx in try source.standing(.line, among: ["a"], in: tx)["a"]?.createdAt } == at)
    #expect(try await store.read { tx in try ImportedCopy.counts(of: source, in: tx).lines } == [.closed: 1, .reopened: 1])
  }

  @Test("the schema knows every kind of act, and no other") func kinds() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let topic = try await store.insertTopic(by: ana.id)
    for kind in HistoryKind.allCases { try await store.insertLine(kind, in: topic, after: 1, by: ana.id) }
    await #expect(throws: DatabaseFault.self) { try await store.write { tx in try tx.run("UPDATE history_line SET kind = 'painted'") } }
    await #expect(throws: DatabaseFault.self) { try await store.write { tx in try tx.run("UPDATE history_line SET after_number = 0") } }
    await #expect(throws: DatabaseFault.self) { try await store.insertLine(in: TopicID(rawValue: 99), after: 1, by: ana.id) }
  }

  @Test("a batch of hundreds is written whole: each record is known by its name, found by its words and stands in its place")
  func large() async throws {
    let store = try await TestStore.make()
    var records = try OldForum.records(in: try await OldForum.category(store))
    for number in 1...200 {
      let text = try OldForum.text("1", "Buzz\(number)", after: 500 + Int64(number))
      records.append(.post(ImportedPost(external: "many\(number)", place: .answer(topic: number % 2 == 0 ? "10" : "20"), text: text)))
    }
    #expect(try await OldForum.write(records, to: store, size: 1000).written == records.count)
    let posts = try await store.read { tx in
      try tx.all(
        """
        SELECT external_id.external, post.body, post_search.body, post_search.scope, post.number FROM external_id
        JOIN post ON post.id = external_id.local_id JOIN post_search ON post_search.post_id = post.id
        WHERE external_id.kind = 'post' AND external_id.external LIKE 'many%' ORDER BY post.id
        """
      ) { row in
        (try row.next(String.self), try row.next(String.self), try row.next(String.self), try row.next(String.self), try row.next(Int.self))
      }
    }
    #expect(posts.count == 200)
    for (index, post) in posts.enumerated() {
      #expect(post == ("many\(index + 1)", "Buzz\(index + 1)", "buzz\(index + 1) _ buzz \(index + 1)", "c1", 4 + index / 2))
    }
    #expect(try await store.miscounts() == [])
    #expect(try await OldForum.write(records, to: store, size: 1000).written == 0)
  }

  @Test("what was removed after an import stays removed when it is repeated") func staysRemoved() async throws {
    let store = try await TestStore.make()
    let tomas = try await store.add(.tomas)
    let records = try OldForum.records(in: try await OldForum.category(store))
    try await OldForum.write(records, to: store)
    let place = try await store.read { tx in try OldAddress.post("12", for: .visitor, in: tx) }
    let post = try #require(place?.post)
    try await store.write { tx in try DeletePost(post: post).perform(by: tomas, in: tx) }
    let before = try await OldForum.everything(store)
    #expect(try await OldForum.write(records, to: store).written == 0)
    #expect(try await OldForum.everything(store) == before)
  }

  @Test("a record that names another which is not there is refused whole, and harms no other in its batch") func refused() async throws {
    let store = try await TestStore.make()
    let category = try await OldForum.category(store)
    let orphan = ImportedPost(external: "99", place: .answer(topic: "90"), text: try OldForum.text("1", "To nobody", after: 9))
    let stranger = ImportedPost(external: "98", place: .answer(topic: "10"), text: try OldForum.text("404", "By nobody", after: 9))
    let all = try OldForum.records(in: category) + [.post(orphan), .post(stranger)]
    let outcome = try await OldForum.write(all, to: store, size: 100)
    #expect(outcome.written == all.count - 2)
    #expect(outcome.refused.map(\.external) == ["99", "98"])
    #expect(outcome.refused.map(\.reason) == ["the topic 90 it belongs to is not there", "the member 404 it belongs to is not there"])
    let count = try await store.read { tx in try tx.value("SELECT count(*) FROM post WHERE body LIKE '%nobody'", as: Int.self) }
    #expect(count == 0)
  }
}
