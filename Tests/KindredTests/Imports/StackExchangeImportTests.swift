import Community
import Database
import Dumps
import ForumSupport
import Foundation
import TestSupport
import Testing

@testable import Kindred

@Suite("Importing Stack Exchange") struct StackExchangeImportTests {
  static let address = "https://bees.example"

  static func imported(_ dump: StackExchangeDump, into store: any Store, batch: Int = 300) async throws -> ImportPipeline.Report {
    try await StackExchangeImport(
      dump: dump, store: store, source: try ImportSource("old"), category: try CategoryName("Questions"), linkBase: address,
      batchSize: batch
    ).run()
  }

  @Test("a dump becomes topics, answers, remarks, marks, votes and tags, and reads the same") func whole() async throws {
    let old = try OldDump()
    let store = try await TestStore.make()
    let dump = try old.open()
    let report = try await Self.imported(dump, into: store)
    #expect(report.problems == [])
    let lines = try await store.read { tx in
      try tx.values(
        """
        SELECT post.kind || ' ' || coalesce(CAST(post.number AS TEXT), '-') || ' by ' || member.name || ' +' || imported_votes || ' -' || imported_down_votes
          || ' ' || coalesce(acceptance.role, '') || ' ' || CASE WHEN edit_shows THEN 1 ELSE 0 END || ' ' || topic.title
        FROM post JOIN member ON member.id = post.author_id JOIN topic ON topic.id = post.topic_id LEFT JOIN acceptance ON post_id = post.id
        ORDER BY post.id
        """, as: String.self)
    }
    #expect(
      lines == [
        "opening 1 by Rosa ✔ Lind +0 -0  1 Where do bees sleep", "opening 1 by Rosa ✔ Lind +0 -0  0 Do bees sleep",
        "answer 2 by Gone Gus +1 -1 imported 0 Where do bees sleep", "answer 3 by user77 +0 -0  0 Where do bees sleep",
        "remark - by Rosa ✔ Lind +2 -0  0 Where do bees sleep",
      ])
    let facts = try await store.read { tx in
      try tx.values(
        """
        SELECT 'tag ' || name || ' ' || topic_count || ' ' || description FROM tag
        UNION ALL SELECT 'duplicate ' || id || ' of ' || duplicate_of FROM topic WHERE duplicate_of IS NOT NULL
        UNION ALL SELECT 'bio ' || bio FROM member WHERE bio <> ''
        UNION ALL SELECT 'accepted ' || at FROM acceptance
        UNION ALL SELECT 'locked ' || id || ' ' || locked_at FROM topic WHERE locked_at IS NOT NULL
        """, as: String.self)
    }
    #expect(
      facts.sorted() == [
        "accepted 1488585600000", "bio I keep **bees**.", "duplicate 2 of 1", "locked 2 1491127200000", "tag hives 2 Where bees live.",
        "tag sleep 1 ",
      ])
    let compared = try await StackExchangeComparison(dump: dump, store: store, source: try ImportSource("old"), linkBase: Self.address)
      .run()
    #expect(compared.isAlike && compared.compared == 5 && compared.worst.isEmpty)
    #expect(compared.totals.map(\.community) == [2, 2, 1, 1, 1])
  }

  @Test("a second import changes nothing, whatever the size of its batches") func twice() async throws {
    let old = try OldDump()
    let store = try await TestStore.make()
    let dump = try old.open()
    _ = try await Self.imported(dump, into: store, batch: 2)
    let events = try await store.read { tx in try tx.values("SELECT kind FROM event", as: String.self) }
    #expect(events == ["importFinished"])
    let before = try await store.read { tx in try tx.values("SELECT id || body || html FROM post", as: String.self) }
    let again = try await Self.imported(dump, into: store)
    #expect(again.written == 0 && again.problems.isEmpty)
    #expect(try await store.read { tx in try tx.values("SELECT id || body || html FROM post", as: String.self) } == before)
    #expect(try await store.read { tx in try tx.value("SELECT count(*) FROM event", as: Int.self) } == 1)
  }

  @Test("a newer dump says how many texts it changed, which stay; another forum's under the same name is refused") func again() async throws
  {
    let (old, newer, other) = (try OldDump(), try OldDump(newer: true), try OldDump(year: "2016"))
    let store = try await TestStore.make()
    #expect(try await Self.imported(try old.open(), into: store).changed == 0)
    #expect(try await Self.imported(try old.open(), into: store).changed == 0)
    let before = try await store.read { tx in try tx.values("SELECT id || body || coalesce(edited_at, 0) FROM post", as: String.self) }
    let again = try await Self.imported(try newer.open(), into: store)
    #expect(again.changed == 1 && again.written == 0)
    let after = try await store.read { tx in try tx.values("SELECT id || body || coalesce(edited_at, 0) FROM post", as: String.self) }
    #expect(after == before)
    await #expect { try await Self.imported(try other.open(), into: store) } throws: { error in
      "\(error)".contains("--source") && "\(error)".hasPrefix("member -1 (Users.xml:")
    }
    #expect(try await store.read { tx in try tx.value("SELECT count(*) FROM post", as: Int.self) } == before.count)
  }

  @Test("a question that was closed takes no answers and no remarks here either") func closed() async throws {
    let old = try OldDump()
    let forum = try await TestForum.make()
    _ = try await Self.imported(try old.open(), into: forum.store)
    let kai = try await forum.member("kai")
    #expect(!(try await kai.get("/t/2/do-bees-sleep").text.contains("/t/2/replies")))
    let refused = try await kai.post("/t/2/replies", form: ["body": "They do", "key": "topic-2-1", "seen": "1"])
    #expect(refused.status == 403 && refused.text.contains("They do"))
    #expect(try await kai.get("/t/1/where-do-bees-sleep").text.contains("/t/1/replies"))
  }

  @Test("a bad record is named with its place and left out whole; a changed post is found by the comparison") func broken() async throws {
    let old = try OldDump(broken: true)
    let store = try await TestStore.make()
    let dump = try old.open()
    let report = try await Self.imported(dump, into: store)
    #expect(report.problems.count == 2, "\(report.problems)")
    #expect(report.problems.first?.hasPrefix("Posts.xml:8: ") == true)
    #expect(report.problems.last == "Comments.xml:4: the post 999 it belongs to is not there")
    try await store.write { tx in try tx.run("UPDATE post SET html = replace(html, 'hive --open', 'hive') WHERE number = 1") }
    let compared = try await StackExchangeComparison(dump: dump, store: store, source: try ImportSource("old"), linkBase: Self.address)
      .run()
    #expect(compared.below == 2 && !compared.isAlike)
    #expect(Set(compared.worst.map(\.name)) == ["comment 11", "question 10"])
    #expect(CompareCommand.lines(compared).contains { $0.hasPrefix("  question 10: ") && $0.contains("code blocks") })
  }

  @Test("old addresses lead to the same things, and to nothing for who may not see them") func addresses() async throws {
    let old = try OldDump()
    let forum = try await TestForum.make()
    _ = try await Self.imported(try old.open(), into: forum.store)
    let visitor = forum.visitor()
    for path in ["/questions/10", "/questions/10/whatever", "/q/10", "/q/10/5", "/questions/10/x/999"] {
      let answer = try await visitor.get(path)
      #expect(answer.status == 301 && answer.location == "/t/1/where-do-bees-sleep", "\(path): \(answer.status)")
    }
    for path in ["/a/12", "/a/12/5", "/q/12", "/questions/10/where/12"] {
      let answer = try await visitor.get(path)
      #expect(answer.status == 301 && answer.location == "/t/1/where-do-bees-sleep#p3", "\(path): \(answer.location ?? "")")
    }
    for path in ["/questions/11", "/questions/tagged/hives", "/a/999", "/q/-1"] { #expect(try await visitor.get(path).status == 404) }
    let page = try await visitor.get("/t/1/where-do-bees-sleep")
    #expect(page.status == 200 && page.text.contains("hive --open") && page.text.contains("https://bees.example/questions/20/x"))
    try await forum.store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'visitor'") }
    for path in ["/questions/10", "/q/10", "/a/12", "/questions/10/where/12"] { #expect(try await visitor.get(path).status == 404) }
    try await forum.settle()
  }

  @Test("a progress line tells rate and remaining time on a terminal, and says little elsewhere") func progress() {
    var time: Int64 = 0
    var written: [String] = []
    let bar = ProgressLine(total: 1000, isTerminal: true, now: { time }, write: { written.append($0) })
    time = 10_000_000
    bar.advance(to: 250, records: 500)
    #expect(written == ["\r\u{1B}[K[#######-----------------------] 25 %, 500 records, 50 a second, about 0:30 left"])
    written = []
    let plain = ProgressLine(total: 1000, isTerminal: false, now: { time }, write: { written.append($0) })
    time += 1_000_000
    plain.advance(to: 10, records: 1)
    #expect(written.isEmpty)
    time += 5_000_000
    plain.advance(to: 500, records: 1)
    #expect(written == ["50 %, 2 records, 0 a second, about 0:06 left\n"])
  }
}
