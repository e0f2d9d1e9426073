import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Who is a customer") struct CustomersTests {
  private struct Here {
    let forum: TestForum
    let cast: [Person: Actor]
    let topic: String
    init() async throws {
      forum = try await TestForum.make()
      cast = try await forum.store.addCast()
      let help = try await forum.store.addCategory("Help")
      let id = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: help)
      try await forum.store.reply("So", to: id, by: try #require(cast[.kai]))
      topic = "/t/\(id.rawValue)/ovens"
    }

    /// Who sees that somebody is a customer, on the topic's page.
    func seers() async throws -> [String] {
      var seers: [String] = []
      for name in ["visitor", "ana", "kai", "omar", "tomas", "mei", "noor"] {
        let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
        let pages = [try await browser.get(topic).text, try await browser.get("/m/ana").text]
        if pages.contains(where: { $0.contains("Customer") }) {
          #expect(pages.allSatisfy { $0.contains(">Customer</span>") }, "\(name)")
          seers.append(name)
        }
      }
      return seers
    }
  }

  @Test("staff say so on the member's page, with their name; only staff see it, and it can be taken back") func byHand() async throws {
    let here = try await Here()
    let ana = try #require(here.cast[.ana]).id.rawValue
    let mei = try await here.forum.member("mei")
    #expect(try await here.seers() == [])
    #expect(try await mei.get("/admin/members/\(ana)").text.contains("Not known as a customer."))
    #expect(try await mei.post("/admin/members/\(ana)/customer", form: ["wanted": "yes"]).status == 303)
    #expect(try await mei.get("/admin/members/\(ana)").text.contains("Mei Tanaka said so on"))
    #expect(try await here.seers() == ["mei", "noor"])
    let tomas = try await here.forum.member("tomas")
    #expect(!(try await tomas.get("/admin/members/\(ana)").text.contains("ustomer")))
    #expect(try await mei.post("/admin/members/\(ana)/customer", form: ["wanted": "no"]).status == 303)
    #expect(try await here.seers() == [])
  }

  @Test("a list makes customers by confirmed address or domain, of those who come later too, and no longer once it is shorter")
  func list() async throws {
    let here = try await Here()
    let noor = try await here.forum.member("noor")
    #expect(try await noor.post("/admin/customers", form: ["list": "ANA@example.org\r\n\r\nnobody@else.example"]).status == 303)
    #expect(try await here.seers() == ["mei", "noor"])
    let page = try await noor.get("/admin/customers").text
    #expect(page.contains("2 addresses.") && !page.contains("else.example"))
    #expect(try await here.forum.store.number("SELECT count(*) FROM customer_rule WHERE key LIKE '%@%' OR key LIKE '%ana%'") == 0)
    try await here.forum.store.write { tx in try tx.run("UPDATE member SET email_verified_at = NULL WHERE handle = 'ana'") }
    #expect(try await here.seers() == [], "an address that nobody confirmed may be anybody's")
    try await here.forum.store.write { tx in try tx.run("UPDATE member SET email_verified_at = 1 WHERE handle = 'ana'") }
    #expect(try await noor.post("/admin/customers", form: ["list": "ana@example.org", "remove": "yes"]).status == 303)
    #expect(try await here.seers() == [])
    #expect(try await noor.post("/admin/customers", form: ["list": "@Example.ORG"]).status == 303)
    #expect(try await here.seers() == ["mei", "noor"])
    #expect(try await noor.get("/admin/customers").text.contains("<span class=\"tag\">example.org</span>"))
  }

  @Test("each bad line is named beside the field, with all that was pasted kept and nothing of it taken") func badLines() async throws {
    let here = try await Here()
    let noor = try await here.forum.member("noor")
    let refused = try await noor.post("/admin/customers", form: ["list": "ana@example.org\nnot one\n\ngmail.com\n<b>@x"])
    #expect(refused.status == 422)
    for sentence in ["Line 2 is neither", "Line 4 is a domain where anybody", "Line 5 is neither"] {
      #expect(refused.text.contains(sentence), "\(sentence)")
    }
    #expect(refused.text.contains("ana@example.org\nnot one\n\ngmail.com\n&lt;b&gt;@x</textarea>"))
    #expect(try await here.forum.store.number("SELECT count(*) FROM customer_rule") == 0)
    #expect(try await noor.post("/admin/customers", form: ["list": " \n "]).status == 422)
    let many = (1...5001).map { "a\($0)@example.org" }.joined(separator: "\n")
    #expect(try await noor.post("/admin/customers", form: ["list": many]).text.contains("at most 5,000 lines"))
  }
}
