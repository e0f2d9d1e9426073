import Community
import Database
import TestSupport
import Testing

@Suite("Holding back") struct HoldTests {
  @Test(
    "what is held is there for its author and moderators alone, counts nowhere, and stands in the queue once", arguments: PostKind.allCases)
  func held(_ kind: PostKind) async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, tomas) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.tomas]))
    let category = try await store.addCategory()
    let topic = try await store.open("Which yeast?", by: ana, in: category, kind: kind == .reply ? .discussion : .question, tags: "")
    let opening = try await store.opening(of: topic)
    let post: PostID =
      switch kind {
      case .opening: opening
      case .answer, .reply: try await store.reply(to: topic, by: kai)
      case .remark: try await store.remark(on: opening, by: kai)
      }
    let author = kind == .opening ? ana : kai
    for _ in 1...2 { try await store.write { tx in try Review.hold(post, because: .links, in: tx) } }
    #expect(try await store.miscounts() == [])
    func sees(_ viewer: Viewer) async throws -> Bool {
      try await store.read { tx in
        guard let view = try? TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx) else { return false }
        return view.readable.contains(post)
      }
    }
    #expect(try await sees(author.viewer))
    #expect(try await sees(tomas.viewer))
    for person in [Person.sam, .mei, .omar] { #expect(try await !sees(try #require(cast[person]).viewer)) }
    #expect(try await !sees(.visitor))
    #expect(try await store.number("SELECT count(*) FROM review WHERE cause = 'held' AND settled_at IS NULL") == 1)
    #expect(try await store.number("SELECT post_count FROM member WHERE id = \(author.id)") == 0)
  }
}
