import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Categories in the browser") struct CategoryPagesTests {
  private struct Here {
    let forum: TestForum
    let cast: [Person: Actor]
    let help: CategoryID
    let noor: Browser
    init() async throws {
      forum = try await TestForum.make()
      cast = try await forum.store.addCast()
      help = try await forum.store.addCategory("Help")
      noor = try await forum.member("noor")
    }
    var path: String { "/admin/categories/\(help.rawValue)" }
    func save(
      name: String = "Help", slug: String = "help", description: String = "", access: String = "everyone", hosts: String = "",
      askAround: String = "4"
    ) async throws -> Answered {
      try await noor.post(
        path,
        form: [
          "name": name, "slug": slug, "description": description, "hint": "", "access": access, "hosts": hosts,
          "askAroundHours": askAround,
        ])
    }
  }

  @Test("an admin adds one, changes its address and names a host; the old address and the old search word lead to it")
  func story() async throws {
    let here = try await Here()
    let added = try await here.noor.post("/admin/categories", form: ["name": "Ovens & <b>Heat", "access": "members"])
    #expect(added.status == 303)
    let page = try await here.noor.get("/admin/categories").text
    #expect(page.contains("Ovens &amp; &lt;b&gt;Heat") && page.contains("Members read and write"))
    try await here.forum.store.open("Which tray", by: try #require(here.cast[.ana]), in: here.help)
    #expect(try await here.save(slug: "advice", description: "All of it", hosts: "mei").status == 303)
    let visitor = here.forum.visitor()
    let old = try await visitor.get("/c/help")
    #expect(old.status == 301 || old.status == 308)
    #expect(old.location?.hasSuffix("/c/advice") == true)
    #expect(try await visitor.get("/c/help/feed").status == 200)
    let shown = try await visitor.get("/c/advice").text
    #expect(shown.contains("All of it") && shown.contains("href=\"/m/mei\"") && shown.contains("Hosts"))
    #expect(try await visitor.get("/search?q=tray+category%3Ahelp").text.contains("Which"))
  }

  @Test("what is wrong is said beside its field, with all that was typed") func badInput() async throws {
    let here = try await Here()
    let refused = try await here.save(name: "\"><script>", slug: "Not so", description: "Kept", hosts: "a, nobody")
    #expect(refused.status == 422)
    for sentence in ["An address is made of", "value=\"Kept\"", "value=\"Not so\"", "&quot;&gt;&lt;script&gt;"] {
      #expect(refused.text.contains(sentence), "\(sentence)")
    }
    #expect(try await here.save(hosts: "nobody").text.contains("Nobody has the handle nobody."))
    #expect(try await here.save(access: "king").status == 422)
    for hours in ["", "-1", "721", "4.5", "\"><b>", "99999999999999999999"] {
      let wrong = try await here.save(description: "Kept", askAround: hours)
      #expect(wrong.status == 422 && wrong.text.contains("Please give a whole number, at most 720."), "\(hours)")
      #expect(wrong.text.contains("value=\"Kept\"") && !wrong.text.contains("\"><b>"), "\(hours)")
    }
    #expect(try await here.save(askAround: "0").status == 303)
    #expect(try await here.noor.get(here.path).text.contains("name=\"askAroundHours\""))
    #expect(try await here.forum.store.number("SELECT ask_around_hours FROM category") == 0)
    let twice = try await here.noor.post("/admin/categories", form: ["name": "Help", "access": "everyone"])
    #expect(twice.status == 422 && twice.text.contains("This name is there already."))
    #expect(try await here.forum.store.number("SELECT count(*) FROM category") == 1)
  }

  @Test("an archived one is read and takes nothing new, and stands in no list to choose from") func archive() async throws {
    let here = try await Here()
    let ana = try #require(here.cast[.ana])
    let topic = try await here.forum.store.open("Ovens", by: ana, in: here.help)
    for _ in 1...2 { #expect(try await here.noor.post("\(here.path)/archive", form: ["wanted": "yes"]).status == 303) }
    let browser = try await here.forum.member("ana")
    #expect(try await browser.get("/c/help").text.contains("This category is archived"))
    #expect(try await browser.get("/t/\(topic.rawValue)/ovens").status == 200)
    #expect(try await browser.post("/t/\(topic.rawValue)/replies", form: ["body": "So", "key": "archived-1"]).status == 403)
    #expect(!(try await browser.get("/ask").text.contains("value=\"help\"")))
    #expect(!(try await browser.get("/").text.contains("<a href=\"/c/help\"><span")))
    #expect(try await here.noor.post("\(here.path)/archive", form: ["wanted": "no"]).status == 303)
    #expect(try await browser.post("/t/\(topic.rawValue)/replies", form: ["body": "So", "key": "archived-2"]).status == 303)
    #expect(try await here.forum.store.number("SELECT count(*) FROM act WHERE detail LIKE 'category %'") == 2)
  }

  @Test("only admins see and change them; a number that is none leads nowhere") func permission() async throws {
    let here = try await Here()
    try await here.forum.store.write { tx in try tx.run("UPDATE member SET role = 'helper' WHERE handle = 'kai'") }
    for name in ["visitor", "ana", "kai", "mei", "tomas"] {
      let browser = name == "visitor" ? here.forum.visitor() : try await here.forum.member(name)
      for path in ["/admin/categories", here.path] {
        #expect(!(try await browser.get(path).text.contains("Add category")), "\(name) \(path)")
        let posted = try await browser.post(path, form: ["name": "Mine", "slug": "mine", "access": "everyone"])
        #expect(posted.status != 422, "\(name) \(path)")
      }
      _ = try await browser.post("\(here.path)/archive", form: ["wanted": "yes"])
    }
    #expect(try await here.forum.store.number("SELECT count(*) FROM category WHERE name = 'Help' AND archived_at IS NULL") == 1)
    #expect(try await here.forum.store.number("SELECT count(*) FROM category") == 1)
    for path in ["/admin/categories/999", "/admin/categories/x", "/admin/categories/-1"] {
      #expect(try await here.noor.get(path).status == 404, "\(path)")
      #expect(try await here.noor.post("\(path)/archive", form: ["wanted": "yes"]).status == 404, "\(path)")
    }
    #expect(try await here.noor.post("\(here.path)/place", form: ["place": "9"]).status == 404)
  }
}
