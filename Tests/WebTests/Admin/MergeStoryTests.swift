import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("The page that makes one account of two") struct MergeStoryTests {
  @Test("an admin compares the two, types the handle, and the old name leads to the new") func merges() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (kai, sam) = (try #require(cast[.kai]), try #require(cast[.sam]))
    let topic = try await forum.store.open("What hums?", by: sam, in: try await forum.store.addCategory())
    let (noor, theirs) = (try await forum.member("noor"), try await forum.member("sam"))
    let path = "/admin/members/\(sam.id.rawValue)/merge"
    #expect(try await noor.get("/admin/members/\(sam.id.rawValue)").text.contains(path))
    #expect(!(try await noor.get(path).text.contains("name=\"handle\"")))
    let unknown = try await noor.get(path + "?into=nobody-at-all").text
    #expect(unknown.contains("Nobody has this handle.") && unknown.contains("value=\"nobody-at-all\""))
    let page = try await noor.get(path + "?into=%40Kai").text
    for part in ["Kai Lindqvist", "Sam Okafor", "kai@example.org", "sam@example.org", "name=\"into\" value=\"kai\"", "for good"] {
      #expect(page.contains(part), "\(part)")
    }
    let again = try await noor.post(path, form: ["into": "kai", "handle": "kai"])
    #expect(again.status == 422 && again.text.contains("This is not their handle.") && again.text.contains("Kai Lindqvist"))
    #expect(try await noor.post(path, form: ["into": "nobody", "handle": "sam"]).status == 422)
    #expect(try await theirs.get("/settings").status == 200)
    let done = try await noor.post(path, form: ["into": "kai", "handle": "@Sam"])
    #expect(done.status == 303 && done.location == "/admin/members/\(kai.id.rawValue)")
    #expect(try await noor.post(path, form: ["into": "kai", "handle": "sam"]).status == 404, "twice is once")
    #expect(try await theirs.get("/settings").status == 303)
    let visitor = forum.visitor()
    #expect(try await visitor.get("/m/sam").location == "/m/kai")
    #expect(try await visitor.get("/m/merged:\(sam.id.rawValue)").status == 404)
    #expect(try await visitor.get("/t/\(topic.rawValue)/what-hums").text.contains("Kai Lindqvist"))
    #expect(try await noor.get("/admin/members/\(sam.id.rawValue)").status == 404)
    #expect(!(try await noor.get("/admin/members").text.contains("merged:")))
    #expect(try await noor.get("/admin/log").text.contains("Accounts made one"))
    // What was done about the lesser one is about the other now.
    try await forum.settle()
    let mail = try await forum.store.read { tx in
      try tx.all("SELECT to_address, kind FROM mail ORDER BY id") { "\(try $0.next(String.self)) \(try $0.next(String.self))" }
    }
    #expect(Set(mail) == ["sam@example.org accountsJoined", "kai@example.org decision"])
    #expect(try await forum.member("kai").get("/decisions").text.contains("made one"))
  }

  @Test("nobody else finds the page, and admins and oneself are never the lesser one") func others() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (kai, own) = (try #require(cast[.kai]).id.rawValue, try #require(cast[.noor]).id.rawValue)
    for name in ["ana", "mei", "tomas", "omar"] {
      let browser = try await forum.member(name)
      #expect(try await browser.get("/admin/members/\(kai)/merge?into=ana").status == 404)
      #expect(try await browser.post("/admin/members/\(kai)/merge", form: ["into": "ana", "handle": "kai"]).status == 404)
    }
    let noor = try await forum.member("noor")
    #expect(try await noor.get("/admin/members/\(own)/merge?into=kai").text.contains("never oneself"))
    #expect(try await noor.post("/admin/members/\(own)/merge", form: ["into": "kai", "handle": "noor"]).status == 403)
    #expect(try await noor.post("/admin/members/\(kai)/merge", form: ["into": "kai", "handle": "kai"]).status == 403)
    for path in ["/admin/members/999/merge", "/admin/members/x/merge"] { #expect(try await noor.get(path).status == 404) }
    try await forum.settle()
  }
}
