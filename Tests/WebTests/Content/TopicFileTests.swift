import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Topics as a table") struct TopicFileTests {
  @Test("has what members read, with formulas made harmless; nothing hidden, private, deleted or of staff alone; each time is logged")
  func story() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, kai, mei) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.mei]))
    let help = try await forum.store.addCategory("=Help, \"all\"")
    let inside = try await forum.store.addCategory("Inside", .staff)
    let members = try await forum.store.addCategory("Members", .members)
    let first = try await forum.store.open("=HYPERLINK(1), \"so\"", by: ana, in: help)
    forum.store.clock.advance(.minutes(7))
    try await forum.store.reply("Mine", to: first, by: ana)
    forum.store.clock.advance(.minutes(5))
    try await forum.store.reply("So", to: first, by: kai)
    try await forum.store.open("@ours", by: kai, in: members)
    try await forum.store.open("Canary staff", by: mei, in: inside)
    let hidden = try await forum.store.open("Canary hidden", by: kai, in: help)
    let deleted = try await forum.store.open("Canary deleted", by: kai, in: help)
    try await forum.store.askPrivately("Canary private", by: ana)
    try await forum.store.write { tx in
      try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(hidden)")
      try tx.run("UPDATE topic SET deleted_at = 1 WHERE id = \(deleted)")
    }
    let noor = try await forum.member("noor")
    let file = try await noor.post("/admin/topics.csv")
    #expect(file.status == 200)
    let lines = file.text.split(separator: "\r\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("id,title,category,kind,author,opened,"))
    #expect(lines[1].hasPrefix("\(first.rawValue),\"'=HYPERLINK(1), \"\"so\"\"\",\"'=Help, \"\"all\"\"\",question,ana,"))
    #expect(lines[1].hasSuffix(",12") && lines[2].contains(",'@ours,Members,"))
    #expect(!file.text.contains("Canary"))
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE detail = 'topics exported'") == 1)
    for name in ["visitor", "ana", "mei", "tomas"] {
      let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
      #expect(!(try await browser.post("/admin/topics.csv").text.contains("HYPERLINK")), "\(name)")
    }
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE detail = 'topics exported'") == 1)
  }
}
