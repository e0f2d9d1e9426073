import Community
import Database
import ForumSupport
import HTTPTypes
import Testing
import TestSupport

@testable import Web

@Suite struct AudienceTests {
  private func forum() async throws -> TestForum {
    try await TestForum.make { table in
      table.get("/test/all") { (context: SiteContext) in .text("all \(context.viewer.role)") }
      table.get("/test/member") { (context: MemberContext) in .text("member \(context.signedIn.name)") }
      table.get("/test/staff") { (_: StaffContext) in .text("staff") }
      table.get("/test/moderator") { (_: ModeratorContext) in .text("moderator") }
      table.get("/test/admin") { (_: AdminContext) in .text("admin") }
      table.post("/test/note", NoteForm.self) { (form: NoteForm, _: MemberContext) in .text("noted \(form.note)") }
    }
  }

  private struct NoteForm: Form {
    static let fields = [FormField("note", maximumBytes: 1000), FormField("password", maximumBytes: 100, isSecret: true)]
    let note: String
    init(_ values: FormValues) { note = values["note"] }
  }

  @Test("each role opens what its context allows, and for the rest there is no such page")
  func ladder() async throws {
    let forum = try await forum()
    let doors = ["/test/all", "/test/member", "/test/staff", "/test/moderator", "/test/admin"]
    for (person, open) in [("ana", 2), ("omar", 2), ("mei", 3), ("tomas", 4), ("noor", 5)] {
      let browser = try await forum.member(person)
      for (index, door) in doors.enumerated() {
        let answered = try await browser.get(door)
        #expect(answered.status == (index < open ? 200 : 404), "\(person) at \(door)")
      }
    }
  }

  @Test("a page that is not for the reader is the same page as one that is not there") func likeAbsent() async throws {
    let forum = try await forum()
    let kai = try await forum.member("kai")
    func body(_ answered: Answered, _ path: String) -> String {
      answered.text.replacing(answered.headers[.requestID] ?? "-", with: "ID").replacing(path, with: "PATH")
    }
    let hidden = try await kai.get("/test/admin"), absent = try await kai.get("/test/nothing")
    #expect(hidden.status == absent.status)
    #expect(body(hidden, "/test/admin") == body(absent, "/test/nothing"))
  }

  @Test("a visitor goes to sign-in and back") func visitor() async throws {
    let answered = try await forum().visitor().get("/test/member?page=2")
    #expect(answered.status == 303)
    #expect(answered.location == "/sign-in?return_to=%2Ftest%2Fmember%3Fpage%3D2")
  }

  @Test("what a visitor typed comes back with a button that sends it again, and no password in it") func nothingLost() async throws {
    let forum = try await forum()
    let text = "line one\nline <two> & \"three\""
    let answered = try await forum.visitor().post("/test/note", form: ["note": text, "password": "geheim-1987"])
    #expect(answered.status == 401)
    #expect(
      answered.text.contains("line one\nline &lt;two&gt; &amp; &quot;three&quot;")
        || answered.text.contains("line &lt;two&gt; &amp; &#34;three&#34;"))
    #expect(answered.text.contains("action=\"/test/note\""))
    #expect(!answered.text.contains("geheim"))
    #expect(answered.headers[.cacheControl] == "no-store")
  }

  @Test("a session that ended is a visitor's") func ended() async throws {
    let forum = try await forum()
    let kai = try await forum.member("kai")
    forum.store.clock.advance(.days(31))
    #expect(try await kai.get("/test/member").status == 303)
  }

  @Test("a session in use slides on, with its cookie") func slides() async throws {
    let forum = try await forum()
    let kai = try await forum.member("kai")
    for _ in 1...5 {
      forum.store.clock.advance(.days(20))
      #expect(try await kai.get("/test/member").status == 200)
    }
    forum.store.clock.advance(.minutes(11))
    #expect(try await kai.get("/test/member").headers[.setCookie]?.contains("Max-Age=2592000; HttpOnly") == true)
    #expect(try await kai.get("/test/member").headers[.setCookie] == nil)
  }

  @Test("behind https the cookie has the strict name and the plain one is not believed") func cookieName() async throws {
    let forum = try await TestForum.make(publicURL: "https://forum.example", boundTo: "0.0.0.0") { table in
      table.get("/test/member") { (_: MemberContext) in .text("in") }
    }
    let kai = try await forum.member("kai")
    #expect(try await kai.get("/test/member").status == 200)
    let token = try #require(kai.kept["__Host-kindred"])
    let stranger = forum.visitor()
    #expect(try await stranger.get("/test/member", headers: [.cookie: "kindred=\(token)"]).status == 303)
    #expect(try await stranger.get("/test/member", headers: [.cookie: "__Host-kindred=\(token)"]).status == 200)
  }
}
