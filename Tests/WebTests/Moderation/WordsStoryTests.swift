import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("The page of words") struct WordsStoryTests {
  private let slur: KeyValuePairs = ["pattern": "vile slur", "act": "block", "replacement": "", "note": "Since May"]

  @Test("a moderator adds, tries, changes and removes a rule, and members and staff find no such page") func rules() async throws {
    let forum = try await TestForum.make()
    let tomas = try await forum.member("tomas")
    for name in ["ana", "mei"] { #expect(try await forum.member(name).get("/admin/words").status == 404) }
    #expect(try await tomas.get("/admin/words").text.contains("For slurs and threats only."))
    #expect(try await tomas.post("/admin/words", form: slur).status == 303)
    #expect(try await tomas.get("/admin/words").text.contains("Since May"))
    let again = try await tomas.post("/admin/words", form: slur)
    #expect(again.status == 422 && again.text.contains("This name is there already.") && again.text.contains("value=\"Since May\""))
    let tried = try await tomas.post("/admin/words/try", form: ["tried": "What a V1LE slur <b>"])
    #expect(tried.status == 200 && tried.text.contains("<bdi>V1LE slur</bdi>") && tried.text.contains("V1LE slur &lt;b&gt;"))
    #expect(try await tomas.post("/admin/words/try", form: ["tried": "Nothing"]).text.contains("No rule finds anything in it."))
    let rule = try await forum.store.number("SELECT max(id) FROM word_rule")
    #expect(try await tomas.get("/admin/words/\(rule)").text.contains("value=\"vile slur\""))
    let bad = try await tomas.post(
      "/admin/words/\(rule)", form: ["pattern": "vile slur", "act": "replace", "replacement": "a vile slur", "note": ""])
    #expect(bad.status == 422 && bad.text.contains("The rule would find these words again."))
    #expect(
      try await tomas.post("/admin/words/\(rule)", form: ["pattern": "vile*", "act": "hold", "replacement": "", "note": ""]).status == 303)
    #expect(try await forum.store.read { tx in try tx.value("SELECT act FROM word_rule") } == "hold")
    #expect(try await tomas.post("/admin/words/\(rule)/remove").status == 303)
    #expect(try await tomas.post("/admin/words/\(rule)/remove").status == 303)
    #expect(try await forum.store.number("SELECT count(*) FROM word_rule") == 0)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'setting'") == 3)
  }

  @Test("who writes a refused word reads which one, and nothing typed is lost") func refused() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    #expect(try await forum.member("tomas").post("/admin/words", form: slur).status == 303)
    let ana = try await forum.member("ana")
    let answered = try await ana.post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "A cold oven", "body": "You are a **vile** slur and the oven is cold.", "tags": "",
        "key": "key-12345678",
      ])
    #expect(answered.status == 422)
    #expect(answered.text.contains("“vile slur” cannot stand here") && answered.text.contains("id=\"body-problem\""))
    #expect(answered.text.contains("value=\"A cold oven\"") && answered.text.contains("and the oven is cold."))
    let name = try await forum.visitor().post(
      "/sign-up", form: ["name": "Vile Slur", "email": "vile@example.org", "password": "keeps-bees-1987"])
    #expect(name.status == 422 && name.text.contains("“Vile Slur” cannot stand here"))
  }
}
