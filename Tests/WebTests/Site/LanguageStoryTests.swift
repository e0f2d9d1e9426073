import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@testable import Web

@Suite("The language of a page") struct LanguageStoryTests {
  private static let german: HTTPFields = [.acceptLanguage: "de-AT,de;q=0.9,en;q=0.5"]

  private func language(_ answered: Answered) -> String? {
    answered.text.firstMatch(of: /<html lang="([^"]*)" dir="ltr"/).map { String($0.1) }
  }

  @Test("is the member's setting, else the visitor's choice, else the browser's, else the site's") func order() async throws {
    let forum = try await TestForum.make()
    let visitor = forum.visitor()
    #expect(language(try await visitor.get("/")) == "en")
    #expect(language(try await visitor.get("/", headers: [.acceptLanguage: "fr"])) == "en")
    let page = try await visitor.get("/", headers: Self.german)
    #expect(language(page) == "de" && page.text.contains("Neueste Themen") && !page.text.contains("Latest topics"))
    #expect(page.headers[.vary]?.contains("Accept-Language") == true)

    #expect(try await visitor.post("/language", form: ["language": "en", "return_to": "/privacy"]).location == "/privacy")
    #expect(language(try await visitor.get("/", headers: Self.german)) == "en")
    #expect(try await visitor.post("/language", form: ["language": ""]).status == 303)
    #expect(visitor.kept["language"] == nil)
    #expect(language(try await visitor.get("/", headers: Self.german)) == "de")
    for wrong in ["fr", "de-AT", "../de", "en-XA"] { #expect(try await visitor.post("/language", form: ["language": wrong]).status == 422) }
    #expect(language(try await visitor.get("/", headers: [.cookie: "language=xx", .acceptLanguage: "de"])) == "de")

    let ana = try await forum.member("ana")
    try await ana.post("/language", form: ["language": "de"])
    let elsewhere = try await forum.member("ana")
    #expect(language(try await elsewhere.get("/", headers: [.acceptLanguage: "en"])) == "de")
    #expect(language(try await elsewhere.get("/", headers: [.cookie: "kindred=\(elsewhere.kept["kindred"] ?? ""); language=en"])) == "de")
    let settings = try await elsewhere.get("/settings").text
    #expect(settings.contains("<button name=\"language\" value=\"de\" lang=\"de\" aria-pressed=\"true\">Deutsch</button>"))
    try await elsewhere.post("/language", form: ["language": ""])
    #expect(language(try await elsewhere.get("/", headers: [.acceptLanguage: "en"])) == "en")
    #expect(try await elsewhere.get("/settings").text.contains("<button name=\"language\" value=\"\" aria-pressed=\"true\">"))
  }

  @Test("two languages of one page are two pages: neither is taken for the other") func entityTags() async throws {
    let forum = try await TestForum.make()
    let visitor = forum.visitor()
    let english = try await visitor.get("/privacy"), german = try await visitor.get("/privacy", headers: Self.german)
    let tag = try #require(english.headers[.eTag])
    #expect(tag != german.headers[.eTag])
    #expect(try await visitor.get("/privacy", headers: [.ifNoneMatch: tag]).status == 304)
    let again = try await visitor.get("/privacy", headers: [.ifNoneMatch: tag, .acceptLanguage: "de"])
    #expect(again.status == 200 && again.bytes == german.bytes)
  }

  @Test("is the same whoever read before: pages come in turn in the language of each") func interleaved() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, kai) = (try #require(cast[.ana]), try #require(cast[.kai]))
    let topic = try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory(), tags: "oven")
    try await forum.store.reply("Clean it", to: topic, by: kai)
    let reader = try await forum.member("kai")
    for path in ["/", "/t/\(topic.rawValue)/ovens", "/search?q=ovens", "/unanswered", "/c/help", "/tag/oven", "/m/ana", "/ask", "/nothing"]
    {
      var first: [String: [UInt8]] = [:]
      for tag in ["en", "de", "en", "de"] {
        for (name, browser) in [("visitor", forum.visitor()), ("kai", reader)] {
          let answered = try await browser.get(path, headers: [.acceptLanguage: tag])
          #expect(language(answered) == tag, "\(path)")
          let key = "\(name) \(tag)"
          // An error's page carries the request's own number, a form a key of its own.
          if answered.status == 200, !answered.text.contains("name=\"key\"") {
            #expect(first[key] == nil || first[key] == answered.bytes, "\(path) as \(key)")
          }
          first[key] = answered.bytes
        }
      }
    }
  }

  @Test("errors, refusals, fragments and what was just done are in it too") func small() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCast()
    try await forum.store.addCategory()
    let visitor = forum.visitor()
    #expect(try await visitor.get("/nothing", headers: Self.german).text.contains("Diese Seite gibt es hier nicht"))
    let foreign = try await visitor.post(
      "/theme", form: ["theme": "dark"], headers: [.origin: "https://evil.example", .acceptLanguage: "de"])
    #expect(foreign.status == 403 && foreign.text.contains("Das haben wir nicht ausgeführt"))
    let wrong = try await visitor.send(.get, "/", headers: [.accept: "text/html", .acceptLanguage: "de"], authority: "elsewhere.example")
    #expect(wrong.status == 421 && wrong.text.contains("<html lang=\"de\" dir=\"ltr\">"))
    let first = try await visitor.post("/settings/profile", form: ["name": "Ana"], headers: Self.german)
    #expect(first.status == 401 && first.text.contains("Ihr Text ist noch da"))
    let ana = try await forum.member("ana")
    try await ana.post("/language", form: ["language": "de"])
    let problem = try await ana.post(
      "/ask", form: ["kind": "question", "title": "", "body": "", "category": "help", "tags": "", "key": "ask-1"])
    #expect(problem.status == 422 && problem.text.contains("Bitte geben Sie einen Titel an"))
    let draft = try await ana.post(
      "/ask", form: ["title": "Öfen", "body": "Wie?", "save": "yes"], headers: [HTTPField.Name("X-Kindred-Fragment")!: "1"])
    #expect(draft.text.contains("Entwurf gespeichert"))
    try await ana.post("/settings/messages", form: ["wanted": "yes"])
    #expect(try await ana.get("/settings/messages").text.contains("Gespeichert."))
  }

  @Test("what programs fetch and many keep is always the site's") func programs() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    let visitor = forum.visitor()
    try await visitor.post("/language", form: ["language": "de"])
    for path in ["/feed", "/c/help/feed", "/t/1/ovens/feed", "/sitemap.xml", "/sitemap/pages.xml", "/robots.txt", "/avatar/1.svg"] {
      let chosen = try await visitor.get(path, headers: Self.german), plain = try await forum.visitor().get(path)
      #expect(chosen.status == 200 && chosen.bytes == plain.bytes, "\(path)")
      #expect(chosen.headers[.vary]?.contains("Language") != true, "\(path)")
    }
    #expect(try await visitor.get("/feed").text.contains("xml:lang=\"en\""))
  }

  @Test("mail is in its receiver's: the setting, else the site's, whatever the browser says") func mail() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.joined(.ana), kai = try await forum.joined(.kai)
    try await ana.post("/language", form: ["language": "de"])
    for browser in [ana, kai] { try await browser.post("/verify", headers: Self.german) }
    try await forum.settle()
    let subjects: [String] = try await forum.store.read { tx in
      try tx.values("SELECT subject FROM mail WHERE kind = 'verify' ORDER BY id DESC LIMIT 2")
    }
    #expect(Set(subjects) == ["Bitte bestätigen Sie Ihre Adresse für Kindred", "Please confirm your address for Kindred"], "\(subjects)")
  }

  @Test("dates and numbers are written as its readers write them") func dates() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    try await forum.store.write { tx in try tx.run("UPDATE topic SET me_too_count = 1234 WHERE id = \(topic)") }
    let path = "/t/\(topic.rawValue)/ovens"
    let english = try await forum.visitor().get(path).text, german = try await forum.visitor().get(path, headers: Self.german).text
    func time(_ text: String) -> String? { text.firstMatch(of: /<time[^>]*>([^<]*)</).map { String($0.1) } }
    #expect(time(english)?.contains(/^\d+ [A-Z][a-z]{2}, \d\d:\d\d$/) == true, "\(time(english) ?? "")")
    #expect(time(german)?.contains(/^\d+\. [A-Z][a-zä]+\.?, \d\d:\d\d$/) == true, "\(time(german) ?? "")")
    #expect(english.contains("1,234 people have this") && german.contains("1.234 Personen geht es auch so"))
  }
}
