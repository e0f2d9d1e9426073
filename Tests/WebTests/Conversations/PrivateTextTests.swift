import Community
import Database
import ForumSupport
import HTTPTypes
import Jobs
import Kindred
import TestSupport
import Testing

@testable import Web

@Suite("What is written out of public sight") struct PrivateTextTests {
  /// Every GET address of the table with the numbers there are.
  private func addresses(_ forum: TestForum) -> [String] {
    var paths: [String] = []
    for route in forum.site.routes.routes where route.method == .get {
      for number in route.pattern.contains(":") ? 1...4 : 1...1 {
        let path = route.pattern.split(separator: "/").map { part -> String in
          switch part {
          case ":handle": ["ana", "kai", "mei", "omar"][number - 1]
          case ":slug": "help"
          case ":name" where route.pattern.hasPrefix("/avatar"): "\(number).svg"
          case ":name": "oven"
          default: part.hasPrefix(":") ? String(number) : String(part)
          }
        }.reduce("") { $0 + "/" + $1 }
        paths.append(path.isEmpty ? "/" : path)
      }
    }
    return paths + [
      "/search?q=canary", "/search?q=secret", "/search?q=author%3Aana", "/messages?of=staff", "/messages/1?page=2", "/t/1/the-oven-smells",
      "/complete?member=ca",
    ]
  }

  @Test(
    "stands on no page, feed or map of anybody who is not in it, and in no event; where it belongs it is",
    arguments: ["visitor", "omar", "sam", "tomas", "mei", "noor", "kai", "ana"])
  func canary(_ name: String) async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, kai, mei) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.mei]))
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("The oven smells", by: ana, in: help, body: "Of smoke.", tags: "oven")
    try await forum.store.reply("Clean it.", to: topic, by: kai)
    let two = try await forum.store.write("canary1 oven", to: kai, by: ana).conversation
    try await forum.store.write("canary2 secret", in: two, by: kai)
    let asked = try await forum.store.askPrivately("canary3 oven", body: "canary4 secret", by: ana)
    try await forum.store.write("canary5 secret", in: asked, by: mei)
    try await forum.store.write { tx in
      for (place, actor) in [(DraftPlace.message(two), ana), (.message(asked), mei), (.privately, kai), (.letter(kai.id), mei)] {
        var text = DraftText(body: "canary6 secret")
        text.title = "canary7"
        _ = try SaveDraft(text, at: place, stamp: DraftStamp(version: 0)).perform(by: actor, in: tx)
      }
      let report = ReportPart(conversation: two, number: 2, reason: .other, note: try PlainNote("canary8"))
      try report.perform(by: ana, in: tx)
    }
    try await forum.settle()
    let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
    let own: [String: Set<Int>] = [
      "ana": [1, 2, 3, 4, 5, 6], "kai": [1, 2, 6, 7], "mei": [3, 4, 5, 6], "noor": [1, 2, 3, 4, 5, 8], "tomas": [1, 2, 8],
    ]
    var found: Set<Int> = []
    for path in addresses(forum) {
      let answered = try await browser.get(path)
      #expect(answered.status < 500, "\(path)")
      let text = answered.comparable.replacing("/search?q=canary", with: "").replacing("value=\"canary\"", with: "")
      for number in 1...8 where text.contains("canary\(number)") {
        found.insert(number)
        // Conversations, drafts of one's own, the way to make a question public, and what was reported; nowhere else.
        let may = ["/messages", "/drafts", "/moderation", "/m/", "/ask/privately", "/notices"].contains { path.hasPrefix($0) }
        #expect(may && own[name]?.contains(number) == true, "canary\(number) at \(path) for \(name)")
      }
    }
    #expect(found == own[name] ?? [], "\(name)")
    let events = try await forum.store.read { tx in try tx.events(after: 0, limit: 1000) }
    #expect(events.allSatisfy { !$0.event.detail.contains("canary") })
    #expect(forum.log.lines.allSatisfy { !$0.contains("canary") || $0.contains("?q=canary") })
    for table in ["post_search", "post", "topic", "fruitless_search", "member_word"] {
      let key: SQL = table == "fruitless_search" ? "words" : table == "member_word" ? "word" : table == "topic" ? "title" : "body"
      let kept = try await forum.store.read { tx in try tx.values("SELECT \(key) FROM \(SQL(trusted: table))", as: String.self) }
      #expect(kept.allSatisfy { !$0.contains("canary") || $0 == "canary" }, "\(table)")
    }
  }
}
