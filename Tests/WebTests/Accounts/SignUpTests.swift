import Database
import ForumSupport
import TestSupport
import Testing

@Suite struct SignUpTests {
  @Test("joining takes a name, an address and a password, signs in and leads back") func joins() async throws {
    let forum = try await TestForum.make()
    let browser = forum.visitor()
    let answered = try await browser.post(
      "/sign-up",
      form: ["name": "Zoë Müller", "email": "zoe@example.org", "password": "zoe-keeps-bees-1987", "return_to": "/ask?category=help"])
    #expect(answered.status == 303)
    #expect(answered.location == "/ask?category=help")
    let settings = try await browser.get("/settings")
    #expect(settings.status == 200)
    #expect(settings.text.contains("value=\"Zoë Müller\""))
    #expect(try await forum.visitor().get("/m/zoe-mueller").status == 200)
  }

  @Test("every problem is named at once, beside its field, and what was typed comes back without the password") func problems() async throws
  {
    let answered = try await TestForum.make().visitor().post(
      "/sign-up", form: ["name": " ", "email": "zoe at home", "password": "short-7"])
    #expect(answered.status == 422)
    for id in ["name-problem", "email-problem", "password-problem"] { #expect(answered.text.contains("id=\"\(id)\""), "\(id)") }
    #expect(answered.text.contains("role=\"alert\""))
    #expect(answered.text.contains("value=\"zoe at home\""))
    #expect(!answered.text.contains("short-7"))
  }

  @Test("an address that has an account answers as a wrong password does, and its owner is told") func taken() async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.ana)
    try await forum.store.write { tx in try tx.run("UPDATE member SET email_verified_at = \(tx.now)") }
    let other = forum.visitor(from: "192.0.2.77")
    let answered = try await other.post(
      "/sign-up", form: ["name": "Nobody Else", "email": "ANA@example.org", "password": "another-good-one-77"])
    let wrong = try await other.post("/sign-in", form: ["email": "ana@example.org", "password": "another-good-one-77"])
    #expect(answered.status == 422)
    #expect(answered.says("do not belong together") && wrong.says("do not belong together"))
    #expect(other.kept.isEmpty)
    #expect(try await forum.mails("emailTriedAgain") == 1)
  }

  @Test("who joins a second time with the right password is signed in") func again() async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.ana)
    let browser = forum.visitor()
    let answered = try await browser.post(
      "/sign-up", form: ["name": "Ana", "email": Person.ana.email, "password": Person.ana.password])
    #expect(answered.status == 303)
    #expect(try await browser.get("/settings").text.contains(Person.ana.name))
  }

  @Test("a field nobody declared is refused") func unknownField() async throws {
    let answered = try await TestForum.make().visitor().post("/sign-up", form: ["name": "Ana", "role": "admin"])
    #expect(answered.status == 400)
  }

  @Test("the mailed link confirms the address by a press, once") func verifies() async throws {
    let forum = try await TestForum.make()
    let browser = try await forum.joined(.zoe)
    #expect(try await browser.get("/settings").says("Not confirmed yet"))
    let token = try await forum.mailedToken("verify")
    #expect(try await forum.visitor().get("/verify/\(token)").says("zoe@example.org"))
    #expect(try await browser.get("/settings").says("Not confirmed yet"), "opening the link alone must do nothing")
    #expect(try await forum.visitor().post("/verify/\(token)").status == 303)
    #expect(try await browser.get("/settings").says("Confirmed"))
    #expect(try await forum.visitor().post("/verify/\(token)").status == 410)
  }
}
