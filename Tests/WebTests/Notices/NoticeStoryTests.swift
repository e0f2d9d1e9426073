import Community
import Database
import ForumSupport
import Foundation
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

@Suite("Notices, as pages") struct NoticeStoryTests {
  /// What stands beside the bell; nil for no number.
  private func bell(_ browser: Browser) async throws -> String? {
    let parts = try await browser.get("/privacy").text.components(separatedBy: "Notices</span><span class=\"vh\">: </span>")
    return parts.count == 2 ? String(parts[1].prefix { $0 != "<" }) : nil
  }

  private func question(_ forum: TestForum, _ title: String, by person: Person) async throws -> TopicID {
    let known = try await forum.store.read { tx in try tx.value("SELECT id FROM category", as: CategoryID.self) }
    var category = known
    if category == nil { category = try await forum.store.addCategory() }
    let browser = try await forum.member(person)
    let asked = try await browser.post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": title, "body": "Who knows?", "tags": "",
        "key": "ask-\(title.filter { $0 != " " })",
      ])
    let location = try #require(asked.location)
    return try #require(TopicID(location.split(separator: "/")[1]))
  }

  private func answer(_ forum: TestForum, _ topic: TopicID, _ text: String, by person: Person) async throws -> PostID {
    let browser = try await forum.member(person)
    let answered = try await browser.post(
      "/t/\(topic.rawValue)/replies", form: ["body": text, "key": "key-\(text.count)", "anyway": "yes", "seen": "0"])
    let location = try #require(answered.location)
    return try #require(PostID(location.split(separator: "/").last ?? ""))
  }

  @Test("the asker sees a number at the bell, the answer on the page of notices, and neither once they have read it") func story()
    async throws
  {
    let forum = try await TestForum.make()
    let topic = try await question(forum, "Ovens", by: .ana)
    let ana = try await forum.member("ana")
    #expect(try await bell(ana) == nil)
    #expect(try await ana.get("/notices").text.contains("Nothing to tell you yet"))
    let post = try await answer(forum, topic, "Clean it", by: .kai)
    try await forum.settle()
    #expect(try await bell(ana) == "1")
    #expect(try await bell(try await forum.member("kai")) == nil)
    let page = try await ana.get("/notices").text
    #expect(
      page.contains("Kai Lindqvist answered your question") && page.contains("href=\"/p/\(post.rawValue)\"") && page.contains("notice-new"))
    // A browser that reads ahead has shown nothing to anybody.
    let place = "/t/\(topic.rawValue)/ovens"
    let purpose = try #require(HTTPField.Name("Sec-Purpose"))
    #expect(try await ana.get(place, headers: [purpose: "prefetch"]).status == 200)
    await forum.site.services.reading.flush()
    #expect(try await bell(ana) == "1")
    #expect(try await ana.get(place).status == 200)
    await forum.site.services.reading.flush()
    #expect(try await bell(ana) == nil)
    let after = try await ana.get("/notices").text
    #expect(after.contains("Kai Lindqvist answered") && !after.contains("notice-new") && !after.contains("Mark all"))
  }

  @Test("notices are gathered by topic, unread first; one topic or all are marked as read, and it can be taken back") func marking()
    async throws
  {
    let forum = try await TestForum.make()
    let first = try await question(forum, "Ovens", by: .ana), second = try await question(forum, "Mills", by: .ana)
    for (topic, text) in [(first, "One"), (second, "Three"), (first, "Two times")] {
      _ = try await answer(forum, topic, text, by: .kai)
      try await forum.settle()
    }
    let ana = try await forum.member("ana")
    func groups(_ page: String) -> [String] { page.components(separatedBy: "class=\"result notice").dropFirst().map { $0 } }
    let list = groups(try await ana.get("/notices").text)
    #expect(list.count == 2)
    #expect(list[0].contains("Ovens") && list[0].components(separatedBy: "answered your question").count == 3)
    let upTo = try #require(list[0].components(separatedBy: "name=\"upto\" value=\"").last?.prefix { $0 != "\"" })
    let read = try await ana.post("/notices/read", form: ["topic": "\(first.rawValue)", "upto": String(upTo)])
    let next = groups(try await ana.get(try #require(read.location)).text)
    #expect(next[0].hasPrefix(" notice-new") && next[0].contains("Mills") && !next[1].hasPrefix(" notice-new") && next[1].contains("Ovens"))
    #expect(try await bell(ana) == "1")
    let at = try #require(read.location?.split(separator: "=").last)
    let marked = try #require(read.location)
    #expect(try await ana.get(marked).text.contains("Undo"))
    #expect(try await ana.post("/notices/unread", form: ["at": String(at)]).location == "/notices")
    #expect(try await bell(ana) == "3")
    // What came after the page was opened is not marked unseen.
    _ = try await answer(forum, second, "Four is here", by: .kai)
    try await forum.settle()
    #expect(try await ana.post("/notices/read", form: ["upto": String(upTo)]).status == 303)
    #expect(try await bell(ana) == "1")
    #expect(try await ana.post("/notices/read", form: ["upto": "x"]).status == 422)
    #expect(try await ana.post("/notices/unread", form: ["at": "x"]).status == 422)
    #expect(try await ana.get("/notices?before=x-1").status == 404)
    #expect(try await forum.visitor().get("/notices").location == "/sign-in?return_to=%2Fnotices")
  }

  @Test("a remark is read where it stands, and a page that does not show the post marks nothing") func reading() async throws {
    let forum = try await TestForum.make()
    let topic = try await question(forum, "Ovens", by: .ana)
    let ana = try await forum.member("ana")
    let mei = try await forum.store.add(.mei)
    for number in 2...31 { try await forum.store.reply("Answer \(number)", to: topic, by: mei) }
    let opening = try await forum.store.opening(of: topic)
    try await forum.store.remark("Which", on: opening, by: mei)
    try await forum.settle()
    #expect(try await bell(ana) == "31")
    #expect(try await ana.get("/t/\(topic.rawValue)/ovens?page=2").status == 200)
    await forum.site.services.reading.flush()
    // Page 2 shows the opening post with its remark, and answer 31.
    #expect(try await bell(ana) == "29")
    #expect(try await ana.get("/t/\(topic.rawValue)/ovens").status == 200)
    await forum.site.services.reading.flush()
    #expect(try await bell(ana) == nil)
  }

  @Test("a hundred unread notices are 99+, a page of them goes on to the next, and the number costs one statement") func many() async throws
  {
    let forum = try await TestForum.make()
    let topic = try await question(forum, "Ovens", by: .ana)
    let mei = try await forum.store.add(.mei)
    for number in 1...120 { try await forum.store.reply("Answer \(number)", to: topic, by: mei) }
    try await forum.settle()
    let ana = try await forum.member("ana")
    #expect(try await bell(ana) == "99+")
    var seen = 0
    var path: String? = "/notices"
    while let here = path {
      let page = try await ana.get(here).text
      seen += page.components(separatedBy: "answered your question").count - 1
      path = page.components(separatedBy: "href=\"/notices?before=").dropFirst().first.map { "/notices?before=" + $0.prefix { $0 != "\"" } }
    }
    #expect(seen == 120)
  }

  @Test("what may no longer be seen is neither counted nor listed nor named") func revoked() async throws {
    let forum = try await TestForum.make()
    let topic = try await question(forum, "Canary in the oven", by: .ana)
    let post = try await answer(forum, topic, "Clean it", by: .kai)
    try await forum.settle()
    let ana = try await forum.member("ana")
    #expect(try await bell(ana) == "1")
    for (change, back) in [
      (
        "UPDATE category_access SET may_see = FALSE WHERE role = 'member'",
        "UPDATE category_access SET may_see = TRUE WHERE role = 'member'"
      ),
      ("UPDATE post SET hidden = TRUE WHERE id = \(post)", "UPDATE post SET hidden = FALSE WHERE id = \(post)"),
      ("UPDATE topic SET hidden = TRUE", "UPDATE topic SET hidden = FALSE"),
    ] as [(SQL, SQL)] {
      try await forum.store.write { tx in try tx.run(change) }
      #expect(try await bell(ana) == nil)
      let page = try await ana.get("/notices").text
      #expect(!page.contains("Canary") && !page.contains("Kai"))
      try await forum.store.write { tx in try tx.run(back) }
      #expect(try await bell(ana) == "1")
    }
  }
}
