import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite("A question is offered") struct OfferStoryTests {
  private let forum: TestForum
  private let cast: [Person: Actor]
  private let question: TopicID
  private var path: String { "/t/\(question.rawValue)/how-wet-is-a-sourdough" }

  /// Kai and Omar know about sourdough and let themselves be asked; Ana asked, and nobody answered.
  init() async throws {
    forum = try await TestForum.make()
    cast = try await forum.store.addCast()
    let help = try await forum.store.addCategory()
    for subject in ["hydration", "starter"] {
      let topic = try await forum.store.open(
        "Trouble with sourdough \(subject)", by: try #require(cast[.mei]), in: help, body: "The sourdough \(subject) went wrong.")
      for person in [Person.kai, .omar] {
        try await forum.store.reply("More water helps the sourdough \(subject).", to: topic, by: try #require(cast[person]))
      }
    }
    for person in [Person.kai, .omar] { try await forum.letAsk(try #require(cast[person])) }
    question = try await forum.store.open(
      "How wet is a sourdough?", by: try #require(cast[.ana]), in: help, body: "My sourdough hydration is off.")
    forum.store.clock.advance(.hours(4))
    try await forum.askAround()
  }

  @Test("to members who are told why them, and may say “not me” with one press, and take that back") func story() async throws {
    let kai = try await forum.member("kai")
    #expect(try await kai.get("/notices").text.contains("Nobody has answered this question yet, and you may know"))
    let page = try await kai.get(path).text
    #expect(page.contains("Offered to you: you wrote about “") && page.contains("action=\"/t/\(question.rawValue)/not-me\""))
    #expect(page.contains("Trouble with sourdough"))
    let said = try await kai.post("/t/\(question.rawValue)/not-me")
    #expect(said.status == 303 && said.location == "/t/\(question.rawValue)")
    let after = try await kai.get(path).text
    #expect(after.contains("no longer offered to you") && after.contains("action=\"/t/\(question.rawValue)/offer-again\""))
    #expect(!after.contains("/not-me"))
    #expect(try await kai.post("/t/\(question.rawValue)/not-me").status == 303, "twice is once")
    #expect(try await !kai.get("/notices").text.contains("you may know"))
    #expect(try await kai.post("/t/\(question.rawValue)/offer-again").status == 303)
    #expect(try await kai.get(path).text.contains("Offered to you"))
    #expect(try await forum.store.number("SELECT count(*) FROM question_offer") == 2)
  }

  @Test("its asker learns a word of it, staff who was asked, and nobody else anything") func told() async throws {
    let ana = try await forum.member("ana").get(path).text
    #expect(ana.contains("Offered to members who know about “") && !ana.contains("/not-me") && !ana.contains("Who was asked"))
    #expect(!ana.contains("/m/kai") && !ana.contains("/m/omar"))
    let mei = try await forum.member("mei").get(path).text
    #expect(mei.contains("Who was asked about this") && mei.contains("/m/kai") && mei.contains("/m/omar"))
    for page in [try await forum.visitor().get(path).text, try await forum.member("sam").get(path).text] {
      for told in ["Offered to", "Who was asked", "/not-me", "/m/kai", "/m/omar"] { #expect(!page.contains(told), "\(told)") }
    }
  }

  @Test("nobody answers an offer they do not have, or may not see any more") func hostile() async throws {
    for name in ["ana", "sam", "noor"] {
      for act in ["not-me", "offer-again"] {
        #expect(try await forum.member(name).post("/t/\(question.rawValue)/\(act)").status == 404, "\(name) \(act)")
      }
    }
    let kai = try await forum.member("kai")
    for topic in ["1", "999", "x", "-1"] { #expect(try await kai.post("/t/\(topic)/not-me").status == 404) }
    #expect(try await forum.visitor().post("/t/\(question.rawValue)/not-me").status == 401)
    try await forum.store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'member'") }
    #expect(try await kai.post("/t/\(question.rawValue)/not-me").status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM question_offer WHERE declined_at IS NOT NULL") == 0)
  }

  @Test("and not any more once it is answered") func answered() async throws {
    let kai = try await forum.member("kai"), omar = try await forum.member("omar")
    #expect(
      try await omar.post("/t/\(question.rawValue)/replies", form: ["body": "Seventy.", "key": "omar-answers", "seen": "1"]).status == 303)
    #expect(try await !kai.get(path).text.contains("Offered to you"))
    #expect(try await !kai.get("/notices").text.contains("you may know"))
    #expect(try await !forum.member("ana").get(path).text.contains("Offered to members"))
    #expect(try await forum.member("mei").get(path).text.contains("Who was asked about this"))
  }
}

extension TestForum {
  /// Somebody lets themselves be asked.
  func letAsk(_ actor: Actor) async throws {
    var choices = MatchChoices()
    choices.askMe = true
    let chosen = choices
    try await store.write { tx in try SetMatchChoices(chosen).perform(by: actor, in: tx) }
  }
}
