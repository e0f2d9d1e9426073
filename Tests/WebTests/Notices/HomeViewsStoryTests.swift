import Community
import Database
import Foundation
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

@Suite("Home views, as pages") struct HomeViewsStoryTests {
  @Test("a visitor has two views, a member four; views of one's own ask a visitor to sign in") func tabs() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory())
    let visitor = forum.visitor(), kai = try await forum.member("kai")
    let home = try await visitor.get("/").text
    #expect(!home.contains("href=\"/new\"") && !home.contains("href=\"/mine\"") && home.contains("href=\"/unanswered\""))
    for path in ["/new", "/mine"] {
      #expect(try await visitor.get(path).location == "/sign-in?return_to=%2F\(path.dropFirst())")
      let page = try await kai.get(path).text
      #expect(page.contains("<a href=\"\(path)\" aria-current=\"page\">") && page.contains("noindex"), "\(path)")
    }
    #expect(try await kai.get("/new").text.contains("Ovens"))
    #expect(try await kai.get("/mine").text.contains("Nothing here is yours yet"))
    for only in ["asked", "answered", "followed"] { #expect(try await kai.get("/mine?only=\(only)").status == 200) }
    #expect(try await kai.get("/mine?only=others").status == 404)
    #expect(try await kai.get("/new?before=x").status == 404)
  }

  @Test("the pages of a filtered view stay filtered") func filteredPages() async throws {
    let forum = try await TestForum.make()
    let mei = try await forum.store.add(.mei)
    let help = try await forum.store.addCategory()
    for number in 1...31 { try await forum.store.open("Topic \(number)", by: mei, in: help) }
    let page = try await forum.member("mei").get("/mine?only=asked").text
    let older = try #require(page.split(separator: "\"").first { $0.hasPrefix("/mine?only=asked&amp;before=") })
    #expect(try await forum.member("mei").get(String(older).replacing("&amp;", with: "&")).text.contains("Topic 1<"))
  }

  @Test("an unread topic leads to where reading stopped, on its page, and a line stands there until it is read") func unread() async throws
  {
    let forum = try await TestForum.make()
    let mei = try await forum.store.add(.mei)
    let topic = try await forum.store.open("Ovens", by: mei, in: try await forum.store.addCategory())
    for number in 2...31 { try await forum.store.reply("Answer \(number)", to: topic, by: mei) }
    let kai = try await forum.member("kai")
    for page in ["", "?page=2"] { #expect(try await kai.get("/t/1/ovens\(page)").status == 200) }
    await forum.site.services.reading.flush()
    #expect(try await kai.get("/").text.contains("href=\"/t/1/ovens\""))
    let first = try await forum.store.reply("Answer 32", to: topic, by: mei)
    try await forum.store.reply("Answer 33", to: topic, by: mei)
    let list = try await kai.get("/").text
    #expect(list.contains("href=\"/t/1/ovens?page=2#unread\"") && list.contains("row-new"))
    #expect(try await kai.get("/t/1/ovens").text.contains("href=\"/t/1/ovens?page=2#unread\">First unread"))
    // Read ahead by the browser, nothing counts as read.
    let purpose = try #require(HTTPField.Name("Sec-Purpose"))
    #expect(try await kai.get("/t/1/ovens?page=2", headers: [purpose: "prefetch"]).status == 200)
    await forum.site.services.reading.flush()
    let page = try await kai.get("/t/1/ovens?page=2").text
    let parts = page.components(separatedBy: "id=\"unread\"")
    #expect(parts.count == 2 && parts[1].contains("id=\"p\(first.rawValue)\"") && !parts[0].contains("id=\"p\(first.rawValue)\""))
    #expect(page.contains("href=\"#unread\">First unread"))
    await forum.site.services.reading.flush()
    #expect(!(try await kai.get("/t/1/ovens?page=2").text.contains("id=\"unread\"")))
    #expect(!(try await kai.get("/").text.contains("row-new")))
  }

  @Test("how long the oldest question waits stands above the list, for staff alone") func oldest() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory())
    let mei = try await forum.member("mei"), kai = try await forum.member("kai")
    for (span, words) in [(Span.minutes(1), "1 minute"), (.minutes(58), "59 minutes"), (.hours(2), "2 h"), (.days(3), "3 days")] {
      forum.store.clock.advance(span)
      #expect(try await mei.get("/unanswered").text.contains("Oldest waiting: \(words)<"), "\(words)")
      #expect(!(try await kai.get("/unanswered").text.contains("Oldest waiting")))
    }
  }
}
