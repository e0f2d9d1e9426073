import Community
import Database
import ForumSupport
import Foundation
import HTTPTypes
import Kindred
import Pages
import TestSupport
import Testing
import Web

@Suite("Stories") struct AskingStoryTests {
  @Test("a visitor asks and has an account in passing, another answers, the first accepts, a third finds it") func story() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let asker = forum.visitor()
    let form = try await asker.get("/ask")
    #expect(form.status == 200 && form.text.contains("name=\"password\""))
    let key = try #require(value(of: "key", in: form.text))
    func ask(_ browser: Browser, _ password: String) async throws -> Answered {
      try await browser.post(
        "/ask",
        form: [
          "kind": "question", "category": "help", "title": "Why does my oven smell?", "body": "Of **smoke** & <ash>.", "tags": "",
          "key": key,
          "name": "Rosa Lind", "email": "rosa@example.org", "password": password,
        ])
    }
    // Every problem at once, and everything but the password again.
    let short = try await ask(asker, "short")
    #expect(short.status == 422)
    #expect(short.text.contains("Why does my oven smell?") && short.text.contains("Of **smoke** &amp; &lt;ash&gt;."))
    #expect(short.text.contains("rosa@example.org") && short.text.contains("Rosa Lind") && !short.text.contains("value=\"short\""))
    #expect(value(of: "key", in: short.text) == key)
    #expect(try await forum.store.number("SELECT count(*) FROM member") == 0)

    let asked = try await ask(asker, "bees-and-ovens-1987")
    #expect(asked.status == 303)
    let place = try #require(asked.location)
    #expect(place.hasSuffix("/why-does-my-oven-smell"))
    // A network that sends it again opens no second topic and makes no second member.
    let again = try await ask(forum.visitor(), "bees-and-ovens-1987")
    #expect(again.location == place)
    #expect(try await forum.store.number("SELECT count(*) FROM topic") == 1)
    #expect(try await forum.store.number("SELECT count(*) FROM member") == 1)

    let page = try await asker.get(place)
    #expect(page.text.contains("Of <strong>smoke</strong> &amp; &lt;ash&gt;."))
    let kai = try await forum.member("kai")
    let composer = try await kai.get(place).text
    let action = try #require(attribute("action", endingWith: "/replies", in: composer))
    let answered = try await kai.post(
      action,
      form: [
        "body": "Clean *it*.", "key": try #require(value(of: "key", in: composer)), "seen": try #require(value(of: "seen", in: composer)),
      ])
    #expect(answered.status == 303)
    let permalink = try #require(answered.location)
    let shown = try await asker.get(place).text
    let accept = try #require(attribute("action", endingWith: "/accept", in: shown))
    #expect(attribute("action", endingWith: "/accept", in: try await kai.get(place).text) == nil, "only who may sees the button")
    let accepted = try await asker.post(accept)
    #expect(accepted.status == 303 && accepted.location == permalink)

    let stranger = forum.visitor(from: "198.51.100.9")
    let found = try await stranger.get("/search?q=oven+smoke").text
    #expect(found.contains(place))
    let solved = try await stranger.get(place).text
    #expect(solved.contains("by Rosa Lind, who asked"))
    // A link to the answer leads to its text, not to the line that stands in its place.
    let number = try #require(permalink.split(separator: "/").last)
    #expect(solved.contains("<article class=\"post\" id=\"p\(number)\"") && solved.contains("<p class=\"stub\" id=\"place-\(number)\""))
    #expect(solved.contains("href=\"\(place)#place-\(number)\"") && solved.contains("href=\"#p\(number)\""))
    #expect(try await stranger.get("/unanswered").text.contains(place) == false)
    #expect(try await forum.store.miscounts() == [])
    try await forum.settle()
  }

  @Test("a visitor reads at once what is wrong with the question and with who they are") func problemsAtOnce() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let asked = try await forum.visitor().post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "", "body": "", "tags": "", "key": "k", "name": "Rosa Lind", "email": "rosa",
        "password": "1",
      ])
    #expect(asked.status == 422)
    for id in ["title", "body", "email", "password"] { #expect(asked.text.contains("id=\"\(id)-problem\""), "\(id)") }
    #expect(!asked.text.contains("id=\"name-problem\""))
    // Who says nothing of themselves is asked for what an account of theirs would need.
    let nobody = try await forum.visitor().post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "", "body": "", "tags": "", "key": "k", "name": "", "email": "", "password": "",
      ])
    for id in ["title", "email", "password"] { #expect(nobody.text.contains("id=\"\(id)-problem\""), "\(id)") }
  }

  @Test("who is signed in is not asked who they are; who has an account asks with it") func knownAskers() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let kai = try await forum.member("kai")
    #expect(try await kai.get("/ask").text.contains("name=\"password\"") == false)
    let hash = try await forum.hash("ana-keeps-bees-1987")
    try await forum.store.add(.ana, hash: hash)
    let visitor = forum.visitor()
    for (password, status) in [("wrong-wrong-wrong", 422), ("ana-keeps-bees-1987", 303)] {
      let answered = try await visitor.post(
        "/ask",
        form: [
          "kind": "discussion", "category": "help", "title": "Ovens", "body": "Hello", "key": "ask-abcdef", "name": "",
          "email": "ana@example.org",
          "password": password,
        ])
      #expect(answered.status == status)
    }
    #expect(try await forum.store.number("SELECT count(*) FROM topic JOIN member ON member.id = topic.author_id WHERE handle = 'ana'") == 1)
    #expect(try await visitor.get("/settings").status == 200)
  }

  @Test("a preview writes nothing and makes nobody") func preview() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let answered = try await forum.visitor().post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "Ovens", "body": "So **hot**", "tags": "", "key": "ask-abcdef", "name": "Rosa",
        "email": "rosa@example.org", "password": "bees-and-ovens-1987", "preview": "yes",
      ])
    #expect(answered.status == 200 && answered.text.contains("<strong>hot</strong>") && answered.text.contains("So **hot**"))
    #expect(!answered.text.contains("bees-and-ovens"))
    #expect(try await forum.store.number("SELECT (SELECT count(*) FROM topic) + (SELECT count(*) FROM member)") == 0)
  }
}

/// The value of the first input of this name.
func value(of name: String, in html: String) -> String? {
  guard let start = html.range(of: "name=\"\(name)\" value=\"") else { return nil }
  return String(html[start.upperBound...].prefix { $0 != "\"" })
}

/// The first attribute of this name whose value ends so.
func attribute(_ name: String, endingWith end: String, in html: String) -> String? {
  html.components(separatedBy: "\(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }.first { $0.hasSuffix(end) }
}
