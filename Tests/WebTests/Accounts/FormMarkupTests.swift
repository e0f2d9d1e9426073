import ForumSupport
import TestSupport
import Testing

@Suite struct FormMarkupTests {
  @Test(
    "every control of a form has an id of its own and a label",
    arguments: ["/sign-up", "/sign-in", "/reset", "/ask", "/settings"])
  func labelled(path: String) async throws {
    let forum = try await TestForum.make()
    let browser = path == "/settings" ? try await forum.joined(.ana) : forum.visitor()
    let html = try await browser.get(path).text
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "an id stands twice")
    let labels = Set(html.matches(of: /<label [^>]*?for="([^"]*)"/).map { String($0.1) })
    for control in html.matches(of: /<(?:input|select|textarea)\s[^>]*>/).map({ String($0.0) }) {
      if control.contains("type=\"hidden\"") || control.contains("type=\"radio\"") { continue }
      let id = try #require(control.firstMatch(of: /\sid="([^"]*)"/)?.1, "\(control)")
      #expect(labels.contains(String(id)), "\(control)")
    }
    for described in html.matches(of: /aria-describedby="([^"]*)"/) {
      for id in described.1.split(separator: " ") { #expect(ids.contains(String(id)), "nothing is called \(id)") }
    }
  }

  @Test("browsers and password managers are told what each field is for") func autocomplete() async throws {
    let forum = try await TestForum.make()
    let signUp = try await forum.visitor().get("/sign-up").text, signIn = try await forum.visitor().get("/sign-in").text
    for word in ["name", "email", "new-password"] { #expect(signUp.contains("autocomplete=\"\(word)\""), "\(word)") }
    #expect(signIn.contains("autocomplete=\"current-password\""))
  }
}
