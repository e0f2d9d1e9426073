import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Following, through the forms") struct FollowStoryTests {
  @Test("a level is chosen on each page, stands there and in the settings, and is changed and taken back there") func story() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("Ovens", by: ana, in: help, tags: "oven")
    let kai = try await forum.member("kai")
    let pages = ["/t/\(topic.rawValue)/ovens", "/c/help", "/tag/oven", "/m/ana"]
    for page in pages {
      #expect(try await kai.get(page).text.contains("<option value=\"normal\" selected>Normal</option>"), "\(page)")
      let path = page.hasPrefix("/t/") ? "/t/\(topic.rawValue)/follow" : page + "/follow"
      let saved = try await kai.post(path, form: ["level": "everything"])
      #expect(saved.status == 303, "\(page)")
      let after = try await kai.get(page).text
      #expect(after.contains("<option value=\"everything\" selected>Everything</option>"), "\(page)")
      #expect(after.contains("Saved."), "\(page)")
      #expect(try await kai.post(path, form: ["level": "loud"]).status == 422, "\(page)")
    }
    let list = try await kai.get("/settings/following").text
    for name in ["Ovens", "Help", "oven", "Ana Costa"] { #expect(list.contains(name), "\(name)") }
    let changed = try await kai.post(
      "/m/ana/follow", form: ["level": "normal", "return_to": "/settings/following?changed=member-\(ana.id.rawValue)-everything"])
    let next = try await kai.get(try #require(changed.location)).text
    #expect(next.contains("Ana Costa: Normal.") && next.contains("Undo"))
    #expect(
      try await kai.post("/m/ana/follow", form: ["level": "everything", "return_to": "/settings/following"]).location
        == "/settings/following")
    #expect(!(try await kai.get("/settings/following?changed=member-\(ana.id.rawValue)-everything").text.contains("Undo")))
    // A visitor has no choice to make, and nobody follows themselves.
    for page in pages { #expect(!(try await forum.visitor().get(page).text.contains("name=\"level\"")), "\(page)") }
    #expect(!(try await kai.get("/m/kai").text.contains("name=\"level\"")))
    #expect(try await kai.post("/m/kai/follow", form: ["level": "follow"]).status == 403)
    #expect(try await forum.visitor().post("/c/help/follow", form: ["level": "follow"]).status == 401)
    let elsewhere = try await kai.post("/c/help/follow", form: ["level": "mute", "return_to": "https://elsewhere.example/"])
    #expect(elsewhere.location == "/c/help")
  }

  @Test("the page of levels says of each level what the table says") func levels() async throws {
    let forum = try await TestForum.make()
    let text = try await forum.member("kai").get("/settings/following").text
    let rows = text.split(separator: "<tr><th scope=\"row\">").dropFirst()
    #expect(rows.count == 10)
    for (index, row) in rows.enumerated() {
      let line = FollowTable.lines[index % 5]
      let sent = index < 5 ? line.ofTopic : line.ofOthers
      #expect(row.split(separator: ">Yes<").count - 1 == sent.count, "\(line.level)")
    }
    #expect(text.contains("You follow nothing yet"))
  }

  @Test("a post is bookmarked where it stands, found in the list, and let go of with an offer to undo") func bookmarks() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let topic = try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory(), body: "It smells.")
    let opening = try await forum.store.opening(of: topic)
    let kai = try await forum.member("kai")
    #expect(try await kai.get("/bookmarks").text.contains("You have no bookmarks"))
    let path = "/p/\(opening.rawValue)/bookmark"
    #expect(try await kai.post(path, form: ["wanted": "yes"]).location == "/p/\(opening.rawValue)")
    let page = try await kai.get("/t/\(topic.rawValue)/ovens").text
    #expect(page.contains("name=\"wanted\" value=\"no\"><button class=\"act\" aria-pressed=\"true\">Bookmark"))
    #expect(try await kai.get("/bookmarks").text.contains("It smells."))
    let gone = try await kai.post(path, form: ["wanted": "no", "return_to": "/bookmarks?removed=\(opening.rawValue)"])
    let list = try await kai.get(try #require(gone.location)).text
    #expect(!list.contains("It smells.") && list.contains("Undo"))
    #expect(try await kai.post(path, form: ["wanted": "yes", "return_to": "/bookmarks"]).location == "/bookmarks")
    #expect(try await kai.get("/bookmarks").text.contains("It smells."))
    #expect(try await forum.visitor().post(path, form: ["wanted": "yes"]).status == 401)
  }
}
