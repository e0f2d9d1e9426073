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
      #expect(try await wanted(forum, ana) == Set(NoticeMail.allCases))
      let pressed = try await visitor.send(.post, path, headers: Self.elsewhere.with(.contentType, type), body: body)
      #expect(pressed.status == 200 && pressed.text.contains("This mail is stopped"), "\(type)")
      #expect(try await wanted(forum, ana) == Set(NoticeMail.allCases).subtracting([.answered]))
      #expect(try await visitor.get(path).text.contains("Send it again"))
      #expect(try await visitor.post(path, form: ["wanted": "yes"]).text.contains("Stop this mail?"))
      #expect(try await wanted(forum, ana) == Set(NoticeMail.allCases))
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
    #expect(try await wanted(forum, ana) == Set(NoticeMail.allCases))
  }

  @Test("it is the only form that other sites may send") func onlyOne() {
    let open = SiteRoutes.table().routes.filter(\.isOpenToForeignOrigins).map { "\($0.method.rawValue) \($0.pattern)" }
    #expect(open == ["POST /mail/stop/:token"])
  }

  @Test("the settings show each kind, and stop or want it") func settings() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let browser = try await forum.member("ana")
    #expect(
      try await browser.get("/settings").text.components(separatedBy: " value=\"yes\" checked>").count == NoticeMail.allCases.count + 1)
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
