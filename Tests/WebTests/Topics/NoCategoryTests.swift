import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("A site without a category") struct NoCategoryTests {
  @Test("says that nobody can ask yet, and its admin how to make one", arguments: ["visitor", "kai", "noor"])
  func says(_ name: String) async throws {
    let forum = try await TestForum.make()
    let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
    let page = try await browser.get("/ask")
    #expect(page.status == 200 && page.text.contains("Nobody can ask here yet"))
    #expect(page.text.contains("kindred category add") == (name == "noor"))
    #expect(!page.text.contains("action=\"/ask\""))
    try await forum.store.addCategory()
    let form = try await browser.get("/ask").text
    #expect(form.contains("action=\"/ask\"") && !form.contains("Nobody can ask here yet"))
  }

  @Test("gives back a question that was written while there still was one") func typed() async throws {
    let forum = try await TestForum.make()
    let kai = try await forum.member("kai")
    let answered = try await kai.post(
      "/ask",
      form: ["kind": "question", "category": "help", "title": "Ovens", "body": "They smell of <ash>", "tags": "", "key": "ask-12345678"])
    #expect(answered.status == 422)
    #expect(answered.text.contains("They smell of &lt;ash&gt;") && answered.text.contains("Nobody can ask here yet"))
  }
}
