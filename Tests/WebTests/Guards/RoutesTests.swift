import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@testable import Web

@Suite("Every route") struct RoutesTests {
  /// Written out by hand: a new route fails here until somebody has said who it is for.
  private static let everyone: Set<String> = [
    "GET /", "GET /unanswered", "GET /c/:slug", "GET /tag/:name", "GET /t/:id/:slug", "GET /t/:id", "GET /p/:id", "GET /p/:id/history",
    "GET /m/:handle", "GET /i/:file", "GET /search", "GET /privacy", "GET /accessibility", "GET /ask", "GET /ask/similar",
    "GET /keyboard", "POST /ask",
    "GET /sign-up",
    "POST /sign-up",
    "GET /sign-in", "POST /sign-in", "POST /sign-out", "GET /reset", "POST /reset", "GET /reset/:token", "POST /reset/:token",
    "GET /verify/:token", "POST /verify/:token", "GET /email/:token", "POST /email/:token", "GET /claim/:token", "POST /claim/:token",
    "GET /set-up/:token", "POST /set-up/:token", "GET /mail/stop/:token", "POST /mail/stop/:token", "POST /theme", "POST /language",
    "GET /questions/:id",
    "GET /questions/:id/:slug",
    "GET /questions/:id/:slug/:answer", "GET /a/:id", "GET /a/:id/:member", "GET /q/:id", "GET /t/:id/:slug/:number",
    "GET /q/:id/:member", "GET /u/:name", "GET /u/:name/summary", "GET /u/:name/activity", "GET /c/:slug/:last",
    "GET /c/:slug/:inner/:number",
    "GET /p/:id/report", "POST /p/:id/report", "GET /m/:handle/report", "POST /m/:handle/report", "GET /decisions/link/:token",
    "GET /conduct", "GET /rules", "GET /terms", "GET /imprint", "GET /contact",
    "POST /decisions/link/:token",
  ]
  private static let member: Set<String> = [
    "POST /t/:id/replies", "POST /t/:id/me-too", "POST /t/:id/solved", "POST /t/:id/unsolved", "POST /p/:id/remarks", "GET /p/:id/edit",
    "POST /p/:id/edit", "POST /p/:id/vote", "POST /p/:id/accept", "POST /p/:id/unaccept", "POST /p/:id/objection", "POST /p/:id/delete",
    "POST /p/:id/accept-again", "POST /t/:id/solved-again", "POST /t/:id/not-me", "POST /t/:id/offer-again",
    "POST /p/:id/restore", "POST /p/:id/name-off", "GET /settings", "POST /settings/profile", "POST /settings/face",
    "POST /settings/face/remove", "POST /settings/handle",
    "POST /settings/email",
    "POST /settings/password", "POST /settings/sessions/:id/end", "POST /settings/sessions/end", "POST /verify",
    "POST /t/:id/follow", "POST /c/:slug/follow", "POST /tag/:name/follow", "POST /m/:handle/follow", "GET /settings/following",
    "POST /settings/mail", "POST /settings/mail/mend", "POST /settings/interests", "POST /settings/away", "GET /welcome", "POST /welcome",
    "GET /welcome/interests", "POST /welcome/interests", "GET /welcome/mail", "POST /welcome/mail",
    "GET /welcome/people", "POST /welcome/people", "GET /people", "POST /people/choices", "GET /people/reasons",
    "POST /people/reasons/topics/:id", "POST /people/reasons/tags/:id", "POST /m/:handle/pass", "POST /m/:handle/suggest-again",
    "GET /notices", "GET /notices/live",
    "POST /notices/read", "POST /notices/unread",
    "GET /bookmarks", "GET /new",
    "GET /mine",
    "GET /tidy/:id", "POST /tidy/:id/tags", "POST /tidy/:id/repeats", "POST /tidy/:id/settle", "POST /tidy/:id/end",
    "POST /t/:id/announce", "POST /t/:id/announce-again", "POST /t/:id/announce-end",
    "POST /p/:id/bookmark", "POST /t/:id/hide", "POST /t/:id/unhide",
    "GET /messages", "GET /messages/:id", "GET /messages/:id/newest", "POST /messages/:id/parts", "POST /messages/:id/leave",
    "POST /messages/:id/come-back", "POST /messages/:id/mute", "GET /m/:handle/write", "POST /m/:handle/write", "GET /ask/privately",
    "POST /ask/privately", "GET /messages/:id/make-public", "POST /messages/:id/make-public", "GET /messages/:id/parts/:number/report",
    "POST /messages/:id/parts/:number/report", "POST /m/:handle/block", "GET /settings/messages", "POST /settings/messages",
    "GET /complete", "GET /drafts", "POST /drafts/:id/discard", "POST /drafts/:id/restore",
    "POST /keyboard", "GET /admin",
    "GET /decisions", "GET /terms/accept", "POST /terms/accept",
    "GET /decisions/:id", "POST /decisions/:id", "POST /t/:id/close", "POST /t/:id/open", "POST /t/:id/slow",
    "GET /moderation/topics/:id", "POST /moderation/topics/:id/move", "POST /moderation/topics/:id/merge",
    "POST /moderation/topics/:id/duplicate", "POST /moderation/topics/:id/split",
  ]
  private static let machine: Set<String> = [
    "GET /healthz", "GET /readyz", "GET /robots.txt", "GET /favicon.ico", "GET /avatar/:name", "GET /assets/:hash/:name",
    "GET /feed", "GET /c/:slug/feed", "GET /tag/:name/feed", "GET /t/:id/:slug/feed", "GET /sitemap.xml", "GET /sitemap/:part",
    "POST /mail/bounces", "GET /brand/:file",
  ]
  private static let staff: Set<String> = [
    "GET /admin/members", "GET /admin/members/:id", "POST /admin/members/:id/helper", "POST /admin/members/:id/customer",
    "GET /admin/invitations",
    "POST /admin/invitations",
    "POST /admin/invitations/:id/revoke",
  ]
  private static let moderator: Set<String> = [
    "GET /moderation", "POST /moderation/next", "GET /moderation/wave", "POST /moderation/wave", "GET /moderation/:id",
    "POST /moderation/:id",
    "POST /moderation/:id/claim", "POST /moderation/:id/release", "POST /moderation/:id/second-look", "POST /p/:id/moderate",
    "POST /m/:handle/moderate", "GET /admin/log", "GET /admin/log.csv", "POST /admin/log/:id/undo",
    "GET /admin/words", "POST /admin/words", "POST /admin/words/try", "GET /admin/words/:id",
    "POST /admin/words/:id", "POST /admin/words/:id/remove", "POST /admin/members/:id/notes", "POST /admin/members/:id/notes/:note/remove",
  ]
  private static let admin: Set<String> = [
    "GET /admin/searches", "GET /admin/prevention", "POST /admin/prevention", "GET /admin/sign-up", "POST /admin/sign-up",
    "POST /admin/sign-up/rules", "POST /admin/sign-up/rules/:id/remove", "POST /admin/members/:id/role", "GET /admin/roles",
    "POST /admin/roles",
    "GET /admin/categories", "POST /admin/categories", "GET /admin/categories/:id", "POST /admin/categories/:id",
    "POST /admin/categories/:id/sensitive", "POST /admin/tags/:id/sensitive",
    "POST /admin/categories/:id/archive", "POST /admin/categories/:id/place",
    "GET /admin/tags", "GET /admin/tags/:id", "POST /admin/tags/:id", "POST /admin/tags/:id/merge", "POST /admin/tags/:id/synonyms",
    "POST /admin/tags/:id/synonyms/remove", "POST /admin/tags/:id/remove",
    "POST /admin/topics.csv",
    "GET /admin/customers", "POST /admin/customers",
    "GET /admin/site", "POST /admin/site", "POST /admin/site/:kind", "POST /admin/site/:kind/remove",
    "GET /admin/opening", "GET /admin/mail", "POST /admin/mail/test", "POST /admin/mail/:id/retry",
    "GET /admin/texts", "GET /admin/texts/:kind", "POST /admin/texts/:kind", "POST /admin/texts/:kind/off",
    "GET /admin/texts/:kind/history",
    "GET /admin/imports", "POST /admin/imports", "GET /admin/imports/:id", "POST /admin/imports/:id/stop", "POST /admin/imports/:id/go-on",
    "GET /admin/backups", "POST /admin/backups", "POST /admin/backups/now", "GET /admin/members/:id/erase",
    "GET /admin/settings", "GET /admin/settings/:name", "POST /admin/settings/:name", "GET /admin/numbers", "GET /admin/health",
    "POST /admin/members/:id/erase", "POST /admin/members.csv", "POST /admin/members/:id/sessions/end",
    "POST /admin/members/:id/sessions/:session/end", "POST /admin/members/:id/claim", "POST /admin/members/:id/export",
    "GET /admin/members/:id/merge", "POST /admin/members/:id/merge",
  ]
  private static let expected: [(Audience, Set<String>)] = [
    (.everyone, everyone), (.member, member), (.staff, staff), (.moderator, moderator), (.admin, admin), (.machine, machine),
  ]

