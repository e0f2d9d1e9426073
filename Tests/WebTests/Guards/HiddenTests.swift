import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import Pages
import TestSupport
import Testing

@testable import Web

@Suite("What is hidden") struct HiddenTests {
  /// Sam looks after a category, but not one in which anything is hidden.
  private static let outsiders = ["visitor", "zoe", "omar", "sam"]

  private func browser(_ name: String, _ forum: TestForum) async throws -> Browser {
    if name == "visitor" { return forum.visitor() }
    let browser = try await forum.member(name)
    guard name == "sam" else { return browser }
    let sam: MemberID? = try await forum.store.read { tx in try tx.value("SELECT id FROM member WHERE handle = 'sam'") }
    try await forum.store.letModerate(try #require(sam), try await forum.store.addCategory("Elsewhere"))
    return browser
  }

  @Test("none of its words is on any page of who may not see it", arguments: outsiders) func canary(_ name: String) async throws {
    let secrets = try await Secrets(try await TestForum.make(), word: "canary")
    let browser = try await browser(name, secrets.forum)
    let paths =
      secrets.addresses(slugs: ["help", "none"], tags: ["oven", "none"]) + secrets.hidden.map(\.path).filter { !$0.contains("canary") }
    var statuses: [Int: Int] = [:]
    for path in paths {
      let answered = try await browser.get(path)
      statuses[answered.status, default: 0] += 1
      #expect(answered.status < 500, "\(path)")
      // Their own address stands in their own settings.
      let text = answered.comparable.replacing("canary0-\(name)@example.org", with: "own")
        .replacing("Atlantic/Canary", with: "a time zone")
      #expect(!text.lowercased().contains("canary"), "\(path)")
    }
    print(
      "crawl as \(name): \(paths.count) addresses, \(statuses.sorted { $0.key < $1.key }.map { "\($0.value) x \($0.key)" }.joined(separator: ", "))"
    )
  }

  @Test(
    "a hidden post has no place in its topic for others, and the place of a removed one does not say whose it was", arguments: outsiders)
  func places(_ name: String) async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, mei, kai) = (try #require(cast[.ana]), try #require(cast[.mei]), try #require(cast[.kai]))
    let topic = try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory())
    let masked = try await forum.store.reply("Hidden words", to: topic, by: mei)
    let deleted = try await forum.store.reply("Deleted words", to: topic, by: kai)
    try await forum.store.write { tx in
      try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(masked)")
      try DeletePost(post: deleted).perform(by: kai, in: tx)
    }
    let browser = try await browser(name, forum)
    for order in ["", "?order=newest", "?order=best"] {
      let page = try await browser.get("/t/\(topic.rawValue)/ovens\(order)").text
      #expect(!page.contains("id=\"p\(masked.rawValue)\"") && !page.contains("Mei Tanaka"), "\(order)")
      #expect(page.contains("id=\"p\(deleted.rawValue)\"") && !page.contains("Kai Lindqvist"), "\(order)")
      #expect(page.contains("A removed post"), "\(order)")
    }
    let talk = try await forum.store.open("Talk", by: ana, in: CategoryID(rawValue: 1), kind: .discussion)
    for (parent, act) in [
      ("Masked", "UPDATE post SET hidden = TRUE"), ("Removed", "UPDATE post SET deleted_at = 1, deleted_by = author_id"),
    ]
      as [(String, SQL)]
    {
      let post = try await forum.store.reply(parent, to: talk, by: kai)
      try await forum.store.reply("Answered", to: talk, by: ana, replyTo: post)
      #expect(try await browser.get("/t/\(talk.rawValue)/talk").text.contains("Kai Lindqvist"), "while it stands")
      try await forum.store.write { tx in try tx.run("\(act) WHERE id = \(post)") }
      #expect(!(try await browser.get("/t/\(talk.rawValue)/talk").text.contains("Kai Lindqvist")), "\(parent)")
    }
    let tomas = try await forum.member("tomas")
    let seen = try await tomas.get("/t/\(topic.rawValue)/ovens").text
    #expect(seen.contains("Hidden words") && seen.contains("Mei Tanaka") && seen.contains("Kai Lindqvist"))
  }

  @Test("staff and moderators do find it, so the crawl looks in the right places") func insiders() async throws {
    let secrets = try await Secrets(try await TestForum.make(), word: "canary")
    let paths = secrets.addresses(slugs: ["help", "canary1"], tags: ["oven", "canary5"]) + secrets.hidden.map(\.path) + secrets.removed
    var found: Set<String> = []
    for name in ["mei", "tomas"] {
      let browser = try await browser(name, secrets.forum)
      for path in paths {
        let text = try await browser.get(path).text
        for number in 1...27 where text.contains("canary\(number)") && !path.contains("canary\(number)") { found.insert("canary\(number)") }
      }
    }
    // A synonym's name stands nowhere, since its address leads on; nor do the tags of a topic that is gone.
    #expect(Set((1...27).filter { $0 != 11 && $0 != 19 }.map { "canary\($0)" }).subtracting(found).sorted() == [])
  }

  @Test("a moderator of one category finds what was removed there, and nothing of any other") func categoryModerator() async throws {
    let secrets = try await Secrets(try await TestForum.make(), word: "canary")
    let store = secrets.forum.store
    let found: [Int64] = try await store.read { tx in
      try tx.values("SELECT id FROM category WHERE slug = 'help' UNION ALL SELECT id FROM member WHERE handle = 'kai'", as: Int64.self)
    }
    try await store.letModerate(MemberID(rawValue: found[1]), CategoryID(rawValue: found[0]))
    let kai = try await secrets.forum.member("kai")
    var seen: Set<Int> = []
    let paths = secrets.addresses(slugs: ["help", "canary1"], tags: ["oven", "canary5"]) + secrets.hidden.map(\.path) + secrets.removed
    for path in paths {
      let text = try await kai.get(path).text
      let numbers = text.matches(of: /canary(\d+)/).compactMap { Int($0.1) }
      seen.formUnion(numbers.filter { !path.contains("canary\($0)") })
    }
    // 1 to 11 lie in the category for staff; 25 to 27 are lines of history of it, and what others have begun.
    #expect(seen.isDisjoint(with: 1...11), "\(seen.sorted())")
    #expect(seen.isSuperset(of: [12, 13, 14, 15, 16, 17, 18, 20, 21, 22]), "\(seen.sorted())")
    for (path, _) in secrets.hidden where path.hasPrefix("/c/canary1") { #expect(try await kai.get(path).status == 404, "\(path)") }
  }

  @Test("it looks exactly like what never was, to read and to press", arguments: outsiders) func likeAbsent(_ name: String) async throws {
    let secrets = try await Secrets(try await TestForum.make(), word: "canary")
    let browser = try await browser(name, secrets.forum)
    func plain(_ answered: Answered, _ path: String) -> String {
      answered.comparable.replacing(Paths.encoded(path), with: "HERE").replacing(path, with: "HERE")
    }
    for (path, absent) in secrets.hidden {
      let (one, other) = (try await browser.get(path), try await browser.get(absent))
      #expect(plain(one, path) == plain(other, absent), "\(path) differs from \(absent)")
    }
    for route in secrets.forum.site.routes.routes
    where route.method == .post && (route.pattern.hasPrefix("/t/") || route.pattern.hasPrefix("/p/")) {
      let values = [
        "body": "words", "key": "a-good-key", "note": "words", "title": "words", "category": "help", "wanted": "yes", "version": "1",
        "level": "follow", "place": "category", "until": "2026-03-01",
      ]
      let sent = route.formFields.compactMap { field in values[field.name].map { (field.name, $0) } }
      let body = sent.map { "\($0.0)=\(Paths.encoded($0.1))" }.joined(separator: "&")
      let act = route.pattern.split(separator: "/").last ?? ""
      let headers: HTTPFields = [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"]
      for (path, absent) in secrets.hidden
      where path.hasPrefix(route.pattern.prefix(3)) && path.split(separator: "/").count == 2 && !path.contains("?") {
        let one = try await browser.send(.post, "\(path)/\(act)", headers: headers, body: body)
        let other = try await browser.send(.post, "\(absent)/\(act)", headers: headers, body: body)
        #expect(plain(one, path) == plain(other, absent), "\(route.pattern) at \(path)")
        #expect([401, 404].contains(one.status), "\(route.pattern) at \(path)")
      }
    }
  }

  @Test("searching for its words finds as little as for words that nobody wrote", arguments: outsiders) func searching(_ name: String)
    async throws
  {
    let secrets = try await Secrets(try await TestForum.make(), word: "canary")
    let browser = try await browser(name, secrets.forum)
    for number in 1...27 {
      let (word, other) = ("canary\(number)", "nobody\(number)")
      for query in ["WORD", "%22WORD+oven%22", "oven+WORD", "WOR", "-WORD+oven"] {
        let one = try await browser.get("/search?q=\(query.replacing("WORD", with: word))")
        let two = try await browser.get("/search?q=\(query.replacing("WORD", with: other))")
        #expect(one.comparable.replacing(word, with: "WORD") == two.comparable.replacing(other, with: "WORD"), "\(query) with \(word)")
      }
    }
  }

  @Test("the forum answers byte for byte the same, whatever the hidden texts say", arguments: outsiders) func nonInterference(
    _ name: String
  ) async throws {
    var answers: [[String]] = []
    var paths: [String] = []
    for word in ["canary", "an-entirely-different-oven-"] {
      let secrets = try await Secrets(try await TestForum.make(), word: word)
      let browser = try await browser(name, secrets.forum)
      paths = secrets.addresses(slugs: ["help", "none"], tags: ["oven", "none"]).filter { !$0.hasPrefix("/settings") }
      var texts: [String] = []
      for path in paths {
        let answered = try await browser.get(path)
        texts.append("\(answered.status) \(answered.headers.map { "\($0)" }.sorted()) \(answered.text)")
      }
      answers.append(texts)
    }
    #expect(paths.count > 100)
    for (index, path) in paths.enumerated() { #expect(answers[0][index] == answers[1][index], "\(path)") }
  }
}
