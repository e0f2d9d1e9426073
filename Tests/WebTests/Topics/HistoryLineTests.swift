import Community
import Database
import ForumSupport
import Kindred
import Pages
import TestSupport
import Testing
import Web

@Suite("What was done to a topic") struct HistoryLineTests {
  private struct Here {
    let forum: TestForum
    let ana: Actor
    let tomas: Actor
    let topic: TopicID
    let path: String
  }
  /// A topic with 40 replies.
  private func here(kind: TopicKind = .question) async throws -> Here {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, mei) = (try #require(cast[.ana]), try #require(cast[.mei]))
    let topic = try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory(), kind: kind)
    for number in 2...41 { try await forum.store.reply("Reply \(number)", to: topic, by: mei) }
    return Here(forum: forum, ana: ana, tomas: try #require(cast[.tomas]), topic: topic, path: "/t/\(topic.rawValue)/ovens")
  }

  /// What stands on a page in its order: "p7" for the post of that number, the note of a line.
  private func order(_ page: String) -> [String] {
    let main = page.split(separator: "<main").last ?? ""
    return main.split(separator: "<").compactMap { tag in
      if tag.hasPrefix("/time> · #") { return "p" + tag.dropFirst(10).prefix { $0.isNumber } }
      return tag.hasPrefix("p>after") ? String(tag.dropFirst(2)) : nil
    }
  }

  @Test("stands as a line where it was done: after its post, on that post's page, in both directions of time, and nowhere among the best")
  func place() async throws {
    let h = try await here()
    for number in [30, 1, 3, 41, 31] {
      try await h.forum.store.insertLine(in: h.topic, after: number, by: h.tomas.id, note: "after\(number)")
    }
    let visitor = h.forum.visitor()
    func numbers(_ range: some Sequence<Int>) -> [String] { range.map { "p\($0)" } }
    #expect(
      order(try await visitor.get(h.path).text)
        == ["p1", "after1", "p2", "p3", "after3"] + numbers(4...30) + ["after30"])
    #expect(order(try await visitor.get("\(h.path)?page=2").text) == ["p1", "p31", "after31"] + numbers(32...41) + ["after41"])
    #expect(
      order(try await visitor.get("\(h.path)?order=newest").text)
        == ["p1", "after41"] + numbers((32...41).reversed()) + ["after31", "p31", "after30"] + numbers((13...30).reversed()))
    #expect(
      order(try await visitor.get("\(h.path)?order=newest&page=2").text)
        == ["p1"] + numbers((4...12).reversed()) + ["after3", "p3", "p2", "after1"])
    #expect(!order(try await visitor.get("\(h.path)?order=best").text).contains { $0.hasPrefix("after") })
  }

  @Test("two after one post stand in the order in which they were done, and a post that is gone takes none along") func together()
    async throws
  {
    let h = try await here()
    let (topic, tomas) = (h.topic, h.tomas)
    try await h.forum.store.insertLine(.reopened, in: topic, after: 5, by: tomas.id, note: "after5b", at: Timestamp(milliseconds: 2))
    try await h.forum.store.insertLine(.closed, in: topic, after: 5, by: tomas.id, note: "after5a", at: Timestamp(milliseconds: 1))
    try await h.forum.store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE topic_id = \(topic) AND number = 5") }
    let shown = order(try await h.forum.visitor().get(h.path).text)
    #expect(shown[2...6] == ["p3", "p4", "after5a", "after5b", "p6"])
  }

  @Test("says who did it and when, in words and without a number, and what they said is safe") func words() async throws {
    let h = try await here(kind: .discussion)
    for kind in HistoryKind.allCases {
      try await h.forum.store.insertLine(kind, in: h.topic, after: 1, by: h.tomas.id, at: Timestamp(milliseconds: 1_556_841_600_000))
    }
    try await h.forum.store.insertLine(in: h.topic, after: 2, by: h.tomas.id, note: "<script>alert(1)</script> *enough*")
    let page = try await h.forum.visitor().get(h.path).text
    let lines = page.split(separator: "<div class=\"line\">").dropFirst().prefix(HistoryKind.allCases.count)
      .compactMap { $0.split(separator: "</div>").first }
    #expect(lines.count == HistoryKind.allCases.count)
    let said = Set(lines.compactMap { line in line.split(separator: "<span dir=\"auto\">").last?.prefix { $0 != "<" } })
    #expect(said.count == HistoryKind.allCases.count && !said.contains { $0.isEmpty || $0.contains("line.") }, "\(said)")
    #expect(said.contains("Closed by \(Person.tomas.name)"), "\(said)")
    for line in lines { #expect(line.contains(">3 May 2019</time>") && !line.contains("<h3") && !line.contains("· #"), "\(line)") }
    #expect(page.contains("<em>enough</em>") && !page.contains("<script>alert"))
  }

  @Test("a topic without replies shows its lines too") func alone() async throws {
    let h = try await here()
    let topic = try await h.forum.store.open("Silence", by: h.ana, in: CategoryID(rawValue: 1))
    try await h.forum.store.insertLine(in: topic, after: 1, by: h.tomas.id, note: "after1")
    for order in ["", "?order=newest"] {
      #expect(self.order(try await h.forum.visitor().get("/t/\(topic.rawValue)/silence\(order)").text) == ["p1", "after1"])
    }
  }
}
