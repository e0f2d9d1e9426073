import Community
import Database
import Foundation
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@testable import Web

@Suite("Stopping mail") struct StopMailStoryTests {
  private func link(_ forum: TestForum, _ kind: NoticeMail, _ member: Actor) async throws -> String {
    let token = SecretToken(forum.site.services.random)
    try await forum.store.write { tx in try MailStops.issue(token, kind, for: member.id, in: tx) }
    return "/mail/stop/\(token.text)"
  }

  private func wanted(_ forum: TestForum, _ member: Actor) async throws -> Set<NoticeMail> {
    try await forum.store.read { tx in try MailChoices.wanted(by: member.id, in: tx) }
  }

  private static let elsewhere: HTTPFields = [.origin: "https://mail.example", .fetchSite: "cross-site"]

  @Test("a mail program presses the button from elsewhere, without a session, in either form; opening the link changes nothing")
  func oneClick()
    async throws
  {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let visitor = forum.visitor()
    for (body, type) in [
      ("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"),
      ("--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n", "multipart/form-data; boundary=x"),
    ] {
      let path = try await link(forum, .answered, ana)
      let opened = try await visitor.get(path)
      #expect(opened.status == 200 && opened.text.contains("Stop this mail?") && opened.text.contains("Answers to your questions"))
      #expect(try await wanted(forum, ana) == NoticeMail.usual)
      let pressed = try await visitor.send(.post, path, headers: Self.elsewhere.with(.contentType, type), body: body)
      #expect(pressed.status == 200 && pressed.text.contains("This mail is stopped"), "\(type)")
      #expect(try await wanted(forum, ana) == NoticeMail.usual.subtracting([.answered]))
      #expect(try await visitor.get(path).text.contains("Send it again"))
      #expect(try await visitor.post(path, form: ["wanted": "yes"]).text.contains("Stop this mail?"))
      #expect(try await wanted(forum, ana) == NoticeMail.usual)
    }
  }

  @Test("a link that was made up or has served its time says so and changes nothing") func unknown() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let path = try await link(forum, .replied, ana)
    forum.store.clock.advance(.days(90))
    for path in [path, "/mail/stop/\(String(repeating: "a", count: 43))", "/mail/stop/x"] {
      #expect(try await forum.visitor().get(path).status == 410, "\(path)")
      #expect(try await forum.visitor().post(path).status == 410, "\(path)")
    }
    #expect(try await wanted(forum, ana) == NoticeMail.usual)
  }

  @Test("those of the company may have a mail for each new question, in some categories or all; others are not offered it") func questions()
    async throws
  {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (mei, ana) = (try #require(cast[.mei]), try #require(cast[.ana]))
    for name in ["Help", "Other"] { try await forum.store.addCategory(name) }
    let staff = try await forum.member("mei")
    let offered = try await staff.get("/settings").text
    #expect(offered.contains("name=\"question\" value=\"yes\">Each new question") && offered.contains("name=\"category\" value=\"other\">"))
    #expect(try await staff.post("/settings/mail", form: ["question": "yes", "category": "other", "answered": "yes"]).status == 303)
    #expect(try await wanted(forum, mei) == [.question, .answered])
    let chosen = try await staff.get("/settings").text
    #expect(chosen.contains("name=\"category\" value=\"other\" checked>") && chosen.contains("name=\"category\" value=\"help\">"))
    let customer = try await forum.member("ana")
    #expect(!(try await customer.get("/settings").text.contains("name=\"question\"")))
    try await customer.post("/settings/mail", form: ["question": "yes", "category": "other"])
    #expect(try await wanted(forum, ana) == [])
    #expect(try await forum.store.number("SELECT count(*) FROM question_mail") == 1)
    // The one press in such a mail.
    let path = try await link(forum, .question, mei)
    #expect(try await forum.visitor().get(path).text.contains("Each new question"))
    #expect(try await forum.visitor().post(path).status == 200)
    #expect(try await wanted(forum, mei) == [.answered])
  }

  @Test("a member whose mail comes back is told on every page, sees why, and mends it") func bounced() async throws {
    let forum = try await TestForum.make()
    let (browser, email) = (try await forum.member("ana"), try EmailAddress("ana@example.org"))
    #expect(!(try await browser.get("/").text.contains("Mail to you comes back")))
    try await forum.store.write { tx in try NoteBounce(of: email, reason: "550 <b>no mailbox</b>").perform(in: tx) }
    #expect(try await browser.get("/").text.contains("Mail to you comes back"))
    #expect(!(try await forum.member("kai").get("/").text.contains("Mail to you comes back")))
    let page = try await browser.get("/settings").text
    #expect(page.contains("550 &lt;b&gt;no mailbox") && page.contains("action=\"/settings/mail/mend\""))
    #expect(try await browser.post("/settings/mail/mend").location == "/settings")
    let after = try await browser.get("/settings").text
    #expect(after.contains("Mail is sent to your address again.") && !after.contains("no mailbox"))
    #expect(try await browser.post("/settings/mail/mend").status == 303, "twice does no more")
    #expect(try await forum.store.number("SELECT count(*) FROM event WHERE kind = 'mailMended'") == 1)
  }

  @Test("other sites may send it and what carries the operator's token, nothing else") func onlyOne() {
    let open = SiteRoutes.table().routes.filter(\.isOpenToForeignOrigins).map { "\($0.method.rawValue) \($0.pattern)" }
    #expect(open == ["POST /mail/stop/:token", "POST /mail/bounces"])
  }

  @Test("the settings show each kind, and stop or want it") func settings() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let browser = try await forum.member("ana")
    #expect(
      try await browser.get("/settings").text.components(separatedBy: " value=\"yes\" checked>").count == NoticeMail.usual.count + 1)
    #expect(try await browser.post("/settings/mail", form: ["answered": "yes", "followed": "yes"]).location == "/settings")
    #expect(try await wanted(forum, ana) == [.answered, .followed])
    let page = try await browser.get("/settings").text
    #expect(page.contains("name=\"answered\" value=\"yes\" checked>") && page.contains("name=\"mentioned\" value=\"yes\">"))
    #expect(page.contains("Your choice of mail was saved."))
    #expect(try await browser.post("/settings/mail", form: ["surprise": "yes"]).status == 400)
  }
}

extension HTTPFields {
  fileprivate func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
    var fields = self
    fields[name] = value
    return fields
  }
}
