import Database
import TestSupport
import Testing

@testable import Community

@Suite("Quoting and completing") struct QuotePostTests {
  @Test("every line of a post stands in the quote, under the handle of who wrote it") func quoted() {
    #expect(QuotePost.quoted("One\n\n> Two\n```\nthree\n", by: "kai") == "@kai:\n\n> One\n>\n> > Two\n> ```\n> three\n\n")
    #expect(QuotePost.quoted("One", by: nil) == "> One\n\n")
    let long = QuotePost.quoted(String(repeating: "é", count: 5_000), by: nil)
    #expect(long.utf8.count < 2_010 && long.hasSuffix("é…\n\n") && !long.contains("\u{FFFD}"))
  }

  @Test("only what the viewer may read is quoted, only in its own topic, and without a name that was taken off") func permitted()
    async throws
  {
    let store = try await TestStore.make()
    let (ana, kai, mei) = (try await store.add(.ana), try await store.add(.kai), try await store.add(.mei))
    let help = try await store.addCategory()
    let topic = try await store.open("Ovens", by: ana, in: help, body: "Hot")
    let inside = try await store.open("Inside", by: mei, in: try await store.addCategory("Team", .staff), body: "Secret")
    let opening = try await store.opening(of: topic)
    let remark = try await store.remark("Aside", on: opening, by: kai)
    func quote(_ post: PostID, in topic: TopicID, by viewer: Viewer) async throws -> String? {
      try await store.read { tx in try QuotePost(post: post, in: topic).perform(for: viewer, in: tx) }
    }
    #expect(try await quote(opening, in: topic, by: kai.viewer) == "@ana:\n\n> Hot\n\n")
    let secret = try await store.opening(of: inside)
    #expect(try await quote(secret, in: inside, by: kai.viewer) == nil)
    #expect(try await quote(secret, in: topic, by: kai.viewer) == nil)
    #expect(try await quote(secret, in: topic, by: mei.viewer) == nil, "not out of its topic")
    #expect(try await quote(secret, in: inside, by: mei.viewer) != nil)
    #expect(try await quote(remark, in: topic, by: kai.viewer) == nil)
    try await store.write { tx in try tx.run("UPDATE post SET nameless = TRUE WHERE id = \(opening)") }
    #expect(try await quote(opening, in: topic, by: kai.viewer) == "> Hot\n\n")
    try await store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(opening)") }
    #expect(try await quote(opening, in: topic, by: kai.viewer) == nil)
  }

  @Test("handles are offered from two letters on, a few of them, and nobody who is suspended") func handles() async throws {
    let store = try await TestStore.make()
    try await store.addCast()
    func offered(_ start: String) async throws -> [String]? {
      guard let complete = CompleteHandle(start) else { return nil }
      return try await store.read { tx in try complete.perform(for: .visitor, in: tx).map(\.handle) }
    }
    for start in ["", "m", "%%", "m_", "me'", "é9", String(repeating: "a", count: 31)] {
      #expect(try await offered(start) == nil, "\(start)")
    }
    #expect(try await offered("ME") == ["mei"])
    #expect(try await offered("zz") == [])
    try await store.write { tx in
      for number in 10...30 {
        try tx.run("INSERT INTO member (name, handle, role, created_at) VALUES ('Mel', \("me-\(number)"), 'member', 1)")
      }
      try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(1)) WHERE handle = 'me-11'")
    }
    #expect(try await offered("me") == ["me-10"] + (12...18).map { "me-\($0)" })
  }

  @Test("tags are offered that stand on something the viewer may see, and no synonym") func tags() async throws {
    let store = try await TestStore.make()
    let (ana, mei) = (try await store.add(.ana), try await store.add(.mei))
    try await store.open("Ovens", by: ana, in: try await store.addCategory(), tags: "oven ofen")
    try await store.open("Inside", by: mei, in: try await store.addCategory("Team", .staff), tags: "overhaul")
    try await store.write { tx in
      try tx.run("INSERT INTO tag (name, synonym_of, created_at) SELECT 'overheat', id, 1 FROM tag WHERE name = 'oven'")
    }
    func offered(_ start: String, to viewer: Viewer) async throws -> [String]? {
      guard let complete = CompleteTag(start) else { return nil }
      return try await store.read { tx in try complete.perform(for: viewer, in: tx) }
    }
    #expect(try await offered("OV", to: ana.viewer) == ["oven"])
    #expect(try await offered("ov", to: mei.viewer) == ["oven", "overhaul"])
    #expect(try await offered("o", to: ana.viewer) == ["ofen", "oven"])
    for start in ["", " ", "<", "%"] { #expect(try await offered(start, to: ana.viewer) == nil, "\(start)") }
  }
}