  @Test("stands in exactly one list of who it is for") func classified() {
    for route in SiteRoutes.table().routes {
      let line = "\(route.method.rawValue) \(route.pattern)"
      let lists = Self.expected.filter { $0.1.contains(line) }
      #expect(lists.count == 1, "\(line) stands in \(lists.count) lists")
      #expect(lists.first?.0 == route.audience, "\(line) is for \(route.audience)")
    }
  }

  @Test("lets in whom it is for and nobody else", arguments: ["visitor", "ana", "mei", "tomas", "noor"]) func audiences(_ name: String)
    async throws
  {
    let forum = try await TestForum.make()
    let ranks: [Audience] = [.member, .staff, .moderator, .admin]
    let rank = ["ana": 1, "mei": 2, "tomas": 3, "noor": 4][name] ?? 0
    for route in forum.site.routes.routes {
      // A session of its own for each, since some routes end it.
      let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
      let path = route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "77" : String($0) }.reduce("") { $0 + "/" + $1 }
      let needed = (ranks.firstIndex(of: route.audience) ?? -1) + 1
      let line = "\(route.method.rawValue) \(route.pattern) for \(name)"
      let answered =
        route.method == .get
        ? try await browser.get(path.isEmpty ? "/" : path)
        : try await browser.send(
          .post, path, headers: [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"], body: "")
      #expect(answered.status < 500, "\(line)")
      if rank >= needed {
        #expect(answered.status != 401 && answered.location?.hasPrefix("/sign-in?") != true, "\(line)")
      } else if rank > 0 {
        #expect(answered.status == 404, "\(line)")
      } else if route.method == .get {
        #expect(answered.status == 303 && answered.location?.hasPrefix("/sign-in?return_to=") == true, "\(line)")
      } else {
        #expect(answered.status == 401, "\(line)")
      }
    }
  }

  @Test("a thousand wrong passwords are stopped, for one account and from one address, behind a proxy too", arguments: [false, true])
  func passwords(_ isBehindProxy: Bool) async throws {
    let forum = try await TestForum.make(proxies: isBehindProxy ? ["10.0.0.0/8"] : [])
    try await forum.store.add(.ana, hash: try await forum.hash(Person.ana.password))
    let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
    func tries(_ count: Int, email: (Int) -> String, from address: (Int) -> String, password: String = "wrong-wrong-1") async throws
      -> [Int]
    {
      var statuses: [Int] = []
      for number in 1...count {
        let browser = forum.visitor(from: isBehindProxy ? "10.1.2.3" : address(number))
        // What a client claims stands before what the proxy adds, and counts for nothing.
        let headers: HTTPFields =
          isBehindProxy ? [forwarded: "203.0.113.\(number % 250), \(address(number))"] : [forwarded: "203.0.113.\(number % 250)"]
        statuses.append(try await browser.post("/sign-in", form: ["email": email(number), "password": password], headers: headers).status)
      }
      return statuses
    }
    // One account from many addresses.
    let account = try await tries(500, email: { _ in "ana@example.org" }, from: { "192.0.\($0 % 200).\($0 / 200 + 1)" })
    #expect(account.filter { $0 != 429 }.count == 20)
    #expect(account.suffix(480).allSatisfy { $0 == 429 })
    #expect(try await tries(1, email: { _ in "ana@example.org" }, from: { _ in "198.51.100.1" }, password: Person.ana.password) == [429])
    // Many accounts from one address; another address goes on.
    let address = try await tries(500, email: { "nobody\($0)@example.org" }, from: { _ in "198.51.100.7" })
    #expect(address.filter { $0 != 429 }.count == 60)
    #expect(try await tries(1, email: { _ in "kai@example.org" }, from: { _ in "198.51.100.8" }) == [422])
    // The limit is one of time.
    forum.store.clock.advance(.minutes(16))
    #expect(try await tries(1, email: { _ in "ana@example.org" }, from: { _ in "198.51.100.7" }, password: Person.ana.password) == [303])
  }
}
