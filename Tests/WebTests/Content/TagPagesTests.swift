import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Tags in the browser") struct TagPagesTests {
  private struct Here {
    let forum: TestForum
    let noor: Browser
    init() async throws {
      forum = try await TestForum.make()
      let cast = try await forum.store.addCast()
      let help = try await forum.store.addCategory("Help")
      try await forum.store.open("Which tray", by: try #require(cast[.noor]), in: help, tags: "oven, stove")
      try await forum.store.open("Which heat", by: try #require(cast[.noor]), in: help, tags: "oven, c++")
      noor = try await forum.member("noor")
    }
    func path(_ name: String) async throws -> String {
      "/admin/tags/\(try await forum.store.number("SELECT id FROM tag WHERE name = \(name)"))"
    }
  }

  @Test("an admin finds a tag, renames it and makes it part of another; every old address leads to it") func story() async throws {
    let here = try await Here()
    let list = try await here.noor.get("/admin/tags?q=OV").text
    #expect(list.contains(">oven</a>") && !list.contains(">stove</a>") && !list.contains(">c++</a>"))
    let stove = try await here.path("stove")
    #expect(try await here.noor.post(stove, form: ["name": "stoves", "description": "Hot <b>"]).status == 303)
    #expect(try await here.noor.get(stove).text.contains("Hot &lt;b&gt;"))
    let oven = try await here.path("oven")
    let asked = try await here.noor.post("\(stove)/merge", form: ["otherTag": "oven"])
    #expect(asked.status == 200 && asked.text.contains("from stoves to oven") && asked.text.contains("name=\"sure\""))
    #expect(try await here.noor.get(stove).status == 200, "asking moves nothing")
    for _ in 1...2 { #expect(try await here.noor.post("\(stove)/merge", form: ["otherTag": "oven", "sure": "oven"]).location == oven) }
    let visitor = here.forum.visitor()
    for old in ["stove", "stoves"] { #expect(try await visitor.get("/tag/\(old)").location?.hasSuffix("/tag/oven") == true, "\(old)") }
    let page = try await here.noor.get(try await here.path("oven")).text
    #expect(page.contains("2 topics") && page.contains(">stoves</span>") && page.contains("This cannot be undone"))
    #expect(try await here.noor.get(stove).status == 404)
    #expect(try await here.noor.get("/admin/log").status == 200)
  }

  @Test("what is wrong is said beside its field, with what was typed") func badInput() async throws {
    let here = try await Here()
    let path = try await here.path("c++")
    for (name, sentence) in [("oven", "This word is a tag already"), ("\"><script>", "&lt;script&gt;"), ("", "value=\"\"")] {
      let refused = try await here.noor.post(path, form: ["name": name, "description": "Kept"])
      #expect(refused.status == 422 && refused.text.contains(sentence) && refused.text.contains("value=\"Kept\""), "\(name)")
    }
    let nowhere = try await here.noor.post("\(path)/merge", form: ["otherTag": "nowhere"])
    #expect(nowhere.status == 422 && nowhere.text.contains("There is no other tag") && nowhere.text.contains("value=\"nowhere\""))
    #expect(try await here.noor.post("\(path)/synonyms", form: ["synonym": "oven"]).status == 422)
    #expect(try await here.noor.post("\(path)/synonyms", form: ["synonym": "cpp"]).status == 303)
    #expect(try await here.noor.post("\(path)/synonyms/remove", form: ["synonym": "cpp"]).status == 303)
    #expect(try await here.noor.post("\(path)/remove", form: [:]).status == 409)
    #expect(try await here.noor.get("/admin/tags?after=x").status == 404)
    #expect(try await here.noor.get("/admin/tags?q=%25%27&after=9-9").status == 200)
  }

  @Test("only admins see and change them; a number that is none leads nowhere") func permission() async throws {
    let here = try await Here()
    try await here.forum.store.write { tx in try tx.run("UPDATE member SET role = 'helper' WHERE handle = 'kai'") }
    let path = try await here.path("oven")
    for name in ["visitor", "ana", "kai", "mei", "tomas"] {
      let browser = name == "visitor" ? here.forum.visitor() : try await here.forum.member(name)
      for address in ["/admin/tags", path] { #expect(try await browser.get(address).text.contains("Save tag") == false, "\(name)") }
      _ = try await browser.post(path, form: ["name": "mine", "description": ""])
      _ = try await browser.post("\(path)/merge", form: ["otherTag": "stove", "sure": "stove"])
      _ = try await browser.post("\(path)/synonyms", form: ["synonym": "mine"])
    }
    let standing = try await here.forum.store.number(
      "SELECT count(*) FROM tag WHERE name IN ('oven', 'stove', 'c++') AND synonym_of IS NULL")
    #expect(standing == 3)
    #expect(try await here.forum.store.number("SELECT count(*) FROM tag") == 3)
    for foreign in ["/admin/tags/999", "/admin/tags/x"] {
      #expect(try await here.noor.get(foreign).status == 404)
      for (act, field) in [("merge", "otherTag"), ("synonyms", "synonym"), ("synonyms/remove", "synonym")] {
        #expect(try await here.noor.post("\(foreign)/\(act)", form: [field: "z"]).status == 404, "\(act)")
      }
      #expect(try await here.noor.post("\(foreign)/remove").status == 404)
    }
  }
}
