import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

@Suite("Addresses of topics and posts") struct AddressTests {
  private struct Here {
    let forum: TestForum
    let mei: Actor
    let tomas: Actor
    let help: CategoryID
    let topic: TopicID
    let posts: [PostID]
  }
  /// A question with 64 answers.
  private func here() async throws -> Here {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, mei) = (try #require(cast[.ana]), try #require(cast[.mei]))
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("Ovens & more", by: ana, in: help)
    var posts: [PostID] = []
    for number in 2...65 { posts.append(try await forum.store.reply("Answer \(number)", to: topic, by: mei)) }
    return Here(forum: forum, mei: mei, tomas: try #require(cast[.tomas]), help: help, topic: topic, posts: posts)
  }

  @Test("one page has one address; everything else leads there or nowhere") func canonical() async throws {
    let h = try await here()
    let browser = h.forum.visitor()
    for (path, status, location) in [
      ("/t/1", 301, "/t/1/ovens-more"), ("/t/1/other", 301, "/t/1/ovens-more"), ("/t/1/ovens-more?page=1", 301, "/t/1/ovens-more"),
      ("/t/1/other?page=2", 301, "/t/1/ovens-more?page=2"), ("/t/1/other?page=2&order=best", 301, "/t/1/ovens-more?order=best&page=2"),
      ("/t/1/ovens-more", 200, nil), ("/t/1/ovens-more?page=3", 200, nil), ("/t/1/ovens-more?page=4", 404, nil),
      ("/t/1/ovens-more?page=0", 404, nil), ("/t/1/ovens-more?page=02", 404, nil), ("/t/1/ovens-more?page=-1", 404, nil),
      ("/t/1/ovens-more?page=9999999999999999999999", 404, nil), ("/t/1/ovens-more?page=x", 404, nil), ("/t/01/ovens-more", 404, nil),
      ("/t/2/ovens-more", 404, nil), ("/t/0/x", 404, nil), ("/t/-1/x", 404, nil), ("/t/99999999999999999999/x", 404, nil),
      ("/t/1/", 404, nil),
      ("/p/1", 303, "/t/1/ovens-more#p1"), ("/p/30", 303, "/t/1/ovens-more#p30"), ("/p/31", 303, "/t/1/ovens-more?page=2#p31"),
      ("/p/65", 303, "/t/1/ovens-more?page=3#p65"), ("/p/66", 404, nil), ("/?before=x", 404, nil), ("/?before=1-1", 200, nil),
    ] as [(String, Int, String?)] {
      let answered = try await browser.get(path)
      #expect(answered.status == status, "\(path)")
      #expect(answered.location == location, "\(path)")
      let head = try await browser.send(.head, path)
      #expect(head.status == status && head.bytes.isEmpty && head.location == location, "HEAD \(path)")
    }
  }

  @Test("a page says which posts it holds, in all orders") func orders() async throws {
    let h = try await here()
    let (deleted, tomas) = (h.posts[3], h.tomas)
    try await h.forum.store.write { tx in try DeletePost(post: deleted).perform(by: tomas, in: tx) }
    for order in ["", "order=best", "order=newest"] {
      var seen: [Int] = []
      for page in 1...3 {
        let query = [page > 1 ? "page=\(page)" : "", order].filter { !$0.isEmpty }.joined(separator: "&")
        let text = try await h.forum.visitor().get("/t/1/ovens-more" + (query.isEmpty ? "" : "?\(query)")).text
        let numbers = text.split(separator: "<article class=\"post\" id=\"p").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(numbers.first == 1)
        #expect(numbers.count == [30, 31, 6][page - 1], "\(order) \(page)")
        seen += numbers.dropFirst()
        #expect(!text.contains("Answer \(5)<"), "the deleted one has no text")
      }
      #expect(seen.sorted() == Array(2...65))
    }
  }

  @Test("what was public and is deleted is gone; what was not was never there") func gone() async throws {
    let h = try await here()
    let (mei, tomas) = (h.mei, h.tomas)
    let team = try await h.forum.store.addCategory("Team", .staff)
    let secret = try await h.forum.store.open("Secret", by: mei, in: team)
    for topic in [h.topic, secret] {
      let post = try await h.forum.store.opening(of: topic)
      try await h.forum.store.write { tx in try DeletePost(post: post).perform(by: tomas, in: tx) }
    }
    let kai = try await h.forum.member("kai")
    for browser in [h.forum.visitor(), kai] {
      #expect(try await browser.get("/t/1/ovens-more").status == 410)
      #expect(try await browser.get("/t/1").status == 410)
      #expect(try await browser.get("/t/2/secret").status == 404)
      #expect(try await browser.get("/p/1").status == 404)
      #expect(try await browser.get("/search?q=ovens").text.contains("/t/1/") == false)
    }
    #expect(try await h.forum.member("tomas").get("/t/1/ovens-more").status == 200)
    #expect(try await h.forum.member("ana").get("/t/1/ovens-more").status == 200)
  }

  @Test("a page that has not changed is not sent again, and one that has is") func unchanged() async throws {
    let h = try await here()
    let browser = h.forum.visitor()
    let tag = try #require(try await browser.get("/t/1/ovens-more").headers[.eTag])
    #expect(try await browser.get("/t/1/ovens-more", headers: [.ifNoneMatch: tag]).status == 304)
    try await h.forum.store.edit(h.posts[0], to: "Said better", by: h.mei)
    #expect(try await browser.get("/t/1/ovens-more", headers: [.ifNoneMatch: tag]).status == 200)
  }

  @Test("what was read is remembered, but not by a prefetch") func reading() async throws {
    let h = try await here()
    let kai = try await h.forum.member("kai")
    try await kai.get("/t/1/ovens-more", headers: [try #require(HTTPField.Name("Sec-Purpose")): "prefetch"])
    await h.forum.site.services.reading.flush()
    #expect(try await h.forum.store.number("SELECT view_count FROM topic WHERE id = 1") == 0)
    try await kai.get("/t/1/ovens-more")
    await h.forum.site.services.reading.flush()
    #expect(try await h.forum.store.number("SELECT number FROM read_mark") == 30)
    try await kai.get("/t/1/ovens-more?page=3")
    await h.forum.site.services.reading.flush()
    #expect(try await h.forum.store.number("SELECT number FROM read_mark") == 65)
    #expect(try await h.forum.store.number("SELECT view_count FROM topic WHERE id = 1") == 2)
  }
}
