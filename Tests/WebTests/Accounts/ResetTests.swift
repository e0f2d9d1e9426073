import Database
import ForumSupport
import TestSupport
import Testing

@Suite struct ResetTests {
  @Test("the answer is the same whether or not anybody has the address") func generic() async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.ana)
    let known = try await forum.visitor().post("/reset", form: ["email": Person.ana.email])
    let unknown = try await forum.visitor().post("/reset", form: ["email": "nobody@example.org"])
    #expect(known.status == 303 && known.location == unknown.location && known.status == unknown.status)
    #expect(try await forum.visitor().get("/reset?sent=1").says("If there is an account with this address"))
    #expect(try await forum.mails("reset") == 1)
  }

  @Test("the mailed link chooses a new password once, ends every session and signs in") func chooses() async throws {
    let forum = try await TestForum.make()
    let old = try await forum.joined(.ana)
    try await forum.visitor().post("/reset", form: ["email": Person.ana.email])
    let token = try await forum.mailedToken("reset")
    let browser = forum.visitor()
    #expect(try await browser.get("/reset/\(token)").status == 200)
    let weak = try await browser.post("/reset/\(token)", form: ["newPassword": "password1"])
    #expect(weak.status == 422 && weak.says("among the first"))
    let done = try await browser.post("/reset/\(token)", form: ["newPassword": "quite-another-hive-9"])
    #expect(done.status == 303)
    #expect(try await browser.get("/settings").status == 200)
    #expect(try await old.get("/settings").status == 303, "the session from before has ended")
    #expect(try await forum.visitor().post("/reset/\(token)", form: ["newPassword": "and-one-more-hive-9"]).status == 410)
    #expect(try await forum.visitor().post("/sign-in", form: ["email": Person.ana.email, "password": Person.ana.password]).status == 422)
    #expect(
      try await forum.visitor().post("/sign-in", form: ["email": Person.ana.email, "password": "quite-another-hive-9"]).status == 303)
  }

  @Test("a link is good for an hour, and only the newest") func expires() async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.ana)
    try await forum.visitor().post("/reset", form: ["email": Person.ana.email])
    let first = try await forum.mailedToken("reset")
    try await forum.visitor().post("/reset", form: ["email": Person.ana.email])
    let second = try await forum.mailedToken("reset")
    #expect(try await forum.visitor().get("/reset/\(first)").status == 410)
    #expect(try await forum.visitor().get("/reset/\(second)").status == 200)
    forum.store.clock.advance(.minutes(61))
    #expect(try await forum.visitor().get("/reset/\(second)").status == 410)
    #expect(try await forum.visitor().get("/reset/short").status == 410)
  }
}
