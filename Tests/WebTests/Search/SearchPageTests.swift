import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("The search page") struct SearchPageTests {
  private func forum() async throws -> TestForum {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, mei) = (try #require(cast[.ana]), try #require(cast[.mei]))
    let help = try await forum.store.addCategory()
    try await forum.store.addCategory("Team", .staff)
    let topic = try await forum.store.open("Cold oven", by: ana, in: help, body: "It <b>stays</b> cold & dark.", tags: "oven")
    try await forum.store.reply("Preheat it.", to: topic, by: mei)
    return forum
  }

  @Test("what was typed as an operator stands in its field, and everything typed is still there")
  func fills() async throws {
    let browser = try await forum().visitor()
    let page = try await browser.get(
      "/search?q=oven+-gas+tag%3Aoven+author%3Aana+is%3Aopen+is%3Aquestion+category%3Ahelp+after%3A2026-01-02"
    ).text
    for part in [
      "value=\"oven -gas\"", "name=\"tag\" maxlength=\"200\" autocomplete=\"off\" dir=\"auto\" value=\"oven\"",
      "value=\"ana\"",
      "<option value=\"open\" selected>", "<option value=\"question\" selected>", "<option value=\"help\" selected>",
      "name=\"after\" maxlength=\"200\" autocomplete=\"off\" dir=\"auto\" value=\"2026-01-02\"", "<mark>oven</mark>",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("class=\"problem\""))
    #expect(!page.contains("Team"))
  }

  @Test("a value that means nothing is told beside its field and kept, and the rest was searched")
  func problems() async throws {
    let browser = try await forum().visitor()
    let page = try await browser.get("/search?q=oven+author%3Anobody+before%3A2026-02-30+is%3Ablue&tag=none&category=team").text
    for part in [
      "Nobody here goes by @nobody", "“2026-02-30” is no date", "A topic cannot be “blue”", "Nothing has the tag “none”",
      "There is no category “team”", "value=\"nobody\"", "value=\"2026-02-30\"", "<option value=\"blue\" selected>",
      "<option value=\"team\" selected>", "aria-describedby=\"tag-problem\"".replacing("=\"tag", with: "=\" tag"), "Cold <mark>oven</mark>",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test("nothing found offers to ask with the words as the title, and to search without the filters")
  func nothing() async throws {
    let browser = try await forum().visitor()
    let page = try await browser.get("/search?q=Why+does+it+%22smoke%22+tag%3Aoven").text
    #expect(page.contains("href=\"/ask?title=Why%20does%20it%20%22smoke%22\""))
    #expect(page.contains("href=\"/search?q=Why%20does%20it%20%22smoke%22\""))
    let asked = try await browser.get("/ask?title=Why%20does%20it%20%22smoke%22").text
    #expect(asked.contains("value=\"Why does it &quot;smoke&quot;\"") || asked.contains("value=\"Why does it &#34;smoke&#34;\""))
    #expect(try await browser.get("/search?q=-oven").text.contains("at least one word that must be there"))
    #expect(try await browser.get("/search?q=tag%3Aoven+is%3Asolved").text.contains("without the filters"))
  }

  @Test("what people wrote is text in excerpts, and what is typed is text everywhere")
  func escaped() async throws {
    let browser = try await forum().visitor()
    let page = try await browser.get(
      "/search?q=cold+%3Cscript%3E+author%3A%3Ci%3E&tag=%3Cb%3E&category=%22%3E%3Cimg%3E&state=%27%3E&after=%3Cx%3E"
    ).text
    for part in ["<script>alert", "<i>", "<b>", "<img>", "'>", "<x>"] { #expect(!page.contains(part), "\(part)") }
    #expect(try await browser.get("/search?q=dark").text.contains("cold &amp; <mark>dark</mark>"))
  }

  @Test("topics with some of the words are said to be such")
  func some() async throws {
    let browser = try await forum().visitor()
    let page = try await browser.get("/search?q=preheat+my+gas+boiler").text
    #expect(page.contains("Nothing has all of your words"))
    #expect(page.contains("Matches some of your words") && page.contains("<mark>Preheat</mark>"))
  }

  @Test("the orders are links that keep the whole query, and the form keeps the order")
  func orders() async throws {
    let browser = try await forum().visitor()
    let page = try await browser.get("/search?q=oven&tag=oven&order=newest").text
    #expect(page.contains("href=\"/search?q=oven&amp;tag=oven&amp;order=solved\""))
    #expect(page.contains("<input type=\"hidden\" name=\"order\" value=\"newest\">"))
    #expect(page.contains("aria-current=\"true\">Newest"))
  }

  @Test(
    "a huge or broken query is answered with a page",
    arguments: ["q=%00", "q=a%00b&tag=%00", "q=" + String(repeating: "x", count: 7_000), "q=%22", "q=%F0%9F%99%82&before=%00"])
  func broken(_ query: String) async throws {
    let status = try await forum().visitor().get("/search?\(query)").status
    #expect([200, 400, 414].contains(status))
    #expect(query.contains("%00") || status == 200)
  }
}
