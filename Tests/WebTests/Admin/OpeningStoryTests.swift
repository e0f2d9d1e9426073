import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@Suite("Opening day") struct OpeningStoryTests {
  private func missing(_ page: String) -> Int { page.ranges(of: "chip-warn").count }

  @Test("each line is read off what is there") func story() async throws {
    let backup = KeptBackup(name: "kindred-20260105.tar", bytes: 1, madeAt: .testStart, isVerified: true)
    let unread = KeptBackup(name: "kindred-20260104.tar", bytes: 1, madeAt: .testStart, isVerified: false)
    let bare = try await TestForum.make(backups: [unread])
    let none = try await bare.member("noor").get("/admin/opening").text
    #expect(missing(none) == OpeningDay.Line.allCases.count && none.contains("10 things are missing"))
    #expect(none.contains("Noor Haddad") && none.contains("href=\"/admin/texts/terms\""))
    #expect(try await bare.member("noor").get("/admin").text.contains("10 things are missing"))

    let forum = try await TestForum.make(
      publicURL: "https://forum.example.org", proxies: ["10.0.0.0/8"], backups: [backup], tryMail: { _ in MailTrial(.accepted) })
    let forwarded = try #require(HTTPField.Name("X-Forwarded-Proto"))
    let noor = try await forum.member("noor", from: "10.1.2.3")
    try await forum.store.addCategory()
    _ = try await forum.member("mei")
    func left(_ proto: String = "https") async throws -> Int {
      missing(try await noor.get("/admin/opening", headers: [forwarded: proto]).text)
    }
    let first = try await left()
    #expect(first < OpeningDay.Line.allCases.count)
    // A proxy that does not say so is a line of its own.
    #expect(try await left("http") == first + 1)
    for kind in ["rules", "terms", "privacy", "imprint", "contact"] {
      let before = try await left()
      #expect(try await noor.post("/admin/texts/\(kind)", form: ["siteText": "Words", "version": "0"]).status == 303)
      #expect(try await left() == before - 1, "\(kind)")
    }
    let beforeMail = try await left()
    #expect(try await noor.post("/admin/mail/test").status == 200)
    #expect(try await left() == beforeMail - 1)
    try await forum.store.write { tx in
      try tx.run("UPDATE category SET description = 'Questions'")
      try tx.run("UPDATE member SET face = 'abcdefghijklmnopqrstuvwx'")
    }
    let done = try await noor.get("/admin/opening", headers: [forwarded: "https"]).text
    #expect(missing(done) == 0 && done.contains("Nothing is missing"))
    // Taken off again, it is missing again.
    #expect(try await noor.post("/admin/texts/terms/off").status == 303)
    #expect(try await left() == 1)
  }

  @Test("only admins, everybody else finds nothing", arguments: ["visitor", "ana", "omar", "mei", "tomas"]) func permission(_ name: String)
    async throws
  {
    let forum = try await TestForum.make()
    let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
    for path in ["/admin/opening", "/admin/mail"] { #expect(try await browser.get(path).status == (name == "visitor" ? 303 : 404)) }
    for path in ["/admin/mail/test", "/admin/mail/1/retry"] {
      #expect(try await browser.post(path).status == (name == "visitor" ? 401 : 404))
    }
    #expect(try await forum.store.number("SELECT count(*) FROM act") == 0)
  }
}

@Suite("Whether mail leaves") struct MailStoryTests {
  @Test("a test goes to the admin's own address alone, shows what was said, and a few an hour") func trial() async throws {
    let forum = try await TestForum.make(tryMail: { letter in
      MailTrial(.refused, dialogue: ["> RCPT TO:<\(letter.address)>", "< 550 <b>no</b>", letter.subject])
    })
    let noor = try await forum.member("noor")
    let page = try await noor.post("/admin/mail/test").text
    #expect(page.contains("The mail server refused it.") && page.contains("RCPT TO:&lt;noor@example.org&gt;"))
    #expect(page.contains("&lt;b&gt;no&lt;/b&gt;") && page.contains("Kindred can send mail"))
    #expect(try await noor.post("/admin/mail/test", form: ["address": "ana@example.org"]).status == 400)
    for _ in 1...4 { #expect(try await noor.post("/admin/mail/test").status == 200) }
    let late = try await noor.post("/admin/mail/test")
    #expect(late.status == 429 && late.text.contains("several tests"))
    #expect(try await forum.store.number("SELECT count(*) FROM setting WHERE key = 'mail.testedAt'") == 0)
    forum.store.clock.advance(.hours(1))
    #expect(try await noor.post("/admin/mail/test").status == 200)
  }

  @Test(
    "without a mail server the page names no folder but the spool", arguments: [MailTrial.Outcome.spooled, .noSender, .later, .unknown])
  func without(_ outcome: MailTrial.Outcome) async throws {
    let forum = try await TestForum.make(tryMail: { _ in MailTrial(outcome) })
    let page = try await forum.member("noor").post("/admin/mail/test").text
    if outcome == .spooled { #expect(page.contains("in the folder spool of the data folder")) }
    #expect(!page.contains("<pre"))
  }

  @Test("what waits, what failed and what comes back are listed without a word of a letter or a whole address; news is tried again")
  func desk() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.store.add(.ana)
    let noor = try await forum.member("noor")
    #expect(try await noor.get("/admin/mail").text.contains("No letter waits."))
    try await forum.store.write { tx in
      func insert(_ name: String, _ state: String, notice: Int64?, attempts: Int, _ reply: String) throws {
        try tx.run(
          """
          INSERT INTO mail (message_id, kind, member_id, to_name, to_address, subject, body_text, body_html, created_at, due_at, attempts, state,
            reply, finished_at, notice_id)
          VALUES (\(name), 'reply', \(ana.id), 'Ana', 'ana@example.org', 'Canary subject', 'Canary body', '', \(tx.now), \(tx.now - .hours(1)),
            \(attempts), \(state), \(reply), \(state == "queued" ? nil : tx.now), \(notice))
          """)
      }
      try insert("one", "queued", notice: nil, attempts: 0, "")
      try insert("two", "queued", notice: nil, attempts: 2, "451 later <ana@example.org>")
      try insert("three", "failed", notice: 7, attempts: 5, "550 <script>alert(1)</script>")
      try insert("four", "failed", notice: nil, attempts: 1, "550 never")
      try insert("five", "unknown", notice: 8, attempts: 1, "lost")
      try NoteBounce(of: EmailAddress("ana@example.org"), reason: "552 ana@example.org is full").perform(in: tx)
    }
    let page = try await noor.get("/admin/mail").text
    #expect(
      page.contains("2 letters wait.") && page.contains("a…@example.org is full") && page.contains("451 later &lt;a…@example.org&gt;"))
    for hidden in ["Canary", ">ana@example.org", "<script>alert"] { #expect(!page.contains(hidden), "\(hidden)") }
    func id(_ name: String) async throws -> Int { try await forum.store.number("SELECT id FROM mail WHERE message_id = \(name)") }
    for name in ["two", "three"] {
      #expect(page.contains("/admin/mail/\(try await id(name))/retry"), "\(name)")
      #expect(try await noor.post("/admin/mail/\(id(name))/retry").status == 303)
    }
    for name in ["one", "four", "five"] {
      #expect(!page.contains("/admin/mail/\(try await id(name))/retry"), "\(name)")
      #expect(try await noor.post("/admin/mail/\(id(name))/retry").status == 409)
    }
    #expect(try await noor.post("/admin/mail/9999/retry").status == 409)
    #expect(try await noor.post("/admin/mail/x/retry").status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM mail WHERE state = 'queued'") == 3)
  }
}
