import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@Suite("The pages for looking after the community, and the list of members") struct MembersStoryTests {
  @Test("whoever may open any of its pages begins at the overview, and finds those and no others") func overview() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let help = try await forum.store.addCategory()
    #expect(try await forum.visitor().get("/admin").location == "/sign-in?return_to=%2Fadmin")
    for name in ["ana", "omar", "sam"] { #expect(try await forum.member(name).get("/admin").status == 404, "\(name)") }
    let links = [
      "mei": ["/admin/members", "/admin/invitations"], "tomas": ["/moderation", "/admin/log", "/admin/words", "/admin/members"],
      "noor": ["/moderation", "/admin/log", "/admin/members", "/admin/roles", "/admin/backups"],
    ]
    for (name, paths) in links {
      let page = try await forum.member(name).get("/admin").text
      for path in paths { #expect(page.contains("<p><a href=\"\(path)\">"), "\(path) for \(name)") }
      #expect(page.contains("<p><a href=\"/admin/backups\">") == (name == "noor"))
      #expect(page.contains("There is no backup yet") == (name == "noor"))
      #expect(page.contains("Nothing waits in the queue") == (name != "mei"))
      #expect(page.contains("href=\"/admin\""))
    }
    // Who looks after one category finds the queue and the log, and no member.
    try await forum.store.letModerate(try #require(cast[.ana]).id, help)
    let ana = try await forum.member("ana")
    let page = try await ana.get("/admin").text
    #expect(page.contains("<p><a href=\"/moderation\">") && !page.contains("/admin/members") && !page.contains("/admin/words"))
    #expect(try await ana.get("/admin/members").status == 404)
  }

  @Test("what waits is counted for whom it waits for") func waiting() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (sam, zoe) = (try #require(cast[.sam]).id, try #require(cast[.zoe]).id)
    try await forum.store.write { tx in
      try tx.run("UPDATE member SET held_at = \(tx.now) WHERE id = \(sam)")
      try tx.run(
        """
        INSERT INTO review (cause, member_id, rule, weight, opened_at, due_at)
        VALUES ('held', \(sam), 'approval', 1, 1, 1), ('reported', \(zoe), 'spam', 1, 1, 1)
        """)
      try tx.run(
        """
        INSERT INTO mail (message_id, kind, to_name, to_address, subject, body_text, body_html, created_at, due_at)
        VALUES ('late', 'welcome', 'x', 'x@example.org', 'x', 'x', 'x', 1, 1)
        """)
    }
    let page = try await forum.member("noor").get("/admin").text
    #expect(page.contains("2 things wait in the queue") && page.contains("1 of them is an account nobody has looked at yet."))
    #expect(page.contains("1 letter should have left by now."))
    #expect(!(try await forum.member("tomas").get("/admin").text.contains("should have left")))
  }

  @Test("members are found by name, handle and, for an admin, by address; and narrowed") func finding() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    try await forum.store.write { tx in while try NameIndex.fill(in: tx) > 0 {} }
    let (kai, sam) = (try #require(cast[.kai]).id, try #require(cast[.sam]).id)
    let (noor, tomas, mei) = (try await forum.member("noor"), try await forum.member("tomas"), try await forum.member("mei"))
    func names(_ query: String, by browser: Browser) async throws -> [String] {
      let answered = try await browser.get("/admin/members" + query)
      #expect(answered.status == 200, "\(query)")
      return answered.text.matches(of: /<bdi>@([a-z0-9\-]+)<\/bdi>/).map { String($0.1) }
    }
    #expect(try await names("", by: noor).count == Person.allCases.count)
    #expect(Set(try await names("", by: noor).prefix(2)) == ["sam", "zoe"])
    #expect(try await names("?q=lindq", by: mei) == ["kai"])
    #expect(try await names("?q=%40kai", by: mei) == ["kai"])
    #expect(try await names("?q=kai%40example.org", by: noor) == ["kai"])
    for browser in [mei, tomas] {
      #expect(try await names("?q=kai%40example.org", by: browser) != ["kai"])
      #expect(!(try await browser.get("/admin/members").text.contains("example.org")))
    }
    #expect(try await noor.get("/admin/members").text.contains("kai@example.org"))
    #expect(try await names("?role=staff", by: mei) == ["mei"])
    #expect(try await names("?state=unverified", by: mei) == ["zoe"])
    try await forum.store.write { tx in
      try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(1)) WHERE id = \(kai)")
      try tx.run("UPDATE member SET held_at = \(tx.now) WHERE id = \(sam)")
      try tx.run("INSERT INTO customer (member_id, by_id, at) VALUES (\(kai), \(kai), 1)")
    }
    #expect(try await names("?state=suspended", by: tomas) == ["kai"])
    #expect(try await names("?state=held", by: tomas) == ["sam"])
    #expect(try await names("?state=customer", by: mei) == ["kai"])
    // Nobody is told what is not theirs to know.
    #expect(try await names("?state=held", by: mei) == [])
    #expect(try await names("?state=customer", by: tomas) == [])
    #expect(!(try await names("", by: mei).contains("sam")))
    for query in ["?q=nobodyatall", "?q=%25", "?q=%27%3B--", "?state=silenced"] {
      #expect(try await names(query, by: noor) == [], "\(query)")
      #expect(try await noor.get("/admin/members" + query).text.contains("No member is like that."))
    }
    for query in ["?after=x", "?after=1-0", "?role=king&state=none&order=odd"] {
      #expect(try await names(query, by: noor).count == Person.allCases.count, "\(query)")
    }
    // Who was here last stands first.
    forum.store.clock.advance(.days(1))
    _ = try await forum.member("zoe")
    #expect(try await names("?order=seen", by: noor).first == "zoe")
  }

  @Test("fifty on a page, and each of them once", arguments: ["", "order=seen", "state=customer"]) func pages(_ query: String) async throws
  {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    try await forum.store.write { tx in
      for number in 1...120 {
        let id: Int64? = try tx.value(
          """
          INSERT INTO member (name, handle, role, created_at, seen_at)
          VALUES ('Some Body', \("body-\(number)"), 'member', \(Int64(number / 3)), \(number % 2 == 0 ? Int64(number / 4) : nil)) RETURNING id
          """)
        try tx.run("INSERT INTO customer (member_id, by_id, at) VALUES (\(id), 1, 1)")
      }
    }
    var (seen, path, pages): ([String], String?, Int) = ([], "/admin/members" + (query.isEmpty ? "" : "?" + query), 0)
    while let next = path {
      let page = try await noor.get(next).text
      seen += page.matches(of: /<bdi>@(body-[0-9]+)<\/bdi>/).map { String($0.1) }
      path = page.firstMatch(of: /<a href="([^"]+)" rel="next">/).map { String($0.1).replacing("&amp;", with: "&") }
      pages += 1
    }
    #expect(pages == 3 && seen.count == 120 && Set(seen).count == 120)
  }

  @Test("the members leave as a file no spreadsheet calculates with, and it is in the log") func file() async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    try await forum.store.write { tx in
      for (number, name) in [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=2", "a,\"b\"\nc", "Plain", "=\u{301}1", "\u{FF1D}1", "a\"\u{308},\u{301}=2",
      ].enumerated() {
        try tx.run(
          "INSERT INTO member (name, handle, role, created_at) VALUES (\(name), \("odd-\(number)"), 'member', 1)")
      }
    }
    let answered = try await noor.post("/admin/members.csv", form: ["q": "", "role": "member", "state": ""])
    #expect(answered.status == 200 && answered.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(
      answered.headers[.contentDisposition] == "attachment; filename=\"members.csv\"" && answered.headers[.cacheControl] == "no-store")
    for cell in [
      "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=2", "\"a,\"\"b\"\"\nc\"", "Plain", "'=\u{301}1", "'\u{FF1D}1", "\"a\"\"\u{308},\u{301}=2\"",
    ] {
      #expect(answered.text.contains(",\(cell),member,"), "\(cell)")
    }
    #expect(answered.text.hasPrefix("id,handle,") && !answered.text.contains("noor"))
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'export' AND detail = 'members'") == 1)
    #expect(try await noor.get("/admin/log?act=export").text.contains("Handed out as a file"))
    for name in ["ana", "mei", "tomas"] { #expect(try await forum.member(name).post("/admin/members.csv").status == 404) }
    #expect(try await noor.post("/admin/members.csv", form: ["surprise": "x"]).status == 400)
  }
}
