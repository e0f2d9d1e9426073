import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Related topics beside a topic") struct RelatedTests {
  @Test("stand there solved first, are remembered, and are asked again whether the reader may see them")
  func related() async throws {
    let ear = Overheard()
    let forum = try await TestForum.make(through: { ear.listening(to: $0) })
    let cast = try await forum.store.addCast()
    let (ana, mei) = (try #require(cast[.ana]), try #require(cast[.mei]))
    let help = try await forum.store.addCategory()
    let first = try await forum.store.open("Gasket leaks", by: ana, in: help)
    let open = try await forum.store.open("Gasket leaks steam", by: ana, in: help)
    let solved = try await forum.store.open("A new gasket", by: ana, in: help)
    let answer = try await forum.store.reply("Order it here.", to: solved, by: mei)
    try await forum.store.write { tx in try AcceptAnswer(post: answer).perform(by: ana, in: tx) }
    let visitor = forum.visitor()
    let path = "/t/\(first.rawValue)/gasket-leaks"
    func rail() async throws -> String {
      String(try await visitor.get(path).text.split(separator: "id=\"related\"").dropFirst().first ?? "")
    }
    let shown = try await rail()
    let (one, two) = (try #require(shown.firstRange(of: "A new gasket")), try #require(shown.firstRange(of: "Gasket leaks steam")))
    #expect(one.lowerBound < two.lowerBound && shown.contains("Solved") && shown.contains("1 answer"))
    ear.forget()
    _ = try await rail()
    #expect(!ear.texts.contains { $0.contains("post_words") || $0.contains("tsquery") }, "it was searched again")
    let opening = try await forum.store.opening(of: open)
    try await forum.store.write { tx in try DeletePost(post: opening).perform(by: ana, in: tx) }
    #expect(try await !rail().contains("Gasket leaks steam"))
  }
}
