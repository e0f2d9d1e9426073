import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("The page that erases somebody") struct EraseStoryTests {
  @Test("an admin reads what goes and stays, types the handle, and the member is gone from every page") func erases() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (kai, noor) = (try #require(cast[.kai]), try await forum.member("noor"))
    let theirs = try await forum.member("kai")
    let topic = try await forum.store.open("What hums?", by: kai, in: try await forum.store.addCategory(), body: "Something hums.")
    let path = "/admin/members/\(kai.id.rawValue)/erase"
    let page = try await noor.get(path).text
    #expect(page.contains("Erase Kai Lindqvist") && page.contains("1 post, as a former member’s"))
    // The handle of somebody else, and what was chosen is kept.
    let again = try await noor.post(path, form: ["handle": "ana", "texts": "yes"])
    #expect(again.status == 422)
    #expect(again.text.contains("This is not their handle.") && again.text.contains("name=\"texts\" value=\"yes\" checked"))
    #expect(try await theirs.get("/settings").status == 200)
    #expect(try await noor.post(path, form: ["handle": "@Kai"]).status == 303)
    #expect(try await noor.get("/m/kai").status == 404)
    #expect(try await theirs.get("/settings").status != 200)
    let shown = try await forum.visitor().get("/t/\(topic.rawValue)/what-hums").text
    #expect(shown.contains("Former member") && shown.contains("Something hums.") && !shown.contains("Kai"))
    // Twice is once.
    #expect(try await noor.post(path, form: ["handle": "kai"]).status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'erase' AND actor_id IS NOT NULL") == 1)
    try await forum.settle()
  }

  @Test("nobody else finds the page, and admins are not erased by it") func others() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (kai, own) = (try #require(cast[.kai]).id.rawValue, try #require(cast[.noor]).id.rawValue)
    for name in ["ana", "mei", "tomas"] {
      let browser = try await forum.member(name)
      #expect(try await browser.get("/admin/members/\(kai)/erase").status == 404)
      #expect(try await browser.post("/admin/members/\(kai)/erase", form: ["handle": "kai"]).status == 404)
    }
    let noor = try await forum.member("noor")
    #expect(try await noor.get("/admin/members/\(own)/erase").text.contains("cannot be erased"))
    #expect(try await noor.post("/admin/members/\(own)/erase", form: ["handle": "noor"]).status == 403)
    for path in ["/admin/members/999/erase", "/admin/members/x/erase"] { #expect(try await noor.get(path).status == 404) }
    try await forum.settle()
  }
}
