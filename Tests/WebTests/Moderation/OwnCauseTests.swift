import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Nobody decides in their own cause, nor on a higher role") struct OwnCauseTests {
  private let forum: TestForum
  private let cast: [Person: Actor]
  private let help: CategoryID

  init() async throws {
    forum = try await TestForum.make()
    cast = try await forum.store.addCast()
    help = try await forum.store.addCategory()
  }

  private func actor(_ person: Person) throws -> Actor { try #require(cast[person]) }

  private func restrict(_ person: Person, _ restriction: Restriction, by other: Person) async throws -> ActID {
    let (member, actor) = (try actor(person).id, try actor(other))
    return try await forum.store.write { tx in
      try RestrictMember(member, restriction, rule: .unkind, words: .none, note: .none).perform(by: actor, in: tx)
    }
  }

  private func term(_ column: String, of person: Person) async throws -> Bool {
    try await forum.store.number("SELECT count(*) FROM member WHERE id = \(actor(person).id) AND \(SQL(trusted: column)) IS NOT NULL") == 1
  }

  @Test("a moderator who was silenced cannot lift it, neither from the log nor by the second look they asked for") func ownTerm()
    async throws
  {
    let act = try await restrict(.tomas, .silence(.week), by: .noor)
    let (tomas, noor) = (try await forum.member("tomas"), try await forum.member("noor"))
    #expect(try await tomas.post("/admin/log/\(act.rawValue)/undo").status == 403)
    #expect(try await tomas.post("/decisions/\(act.rawValue)", form: ["words": "I was right."]).status == 303)
    #expect(try await tomas.get("/moderation/1").status == 404)
    #expect(try await tomas.post("/moderation/1/second-look", form: ["outcome": "undone", "answer": ""]).status == 404)
    #expect(try await term("silenced_until", of: .tomas))
    #expect(try await noor.post("/admin/log/\(act.rawValue)/undo").status == 303)
    #expect(try await !term("silenced_until", of: .tomas))
  }

  @Test("a moderator never sees who reported them, and does not dismiss it; where nobody else is there they read it without a name")
  func ownReport() async throws {
    let topic = try await forum.store.open("The oven smells", by: actor(.ana), in: help)
    let post = try await forum.store.reply("Buy another one.", to: topic, by: actor(.tomas))
    let (ana, tomas, noor) = (try await forum.member("ana"), try await forum.member("tomas"), try await forum.member("noor"))
    #expect(try await ana.post("/p/\(post.rawValue)/report", form: ["reason": "unkind", "note": "He is rude"]).status == 303)
    #expect(try await tomas.get("/moderation/1").status == 404)
    #expect(try await !tomas.get("/moderation").text.contains("The oven smells"))
    #expect(try await tomas.post("/moderation/1", form: ["verdict": "fine", "rule": "none"]).status == 404)
    #expect(try await noor.get("/moderation/1").text.contains("Ana Costa"))
    try await forum.store.write { tx in try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(1)) WHERE role = 'admin'") }
    let alone = try await tomas.get("/moderation/1").text
    #expect(alone.contains("He is rude") && !alone.contains("Ana Costa</"))
  }

  @Test("what an admin did to a moderator's post stays until somebody else takes it back") func ownPost() async throws {
    let topic = try await forum.store.open("The oven smells", by: actor(.tomas), in: help)
    let (tomas, noor) = (try await forum.member("tomas"), try await forum.member("noor"))
    #expect(try await noor.post("/p/\(try await forum.store.opening(of: topic).rawValue)/moderate").status == 303)
    #expect(try await noor.post("/moderation/1", form: ["verdict": "hide", "rule": "spam"]).status == 303)
    #expect(try await tomas.post("/admin/log/1/undo").status == 403)
    #expect(try await noor.post("/admin/log/1/undo").status == 303)
  }

  @Test("the profile of an admin is not for moderators to empty") func higherProfile() async throws {
    let (tomas, noor) = (try await forum.member("tomas"), try await forum.member("noor"))
    #expect(
      try await noor.post("/settings/profile", form: ["name": "Noor Haddad", "bio": "I keep bees", "timeZone": "UTC"]).status == 303)
    #expect(try await tomas.post("/m/noor/moderate").status == 303)
    #expect(try await tomas.post("/moderation/1", form: ["verdict": "hide", "rule": "spam"]).status == 403)
    #expect(try await forum.visitor().get("/m/noor").text.contains("I keep bees"))
  }

  @Test("a topic goes back by an undo only to where whoever presses it could have put it") func places() async throws {
    let staff = try await forum.store.addCategory("Among ourselves", .staff)
    let topic = try await forum.store.open("Prices of next year", by: actor(.mei), in: staff)
    let (noor, kai) = (try actor(.noor), try actor(.kai).id)
    let act = try await forum.store.write { [help] tx in
      try tx.run("INSERT INTO category_moderator (category_id, member_id) VALUES (\(help), \(kai))")
      return try MoveTopic(topic, to: help).perform(by: noor, in: tx)
    }
    let path = "/admin/log/\(try #require(act).rawValue)/undo"
    #expect(try await forum.member("kai").post(path).status == 403)
    #expect(try await forum.store.number("SELECT count(*) FROM topic WHERE category_id = \(help)") == 1)
    #expect(try await forum.member("noor").post(path).status == 303)
  }

  @Test("a term that runs comes upon no admin by a merge; taken back after one, it ends for who the person is now") func mergedTerms()
    async throws
  {
    let act = try await restrict(.kai, .suspend(.forGood), by: .noor)
    let noor = try await forum.member("noor")
    let path = "/admin/members/\(try actor(.kai).id.rawValue)/merge"
    #expect(try await noor.get("\(path)?into=noor").text.contains("that is ended first"))
    #expect(try await noor.post(path, form: ["into": "noor", "handle": "kai"]).status == 403)
    #expect(try await !term("suspended_until", of: .noor))
    #expect(try await noor.get("\(path)?into=sam").text.contains("Silenced or suspended until"))
    #expect(try await noor.post(path, form: ["into": "sam", "handle": "kai"]).status == 303)
    #expect(try await term("suspended_until", of: .sam))
    #expect(try await noor.post("/admin/log/\(act.rawValue)/undo").status == 303)
    #expect(try await !term("suspended_until", of: .sam))
  }

  @Test("who became another or was erased is given no role, no mark and no note, and leaves no words in the log") func gone() async throws {
    let (noor, sam) = (try actor(.noor), try actor(.sam).id)
    let kai = try actor(.kai).id
    try await forum.store.write { tx in
      _ = try RestrictMember(kai, .warn, rule: .unkind, words: PlainNote("A secret word"), note: PlainNote("A secret note"))
        .perform(by: noor, in: tx)
      try MergeMembers(kai, into: sam).perform(by: noor, in: tx)
    }
    let browser = try await forum.member("noor")
    func refused(_ member: MemberID) async throws {
      for (act, field, value) in [
        ("role", "role", "moderator"), ("helper", "wanted", "yes"), ("customer", "wanted", "yes"), ("notes", "memberNote", "x"),
      ] {
        #expect(try await browser.post("/admin/members/\(member.rawValue)/\(act)", form: [field: value]).status == 404, "\(act)")
      }
    }
    try await refused(kai)
    #expect(try await browser.get("/admin/log").text.contains("A secret word"))
    #expect(try await browser.post("/admin/members/\(sam.rawValue)/erase", form: ["handle": "sam", "texts": "yes"]).status == 303)
    try await refused(sam)
    let log = try await browser.get("/admin/log").text + browser.get("/admin/log.csv").text
    #expect(!log.contains("A secret"))
  }
}
