import ForumSupport
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Single keys") struct KeyboardTests {
  @Test("are for members, who switch them off and on again") func switched() async throws {
    let forum = try await TestForum.make()
    #expect(!(try await forum.visitor().get("/").text.contains("data-keys")))
    #expect(try await forum.visitor().get("/keyboard").text.contains("Sign in to use single keys."))
    let kai = try await forum.member("kai")
    #expect(try await kai.get("/").text.contains(" data-keys>"))
    for _ in 1...2 { #expect(try await kai.post("/keyboard", form: ["wanted": "no"]).location == "/keyboard") }
    #expect(!(try await kai.get("/keyboard").text.contains("data-keys")))
    #expect(try await kai.get("/keyboard").text.contains("Single keys are off for you."))
    #expect(try await kai.post("/keyboard", form: ["wanted": "yes"]).status == 303)
    #expect(try await kai.get("/").text.contains(" data-keys>"))
  }

  @Test("pages say which links may be fetched ahead, parts and answers to forms do not") func ahead() async throws {
    let forum = try await TestForum.make()
    let name = try #require(HTTPField.Name("Speculation-Rules"))
    let header = try #require(try await forum.visitor().get("/").headers[name])
    #expect(header.hasPrefix("\"/assets/") && header.hasSuffix("/speculation-rules.json\""))
    let rules = try await forum.visitor().get(String(header.dropFirst().dropLast()))
    #expect(rules.status == 200 && rules.headers[.contentType] == "application/speculationrules+json")
    #expect(try await forum.visitor().post("/sign-in", form: ["email": "x", "password": "y"]).headers[name] == nil)
  }
}
