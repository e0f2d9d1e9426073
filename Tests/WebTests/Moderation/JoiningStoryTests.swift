import Database
import ForumSupport
import TestSupport
import Testing

@testable import Community

@Suite("Who may join") struct JoiningStoryTests {
  private func join(_ forum: TestForum, _ name: String, by link: String? = nil, from address: String = "192.0.2.50") async throws
    -> Answered
  {
    let browser = forum.visitor(from: address)
    var form = ["name": name, "email": "\(name.lowercased())@example.org", "password": "keeps-bees-1987"]
    if let link { form["by"] = link }
    return try await browser.post("/sign-up", pairs: form.map { ($0.key, $0.value) })
  }

  private func choose(_ mode: String, _ forum: TestForum) async throws -> Browser {
    let noor = try await forum.member("noor")
    #expect(try await noor.post("/admin/sign-up", form: ["mode": mode]).status == 303)
    return noor
  }

  @Test("by approval an account and its question wait, and a moderator lets them in") func approval() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    _ = try await choose("approval", forum)
    let visitor = forum.visitor()
    #expect(try await visitor.get("/sign-up").text.contains("A person looks at each new account."))
    #expect(try await visitor.get("/ask").text.contains("Your question waits with yours until then"))
    let asked = try await visitor.post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "A cold oven", "body": "It stays cold.", "tags": "", "key": "key-12345678",
        "name": "Zoë Müller", "email": "zoe@example.org", "password": "zoe-keeps-bees-1987",
      ])
    #expect(asked.status == 303)
    let topic = try #require(asked.location)
    #expect(try await visitor.get(topic).status == 200)
    #expect(try await forum.visitor().get(topic).status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM review WHERE settled_at IS NULL") == 2)
    // One question is what waits; all else comes after that.
    let second = try await visitor.post(
      "/ask", form: ["kind": "question", "category": "help", "title": "Another", "body": "Two", "tags": "", "key": "key-22345678"])
    #expect(second.status == 403 && second.text.contains("A person looks at your account first."))
    #expect(try await visitor.get("/settings").status == 200)
    #expect(try await forum.visitor().get("/m/zoe-mueller").status == 404)
    #expect(try await visitor.get("/m/zoe-mueller").status == 200)
    let tomas = try await forum.store.add(.tomas)
    try await forum.store.write { tx in
      let review: ReviewID? = try tx.value("SELECT id FROM review WHERE member_id IS NOT NULL")
      try Decide(try #require(review), .fine, why: .silent()).perform(by: tomas, in: tx)
    }
    #expect(try await forum.visitor().get(topic).status == 200)
    #expect(try await forum.visitor().get("/m/zoe-mueller").status == 200)
    #expect(try await forum.mails("accountReleased") == 1)
    #expect(try await forum.store.read { tx in try Recount.perform(in: tx) }.isEmpty)
  }

  @Test("by invitation a link lets in as many as it says, until it is revoked") func invitation() async throws {
    let forum = try await TestForum.make()
    let noor = try await choose("invitation", forum)
    #expect(try await forum.member("ana").get("/admin/invitations").status == 404)
    #expect(try await forum.visitor().get("/sign-up").text.contains("People join here by invitation"))
    let refused = try await join(forum, "Una")
    #expect(refused.status == 403 && refused.text.contains("People join here by invitation"))
    let made = try await noor.post("/admin/invitations", form: ["most": "2", "days": "7", "note": "The fair"])
    #expect(made.status == 201)
    let link = String(try #require(made.text.firstMatch(of: /by=([A-Za-z0-9_\-]{43})/)).1)
    #expect(try await forum.visitor().get("/sign-up?by=\(link)").text.contains("You are invited."))
    #expect(try await join(forum, "Una", by: link).status == 303)
    #expect(try await join(forum, "Duo", by: link).status == 303)
    #expect(try await join(forum, "Tre", by: link).status == 403)
    let other = try await noor.post("/admin/invitations", form: ["most": "5", "days": "7", "note": ""])
    let second = String(try #require(other.text.firstMatch(of: /by=([A-Za-z0-9_\-]{43})/)).1)
    let id = try await forum.store.number("SELECT max(id) FROM invitation")
    #expect(try await noor.post("/admin/invitations/\(id)/revoke").status == 303)
    #expect(try await join(forum, "Tre", by: second).status == 403)
    #expect(try await forum.visitor().get("/sign-up?by=\(second)").text.contains("This invitation is not good any more."))
    let wrong = try await noor.post("/admin/invitations", form: ["most": "0", "days": "400", "note": "Kept"])
    #expect(wrong.status == 422 && wrong.text.contains("value=\"Kept\"") && wrong.text.contains("at most 365"))
  }

  @Test("closed, the pages say so before anything is typed, and members sign in as ever") func closed() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    try await forum.store.add(.ana, hash: try await forum.hash(Person.ana.password))
    _ = try await choose("closed", forum)
    let page = try await forum.visitor().get("/sign-up").text
    #expect(page.contains("Nobody can join at the moment.") && !page.contains("name=\"password\""))
    let ask = try await forum.visitor().get("/ask").text
    #expect(ask.contains("Nobody can join at the moment.") && !ask.contains("name=\"name\""))
    #expect(try await join(forum, "Una").status == 403)
    let known = try await forum.visitor().post(
      "/sign-up", form: ["name": "Ana", "email": "ana@example.org", "password": "a-wrong-one-1987"])
    #expect(known.status == 403)
    let asked = try await forum.visitor().post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "A cold oven", "body": "It stays cold.", "tags": "", "key": "key-12345678",
        "name": "",
        "email": "ana@example.org", "password": Person.ana.password,
      ])
    #expect(asked.status == 303)
  }

  @Test("rules about domains and networks are listed, added and removed, and a slip is said beside its field") func rules() async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    #expect(try await forum.member("tomas").get("/admin/sign-up").status == 404)
    let rule: KeyValuePairs = ["kind": "denyDomain", "value": "Throwaway.example", "ruleUntil": "", "note": "The wave"]
    #expect(try await noor.post("/admin/sign-up/rules", form: rule).status == 303)
    #expect(try await noor.get("/admin/sign-up").text.contains("<bdi>throwaway.example</bdi>"))
    let joined = try await forum.visitor().post(
      "/sign-up", form: ["name": "Una", "email": "una@throwaway.example", "password": "keeps-bees-1987"])
    #expect(joined.status == 422 && joined.text.contains("Accounts cannot be made with this address."))
    for (kind, value, words) in [
      ("denyNetwork", "0.0.0.0/0", "very wide"), ("denyDomain", "nowhere", "not a domain"), ("denyEmail", "a b", "not an e-mail address"),
    ] {
      let bad = try await noor.post("/admin/sign-up/rules", form: ["kind": kind, "value": value, "ruleUntil": "", "note": "Mine"])
      #expect(bad.status == 422 && bad.text.contains(words) && bad.text.contains("value=\"Mine\""), "\(kind)")
    }
    let id = try await forum.store.number("SELECT max(id) FROM entry_rule")
    #expect(try await noor.post("/admin/sign-up/rules/\(id)/remove").status == 303)
    #expect(try await forum.store.number("SELECT count(*) FROM entry_rule") == 0)
  }
}
