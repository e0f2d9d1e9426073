import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Pages of a history and of those blocked") struct HistoryPagesTests {
  @Test("lead from one to the next, say what the last of a page changed, and are not found where there are none") func pages() async throws
  {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let mei = try #require(cast[.mei])
    let topic = try await forum.store.open("Ovens", by: mei, in: try await forum.store.addCategory(), body: "Version 1")
    let opening = try await forum.store.opening(of: topic)
    forum.store.clock.advance(.hours(1))
    for number in 2...25 { try await forum.store.edit(opening, to: "Version \(number)", by: mei) }
    let (visitor, path) = (forum.visitor(), "/p/\(opening.rawValue)/history")
    let first = try await visitor.get(path).text
    #expect(first.contains("href=\"\(path)?before=6\"") && first.contains("id=\"v6\"") && !first.contains("id=\"v5\""))
    // Every version of the page stands beside what it changed.
    #expect(first.matches(of: /Whole text/).count == 20)
    let last = try await visitor.get(path + "?before=6").text
    #expect(last.contains("id=\"v5\"") && last.contains("id=\"v1\"") && !last.contains("id=\"v6\"") && !last.contains("rel=\"next\""))
    #expect(last.contains("href=\"\(path)\"") && !last.contains("chip-info"))
    for bad in ["1", "0", "-1", "06", "x", "99999999999999999999"] { #expect(try await visitor.get(path + "?before=\(bad)").status == 404) }
    for bad in ["1", "0-0", "x-1"] {
      #expect(try await forum.member("ana").get("/settings/messages?before=\(bad)").status == 404)
    }
    #expect(try await forum.member("ana").get("/settings/messages?before=5-1").status == 200)
  }
}
