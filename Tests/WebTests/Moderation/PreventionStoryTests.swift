import Database
import ForumSupport
import TestSupport
import Testing

@Suite("The page of prevention") struct PreventionStoryTests {
  @Test("an admin changes what is held; a wrong number comes back beside its field") func settings() async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    #expect(try await forum.member("tomas").get("/admin/prevention").status == 404)
    let page = try await noor.get("/admin/prevention").text
    #expect(page.contains("name=\"linksNew\" type=\"text\"") && page.contains("3 unless changed."))
    var form = [
      "firstPosts": "1", "pace": "always", "linksNew": "0", "linksSettled": "5", "mentionsNew": "3", "mentionsSettled": "10",
      "picturesNew": "4", "picturesSettled": "12", "topicsNew": "3", "topicsSettled": "20", "postsNew": "10", "postsSettled": "100",
      "editsNew": "50", "editsSettled": "300", "votesNew": "100", "votesSettled": "500", "followsNew": "100", "followsSettled": "many",
    ]
    let wrong = try await noor.post("/admin/prevention", pairs: form.map { ($0.key, $0.value) })
    #expect(wrong.status == 422 && wrong.text.contains("value=\"many\"") && wrong.text.contains("id=\"followsSettled-problem\""))
    form["followsSettled"] = "500"
    #expect(try await noor.post("/admin/prevention", pairs: form.map { ($0.key, $0.value) }).status == 303)
    #expect(
      try await noor.get("/admin/prevention").text.contains("name=\"linksNew\" type=\"text\" autocomplete=\"off\" dir=\"auto\" value=\"0\"")
    )
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'setting'") == 1)
  }
}
