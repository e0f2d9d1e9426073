import Community
import Database
import ForumSupport
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Whoever is about to ask") struct SimilarStoryTests {
  private static let script: HTTPFields = [HTTPField.Name("X-Kindred-Fragment")!: "1"]

  /// A solved question of everybody, and one that only the team sees.
  private func forum() async throws -> TestForum {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let ana = try #require(cast[.ana]), kai = try #require(cast[.kai]), mei = try #require(cast[.mei])
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("Oven stone stays cold", by: ana, in: help, tags: "stone oven")
    let answer = try await forum.store.reply(
      "Preheat the **stone** for an hour. " + String(repeating: "Then wait. ", count: 60), to: topic, by: kai)
    try await forum.store.write { tx in try AcceptAnswer(post: answer).perform(by: ana, in: tx) }
    let team = try await forum.store.addCategory("Team", .staff)
    try await forum.store.open("Cold oven stone supplier", by: mei, in: team, tags: "supplier")
    return forum
  }

  @Test(
    "sees what was asked before with the beginning of the answer, as a part for scripts and as a step without, and only what they may see")
  func similar() async throws {
    let forum = try await forum()
    let asker = forum.visitor()
    #expect(try await asker.get("/ask/similar?title=cold%20oven%20stone").status == 404)
    let part = try await asker.get("/ask/similar?title=cold%20oven%20stone", headers: Self.script)
    #expect(part.status == 200 && part.text.contains("Oven stone stays cold") && part.text.contains("Preheat the stone for an hour."))
    #expect(part.text.contains("Then…</blockquote>") && !part.text.contains("supplier"))
    #expect(part.text.contains("name=\"suggested\" value=\"stone\""))
    #expect(
      try await forum.member("mei").get("/ask/similar?title=cold%20oven%20stone", headers: Self.script).text.contains("stone supplier"))
    #expect(try await asker.get("/ask?title=cold%20oven%20stone").text.contains("Preheat the stone"))
    let step = try await asker.post(
      "/ask",
      form: [
        "title": "My oven stone is cold", "body": "All *day* cold.", "tags": "bread", "suggested": "stone", "key": "ask-12345678",
        "similar": "yes",
      ])
    #expect(step.status == 200 && step.text.contains("Preheat the stone") && step.text.contains("All *day* cold."))
    #expect(step.text.contains("value=\"bread, stone\"") && !step.text.contains("name=\"suggested\" value=\"stone\""))
    #expect(try await asker.get("/ask/similar?title=quantum%20chess", headers: Self.script).text.contains("Nothing like it was asked yet."))
    #expect(!(try await asker.get("/ask").text.contains("Nothing like it")))
    #expect(try await forum.store.number("SELECT count(*) FROM topic") == 2)
  }

  @Test("a ticked tag is a tag of the question, and too many are a problem beside the field with nothing lost")
  func tags() async throws {
    let forum = try await forum()
    let kai = try await forum.member("kai")
    func ask(_ tags: String, _ key: String) async throws -> Answered {
      try await kai.post(
        "/ask",
        form: [
          "kind": "question", "category": "help", "title": "Why is my stone cold?", "body": "It is.", "tags": tags, "suggested": "stone",
          "key": key,
        ])
    }
    let asked = try await ask("oven", "ask-12345678")
    #expect(asked.status == 303, "\(asked.text.matches(of: #/class="problem"[^\n]*/#).map(\.output))")
    #expect(try await kai.get(try #require(asked.location)).text.contains("href=\"/tag/stone\""))
    let refused = try await ask("a b c d e", "ask-23456789")
    #expect(refused.status == 422 && refused.text.contains("value=\"a b c d e, stone\""))
  }

  @Test("\"this solved it\" leads to the answer, is counted once a form, keeps what a member typed, and is limited")
  func solved() async throws {
    let forum = try await forum()
    let kai = try await forum.member("kai")
    func press(_ topic: String, _ key: String) async throws -> Answered {
      try await kai.post("/ask", form: ["title": "My oven stone is cold", "body": "All day.", "key": key, "solvedBy": topic])
    }
    for _ in 1...2 { #expect(try await press("1", "ask-12345678").location == "/p/2") }
    #expect(try await forum.store.number("SELECT count(*) FROM spared_question") == 1)
    #expect(try await kai.get("/ask").text.contains("All day."))
    #expect(try await forum.store.number("SELECT count(*) FROM topic") == 2)
    let page = try await forum.member("noor").get("/admin/searches").text
    #expect(
      page.contains("Answered before they asked") && page.contains("Oven stone stays cold") && page.contains("<td class=\"r\">1</td>"))
    // What they may not see is not there, whoever asks for it.
    #expect(try await press("2", "ask-12345678").status == 404)
    #expect(try await press("1", "").status == 404)
    let stranger = forum.visitor(from: "198.51.100.9")
    for number in 1...20 {
      #expect(try await stranger.post("/ask", form: ["key": "ask-1000000\(number)", "title": "x", "solvedBy": "1"]).status == 303)
    }
    let stopped = try await stranger.post("/ask", form: ["key": "ask-20000000", "title": "My stone", "body": "Words", "solvedBy": "1"])
    #expect(stopped.status == 429 && stopped.text.contains("My stone") && stopped.text.contains("Words"))
    #expect(try await forum.store.number("SELECT count(*) FROM spared_question") == 21)
  }

  @Test("reads what is good to know in the chosen category, above the field")
  func hints() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    #expect(!(try await forum.visitor().get("/ask").text.contains("data-hint")))
    try await forum.store.write { tx in
      _ = try CreateCategory(name: CategoryName("Recipes"), hint: "Say for how many.").perform(in: tx)
      try EditCategory("help", hint: " Which oven\n do you have? ").perform(in: tx)
    }
    let page = try await forum.visitor().get("/ask?category=recipes").text
    let hint = try #require(page.range(of: "data-hint=\"recipes\">")), field = try #require(page.range(of: "<textarea"))
    #expect(hint.lowerBound < field.lowerBound && page.contains("Say for how many."))
    #expect(page.contains("data-hint=\"help\" hidden>") && page.contains("Which oven do you have?"))
    await #expect(throws: ForumError.notFound) { try await forum.store.write { tx in try EditCategory("none", hint: "x").perform(in: tx) } }
  }
}
