import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@Suite("Feeds and the map of the site") struct FeedTests {
  private struct Here {
    let forum: TestForum
    let ana: Actor
    let kai: Actor
    let help: CategoryID
    let topic: TopicID
  }

  private func here() async throws -> Here {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, kai) = (try #require(cast[.ana]), try #require(cast[.kai]))
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("Bread & <salt>", by: ana, in: help, body: "It *rises* & falls.", tags: "flour")
    return Here(forum: forum, ana: ana, kai: kai, help: help, topic: topic)
  }

  @Test("a feed brings the newest, as HTML that is escaped once, and readers that ask again are told that nothing changed")
  func atom() async throws {
    let h = try await here()
    let answer = try await h.forum.store.reply("Knead it.", to: h.topic, by: h.kai)
    let visitor = h.forum.visitor()
    for path in ["/feed", "/c/help/feed", "/tag/flour/feed"] {
      let feed = try await visitor.get(path)
      #expect(feed.status == 200 && feed.headers[.contentType] == "application/atom+xml", "\(path)")
      #expect(feed.text.contains("<title>Bread &amp; &lt;salt&gt;</title>"), "\(path)")
      #expect(feed.text.contains("&lt;p&gt;It &lt;em&gt;rises&lt;/em&gt; &amp;amp; falls.&lt;/p&gt;"), "\(path) \(feed.text)")
      let again = try await visitor.get(path, headers: [.ifNoneMatch: try #require(feed.headers[.eTag])])
      #expect(again.status == 304, "\(path)")
    }
    let posts = try await visitor.get("/t/\(h.topic.rawValue)/bread-salt/feed")
    #expect(posts.status == 200)
    let (first, second) = (posts.text.firstRange(of: "Knead it."), posts.text.firstRange(of: "rises"))
    #expect(try #require(first).lowerBound < #require(second).lowerBound)
    #expect(posts.text.contains("<id>http://127.0.0.1:8080/p/\(answer.rawValue)</id>"))
    #expect(try await visitor.get("/t/\(h.topic.rawValue)/any-words/feed").status == 200)
    #expect(try await visitor.get("/").text.contains(#"type="application/atom+xml" href="/feed""#))
  }

  @Test("a feed and the map say nothing of what a visitor may not read, whoever asks") func nothingPrivate() async throws {
    let h = try await here()
    let store = h.forum.store
    let members = try await store.addCategory("Members", .members)
    let own = try await store.open("Own secret", by: h.ana, in: members, tags: "hush")
    let hidden = try await store.open("Hidden secret", by: h.ana, in: h.help)
    let deleted = try await store.open("Deleted secret", by: h.ana, in: h.help)
    let masked = try await store.reply("A masked secret", to: h.topic, by: h.kai)
    let removed = try await store.reply("A removed secret", to: h.topic, by: h.kai)
    try await store.write { tx in
      try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(hidden)")
      try tx.run("UPDATE topic SET deleted_at = 1 WHERE id = \(deleted)")
      try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(masked)")
      try DeletePost(post: removed).perform(by: h.kai, in: tx)
    }
    let (visitor, ana) = (h.forum.visitor(), try await h.forum.member("ana"))
    for reader in [visitor, ana] {
      for path in ["/feed", "/c/help/feed", "/tag/flour/feed", "/t/\(h.topic.rawValue)/x/feed", "/sitemap.xml", "/sitemap/topics-1.xml"] {
        let answered = try await reader.get(path)
        #expect(answered.status == 200, "\(path)")
        #expect(!answered.text.lowercased().contains("secret"), "\(path)")
      }
      let absent =
        ["/c/members/feed", "/tag/hush/feed", "/sitemap/topics-2.xml"] + [own, hidden, deleted].map { "/t/\($0.rawValue)/x/feed" }
      for path in absent { #expect(try await reader.get(path).status == 404, "\(path)") }
      #expect(!(try await reader.get("/sitemap/pages.xml").text.contains("/c/members")))
    }
  }

  @Test("a text with characters that XML forbids is readable all the same") func forbiddenCharacters() async throws {
    let h = try await here()
    let topic = h.topic
    try await h.forum.store.write { tx in
      try tx.run("UPDATE topic SET title = \("Odd \u{FFFF}\u{1}title") WHERE id = \(topic)")
      try tx.run("UPDATE post SET html = \("<p>\u{FFFE}\u{8}body</p>") WHERE topic_id = \(topic)")
    }
    let feed = try await h.forum.visitor().get("/feed").text
    #expect(feed.contains("<title>Odd title</title>") && feed.contains("&lt;p&gt;body"))
  }

  @Test("the map has a part for each 5,000 numbers that hold something, and the robots' file leads to it") func map() async throws {
    let h = try await here()
    let (help, ana) = (h.help, h.ana)
    try await h.forum.store.write { tx in
      try tx.run("UPDATE topic SET bumped_at = 0 WHERE id = 1")
      try tx.run(
        """
        INSERT INTO topic (id, kind, category_id, author_id, title, slug, created_at, bumped_at)
        VALUES (10000, 'question', \(help), \(ana.id), 'Far', 'far', 0, 86400000), (10001, 'question', \(help), \(ana.id), 'On', 'on', 0, 1000)
        """)
    }
    let visitor = h.forum.visitor()
    let index = try await visitor.get("/sitemap.xml").text
    for (part, time) in [(1, "1970-01-01T00:00:00Z"), (2, "1970-01-02T00:00:00Z"), (3, "1970-01-01T00:00:01Z")] {
      #expect(index.contains("<loc>http://127.0.0.1:8080/sitemap/topics-\(part).xml</loc><lastmod>\(time)</lastmod>"), "\(index)")
    }
    #expect(try await visitor.get("/sitemap/topics-2.xml").text.contains("<loc>http://127.0.0.1:8080/t/10000/far</loc>"))
    #expect(!(try await visitor.get("/sitemap/topics-2.xml").text.contains("/t/10001/")))
    for part in ["topics-4.xml", "topics-0.xml", "topics-9223372036854775807.xml", "topics--1.xml", "topics-1", "x.xml", "topics-.xml"] {
      #expect(try await visitor.get("/sitemap/\(part)").status == 404, "\(part)")
    }
    #expect(try await visitor.get("/robots.txt").text.contains("Sitemap: http://127.0.0.1:8080/sitemap.xml"))
  }
}
