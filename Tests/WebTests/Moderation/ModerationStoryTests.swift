import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Keeping order, as pages") struct ModerationStoryTests {
  private struct Scene {
    let forum: TestForum
    let topic: TopicID
    let post: PostID
    let tomas: Browser
    let kai: Browser

    /// Reports Kai's answer as a visitor.
    func report(_ reason: String = "spam", from address: String = "192.0.2.7", answerTo: String = "") async throws -> Answered {
      try await forum.visitor(from: address).post(
        "/p/\(post.rawValue)/report", form: ["reason": reason, "note": "It sells <pills>", "answerTo": answerTo])
    }

    func sees(_ browser: Browser) async throws -> Bool {
      try await browser.get("/t/\(topic.rawValue)/the-oven-smells").text.contains("Clean it with Wonderfoam")
    }
  }

  /// Ana asks, Kai answers.
  private func scene() async throws -> Scene {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("The oven smells", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    let post = try await forum.store.reply("Clean it with Wonderfoam.", to: topic, by: try #require(cast[.kai]))
    return Scene(
      forum: forum, topic: topic, post: post, tomas: try await forum.member("tomas"), kai: try await forum.member("kai"))
  }

  @Test(
    "a visitor reports a post; a moderator hides it with words; its author reads why and asks for a second look; another person takes it back"
  )
  func wholeWay() async throws {
    let s = try await scene()
    let form = try await s.forum.visitor().get("/p/\(s.post.rawValue)/report")
    #expect(form.status == 200 && form.text.contains("Clean it with Wonderfoam") && form.text.contains("name=\"answerTo\""))
    let wrong = try await s.report("rude", answerTo: "nobody")
    #expect(wrong.status == 422 && wrong.text.contains("It sells &lt;pills&gt;") && wrong.text.contains("reason-problem"))
    #expect(try await s.report().location == "/p/\(s.post.rawValue)")
    #expect(try await s.report().status == 303)
    let queue = try await s.tomas.get("/moderation").text
    #expect(queue.contains("Reported once: It is advertising") && queue.contains("The oven smells"))
    #expect(try await s.tomas.post("/moderation/next").location == "/moderation/1")
    #expect(try await s.tomas.get("/moderation/1").text.contains("It sells &lt;pills&gt;"))
    let unsaid = try await s.tomas.post("/moderation/1", form: ["rule": "spam", "note": "Kept"])
    #expect(unsaid.status == 422 && unsaid.text.contains("Kept"))
    let decided = try await s.tomas.post("/moderation/1", form: ["verdict": "hide", "rule": "spam", "restriction": "none"])
    #expect(decided.location == "/moderation")
    #expect(try await !s.sees(s.forum.visitor()))
    #expect(try await s.sees(s.kai))
    try await s.forum.settle()
    let list = try await s.kai.get("/decisions").text
    #expect(list.contains("Your post was hidden") && list.contains("Why: advertising. Decided by a moderator"))
    let page = try await s.kai.get("/decisions/1").text
    #expect(page.contains("This text advertises something.") && page.contains("name=\"words\""))
    #expect(try await s.forum.member("ana").get("/decisions/1").status == 404)
    for _ in 1...2 { #expect(try await s.kai.post("/decisions/1", form: ["words": "I only use it."]).status == 303) }
    // Who decided does not look again while there is somebody else.
    #expect(try await !s.tomas.get("/moderation").text.contains("Asks for a second look"))
    #expect(try await s.tomas.get("/moderation/2").status == 404)
    let noor = try await s.forum.member("noor")
    #expect(try await noor.get("/moderation/2").text.contains("I only use it."))
    #expect(try await noor.post("/moderation/2/second-look", form: ["outcome": "undone", "answer": "You are right."]).status == 303)
    #expect(try await s.sees(s.forum.visitor()))
    #expect(try await s.kai.get("/decisions/1").text.contains("took the decision back"))
    #expect(try await noor.post("/moderation/2/second-look", form: ["outcome": "kept", "answer": ""]).status == 409)
    #expect(try await s.forum.store.miscounts() == [])
  }

  @Test("of two who decide at once one is told that the other was faster; an undo within a day brings all back, later it is refused")
  func twoAtOnce() async throws {
    let s = try await scene()
    _ = try await s.report()
    let noor = try await s.forum.member("noor")
    let fields: KeyValuePairs = ["verdict": "delete", "rule": "spam", "restriction": "suspend7", "note": "The third time"]
    #expect(try await s.tomas.post("/moderation/1", form: fields).status == 303)
    let late = try await noor.post("/moderation/1", form: fields)
    #expect(late.status == 409 && late.text.contains("Somebody else has decided on this already."))
    #expect(try await s.kai.get("/settings").status != 200)
    #expect(try await s.tomas.post("/admin/log/1/undo").status == 303)
    #expect(try await s.tomas.post("/admin/log/1/undo").status == 409)
    #expect(try await s.sees(s.forum.visitor()))
    #expect(try await s.forum.member("kai").get("/settings").status == 200)
    #expect(try await s.tomas.get("/moderation").text.contains("Reported once"))
    let log = try await s.tomas.get("/admin/log").text
    #expect(log.contains("Suspension ended") && log.contains("Deleted: advertising") && log.contains("The third time"))
    let file = try await s.tomas.get("/admin/log.csv").text
    #expect(file.hasPrefix("id,at,act,rule") && file.split(separator: "\r\n").count == 5)
    #expect(try await s.tomas.post("/moderation/1", form: fields).status == 303)
    s.forum.store.clock.advance(.hours(25))
    #expect(try await s.tomas.post("/admin/log/5/undo").status == 403)
    #expect(try await s.forum.store.miscounts() == [])
    #expect(try await s.forum.store.read { tx in try ActLog.firstBroken(in: tx) } == nil)
  }

  @Test("an insult is taken out, the rest stays, and the version with it is for moderators") func masked() async throws {
    let s = try await scene()
    _ = try await s.report("unkind")
    let missing = try await s.tomas.post(
      "/moderation/1", form: ["verdict": "mask", "masked": "nothing", "rule": "unkind", "version": "1"])
    #expect(missing.status == 422 && missing.text.contains("These words are not in the text."))
    #expect(missing.text.contains("href=\"#masked\"") && missing.text.contains("id=\"masked-problem\""), "beside what was typed")
    let none = try await s.tomas.post("/moderation/1", form: ["verdict": "", "rule": "rude"])
    #expect(none.status == 422 && none.text.contains("id=\"verdict-problem\"") && none.text.contains("id=\"rule-problem\""))
    let fields: KeyValuePairs = ["verdict": "mask", "masked": "wonderfoam", "rule": "unkind", "version": "1"]
    #expect(try await s.tomas.post("/moderation/1", form: fields).status == 303)
    let visitor = s.forum.visitor()
    let page = try await visitor.get("/t/\(s.topic.rawValue)/the-oven-smells").text
    #expect(page.contains("Clean it with […].") && !page.contains("Wonderfoam"))
    #expect(page.contains("Moderators took words out; last changed"))
    #expect(try await !visitor.get("/p/\(s.post.rawValue)/history").text.contains("Wonderfoam"))
    #expect(try await s.tomas.get("/p/\(s.post.rawValue)/history").text.contains("Wonderfoam"))
    #expect(try await s.tomas.post("/admin/log/1/undo").status == 303)
    #expect(try await s.sees(visitor))
    #expect(try await !visitor.get("/t/\(s.topic.rawValue)/the-oven-smells").text.contains("Moderators took words out"))
  }

  @Test("where a person says that somebody may be in danger is marked and comes first, whatever weighs more") func danger() async throws {
    let s = try await scene()
    let mei = try await s.forum.member("mei")
    let path = "/t/\(s.topic.rawValue)/replies"
    #expect(try await mei.post(path, form: ["body": "I see no way out.", "seen": "9", "key": "danger-1"]).status == 303)
    let other = try await s.forum.store.number("SELECT max(id) FROM post")
    for name in ["ana", "noor"] {
      let form: KeyValuePairs = ["reason": "unkind", "note": ""]
      #expect(try await s.forum.member(name).post("/p/\(s.post.rawValue)/report", form: form).status == 303)
    }
    try await s.forum.store.write { tx in try tx.run("UPDATE review SET weight = 5000") }
    #expect(try await s.forum.member("ana").post("/p/\(other)/report", form: ["reason": "danger", "note": ""]).status == 303)
    let queue = try await s.tomas.get("/moderation").text
    let first = try #require(queue.firstRange(of: "I see no way out.")?.lowerBound)
    let second = try #require(queue.firstRange(of: "Clean it with Wonderfoam.")?.lowerBound)
    #expect(first < second && queue.split(separator: ">Danger</span>").count == 2)
    let review = "/moderation/\(try await s.forum.store.number("SELECT id FROM review WHERE post_id = \(other)"))"
    #expect(try await s.tomas.post("/moderation/next").location == review)
    #expect(try await s.tomas.get(review).text.contains(">Danger</span>"))
  }

  @Test("who is silenced reads on and writes to the staff, and to nobody else, until the term ends") func silenced() async throws {
    let s = try await scene()
    #expect(try await s.tomas.post("/m/kai/moderate").location == "/moderation/1")
    #expect(
      try await s.tomas.post(
        "/moderation/1", form: ["verdict": "upheld", "rule": "unkind", "restriction": "silence1", "words": "Please rest for a day."]
      ).status == 303)
    let reply = try await s.kai.post("/t/\(s.topic.rawValue)/replies", form: ["body": "But I", "seen": "9", "key": "silent-1"])
    #expect(reply.status == 403 && reply.text.contains("For the time being you can read here, and write to the staff."))
    #expect(try await s.sees(s.kai))
    for path in ["/ask", "/t/\(s.topic.rawValue)/the-oven-smells"] {
      let page = try await s.kai.get(path).text
      #expect(page.contains("You can write again from") && page.contains("Why: unkind") && page.contains("/decisions/"), "\(path)")
      #expect(page.contains("href=\"/ask/privately\">Write to the staff") && !page.contains("name=\"body\""), "\(path)")
      #expect(try await !s.forum.member("ana").get(path).text.contains("You can write again from"), "\(path)")
    }
    #expect(try await s.kai.post("/ask/privately", form: ["title": "Why me", "body": "Why?", "key": "silent-2"]).status == 303)
    #expect(try await s.kai.post("/m/ana/write", form: ["body": "Hello", "key": "silent-3"]).status == 403)
    s.forum.store.clock.advance(.hours(25))
    #expect(
      try await s.kai.post("/t/\(s.topic.rawValue)/replies", form: ["body": "Again", "seen": "9", "key": "silent-4"]).status == 303)
  }

  @Test("nobody acts on somebody of their rank or above, and none of it is there for members") func ranks() async throws {
    let s = try await scene()
    #expect(try await s.tomas.post("/m/noor/moderate").status == 303)
    let refused = try await s.tomas.post(
      "/moderation/1", form: ["verdict": "upheld", "rule": "unkind", "restriction": "suspendForGood"])
    #expect(refused.status == 403 && refused.text.contains("of your own rank or a higher one"))
    for path in ["/moderation", "/moderation/1", "/admin/log", "/admin/log.csv"] {
      #expect(try await s.kai.get(path).status == 404, "\(path)")
      #expect(try await s.forum.member("mei").get(path).status == 404, "\(path)")
    }
    for path in [
      "/moderation/1", "/moderation/next", "/p/\(s.post.rawValue)/moderate", "/admin/log/1/undo", "/t/\(s.topic.rawValue)/close",
    ] {
      #expect(try await s.kai.post(path, form: [:]).status >= 400, "\(path)")
    }
    #expect(try await s.forum.store.number("SELECT count(*) FROM act") == 0)
  }

  @Test("a suspended member who signs in hears so, reads why by the link in their mail, and asks there") func suspended() async throws {
    let s = try await scene()
    #expect(try await s.tomas.post("/p/\(s.post.rawValue)/moderate").location == "/moderation/1")
    #expect(
      try await s.tomas.post(
        "/moderation/1", form: ["verdict": "hide", "rule": "unkind", "restriction": "suspendForGood", "words": "It goes on and on."]
      ).status == 303)
    try await s.forum.settle()
    let letters = try await s.forum.store.read { tx in
      try tx.values("SELECT body_text FROM mail WHERE kind = 'decision' ORDER BY id", as: String.self)
    }
    #expect(letters.count == 2 && letters[0].contains("It goes on and on."))
    let path = try #require(letters[0].firstRange(of: "/decisions/link/").map { letters[0][$0.lowerBound...].prefix { !$0.isWhitespace } })
    let visitor = s.forum.visitor()
    #expect(try await visitor.get(String(path)).text.contains("It goes on and on."))
    #expect(try await visitor.post(String(path), form: ["words": "I am sorry."]).status == 303)
    #expect(try await visitor.get(String(path)).text.contains("You asked for it."))
    #expect(try await visitor.get("/decisions/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").status == 404)
  }

  @Test("what is taken back before its mail has left is never told") func untold() async throws {
    let s = try await scene()
    _ = try await s.report()
    try await s.tomas.post("/moderation/1", form: ["verdict": "hide", "rule": "spam"])
    try await s.forum.settle()
    try await s.tomas.post("/admin/log/1/undo")
    try await s.forum.settle()
    #expect(try await s.forum.store.number("SELECT count(*) FROM mail WHERE kind = 'decision'") == 0)
  }

  @Test("a topic is closed for a term and opens by itself; its author is told") func closed() async throws {
    let s = try await scene()
    #expect(try await s.tomas.post("/t/\(s.topic.rawValue)/close", form: ["term": "hour", "words": "It grew heated."]).status == 303)
    let reply: KeyValuePairs = ["body": "One more", "seen": "9", "key": "closed-1"]
    #expect(try await s.kai.post("/t/\(s.topic.rawValue)/replies", form: reply).status == 403)
    #expect(try await s.forum.member("ana").get("/decisions").text.contains("Your topic was closed"))
    s.forum.store.clock.advance(.minutes(61))
    #expect(try await s.kai.post("/t/\(s.topic.rawValue)/replies", form: reply).status == 303)
    #expect(try await s.forum.store.write { tx in try CloseTopic.openDue(in: tx) } == 1)
    #expect(try await s.forum.store.number("SELECT count(*) FROM topic WHERE locked_at IS NOT NULL") == 0)
  }

  @Test("a wave is decided by one press; who shares one thing by chance is left out; one undo brings all back") func wave() async throws {
    let s = try await scene()
    let store = s.forum.store
    var held: [PostID] = []
    for number in 1...6 {
      let spammer = try await store.write { tx in
        try tx.run(
          """
          INSERT INTO member (name, handle, email_verified_at, role, created_at)
          VALUES (\("Seller \(number)"), \("seller-\(number)"), 1, 'member', \(tx.now - .days(2)))
          """)
        let id: MemberID? = try tx.value("SELECT max(id) FROM member")
        return try Actor(Viewer.find(id ?? MemberID(rawValue: 0), in: tx) ?? .visitor)
      }
      let body =
        number == 6
        ? "Is https://pills.example/faq where the manual of the mixer went?"
        : "Buy our wonderful pills now https://pills.example/\(number) they are cheap"
      held.append(try await store.reply(body, to: s.topic, by: try #require(spammer)))
    }
    let posts = held
    try await store.write { tx in for post in posts { try Review.hold(post, because: .links, in: tx) } }
    let queue = try await s.tomas.get("/moderation").text
    #expect(queue.contains("6 lead to") && queue.contains("5 say the same"))
    let page = try await s.tomas.get("/moderation/wave?kind=link&value=pills.example").text
    #expect(page.split(separator: " checked").count - 1 == 6, "five and the box that suspends")
    #expect(!page.contains("value=\"6\" checked"))
    let sent = try await s.tomas.send(
      .post, "/moderation/wave",
      headers: [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"],
      body: "review=1&review=2&review=3&review=4&review=5&outcome=spam&suspend=yes")
    #expect(sent.status == 303)
    #expect(try await store.number("SELECT count(*) FROM post WHERE deleted_at IS NOT NULL") == 5)
    #expect(try await store.number("SELECT count(*) FROM member WHERE suspended_until IS NOT NULL") == 5)
    let first = try await store.number("SELECT min(id) FROM act WHERE kind = 'delete'")
    #expect(try await s.tomas.post("/admin/log/\(first)/undo").status == 303)
    #expect(try await store.number("SELECT count(*) FROM post WHERE deleted_at IS NOT NULL") == 0)
    #expect(try await store.number("SELECT count(*) FROM member WHERE suspended_until IS NOT NULL") == 0)
    #expect(try await store.number("SELECT count(*) FROM review WHERE settled_at IS NULL") == 6)
    #expect(try await store.miscounts() == [])
  }

  @Test("a topic is moved, merged and split from one page, each with an undo; the old address leads on") func arranged() async throws {
    let s = try await scene()
    let ana: Actor = try await s.forum.store.read { tx in try #require(try Viewer.find(MemberID(rawValue: 1), in: tx).flatMap(Actor.init)) }
    let talk = try await s.forum.store.addCategory("Talk")
    let other = try await s.forum.store.open("My oven smells", by: ana, in: talk)
    let place = "/moderation/topics/\(s.topic.rawValue)"
    #expect(try await s.kai.get(place).status == 404)
    #expect(try await s.tomas.get("/t/\(s.topic.rawValue)/the-oven-smells").text.contains("href=\"\(place)\""))
    #expect(try await s.tomas.get(place).text.contains("Clean it with Wonderfoam"))
    let lost = try await s.tomas.post(place + "/merge", form: ["target": "/t/<99>"])
    #expect(lost.status == 422 && lost.text.contains("/t/&lt;99&gt;") && lost.text.contains("This is no topic it can go to."))
    #expect(try await s.tomas.post(place + "/merge", form: ["target": "http://127.0.0.1/t/\(other.rawValue)/my-oven-smells"]).status == 303)
    let visitor = s.forum.visitor()
    #expect(try await visitor.get("/t/\(s.topic.rawValue)/the-oven-smells").location == "/t/\(other.rawValue)/my-oven-smells")
    #expect(try await visitor.get("/t/\(other.rawValue)/my-oven-smells").text.contains("Clean it with Wonderfoam"))
    #expect(try await s.tomas.post("/admin/log/1/undo").status == 303)
    #expect(try await s.sees(visitor))
    #expect(try await s.tomas.post(place + "/move", form: ["category": "talk"]).status == 303)
    #expect(try await visitor.get("/c/talk").text.contains("The oven smells"))
    let unnamed = try await s.tomas.post(place + "/split", form: ["title": "", "category": "help", "posts": "9"])
    #expect(unnamed.status == 422 && unnamed.text.contains("split-title-problem"))
    let split = try await s.tomas.post(place + "/split", form: ["title": "Wonderfoam", "category": "help", "posts": "\(s.post.rawValue)"])
    #expect(split.status == 303)
    #expect(try await visitor.get(split.location ?? "").location == "\(split.location ?? "")/wonderfoam")
    #expect(try await visitor.get("/p/\(s.post.rawValue)").location?.contains("/wonderfoam") == true)
    #expect(try await s.tomas.post(place + "/duplicate", form: ["target": "\(other.rawValue)"]).status == 303)
    #expect(try await visitor.get("/t/\(s.topic.rawValue)/the-oven-smells").text.contains("My oven smells"))
    #expect(try await s.forum.store.miscounts() == [])
  }

  @Test("what a moderator took up and lets go of leaves the queue; a reported profile is emptied") func profile() async throws {
    let s = try await scene()
    #expect(
      try await s.kai.post("/settings/profile", form: ["name": "Kai Lindqvist", "bio": "Buy my brushes", "timeZone": "UTC"]).status == 303)
    #expect(try await s.tomas.post("/m/kai/moderate").location == "/moderation/1")
    let noor = try await s.forum.member("noor")
    #expect(try await noor.post("/m/kai/moderate").location == "/moderation/1")
    #expect(try await noor.get("/moderation/1").text.contains("Tomáš Novák has this in hand"))
    #expect(try await s.tomas.post("/moderation/1/release").location == "/moderation")
    #expect(try await s.tomas.get("/moderation/1").status == 404)
    let ana = try await s.forum.member("ana")
    #expect(try await ana.post("/m/kai/report", form: ["reason": "spam", "note": "He sells"]).location == "/m/kai")
    let place = try #require(try await s.tomas.post("/moderation/next").location)
    #expect(try await s.tomas.post(place, form: ["verdict": "hide", "rule": "spam"]).status == 303)
    #expect(try await !ana.get("/m/kai").text.contains("my brushes"))
    #expect(try await s.kai.get("/decisions").status == 200)
  }

  @Test("in a topic that is slowed down each member waits, and whoever looks after it does not") func slowed() async throws {
    let s = try await scene()
    #expect(try await s.kai.post("/t/\(s.topic.rawValue)/slow", form: ["seconds": "600"]).status == 403)
    #expect(try await s.tomas.post("/t/\(s.topic.rawValue)/slow", form: ["seconds": "7"]).status == 422)
    #expect(try await s.tomas.post("/t/\(s.topic.rawValue)/slow", form: ["seconds": "600"]).status == 303)
    #expect(try await s.kai.get("/t/\(s.topic.rawValue)/the-oven-smells").text.contains("each member waits 10 minutes"))
    let second = try await s.kai.post("/t/\(s.topic.rawValue)/replies", form: ["body": "And again", "seen": "9", "key": "slow-0001"])
    #expect(second.status == 429 && second.text.contains("And again"))
    for number in 1...2 {
      let own = try await s.tomas.post(
        "/t/\(s.topic.rawValue)/replies", form: ["body": "Calm, please \(number)", "seen": "9", "key": "slow-mod-\(number)"])
      #expect(own.status == 303)
    }
    s.forum.store.clock.advance(.minutes(10))
    #expect(
      try await s.kai.post("/t/\(s.topic.rawValue)/replies", form: ["body": "And again", "seen": "9", "key": "slow-0001"]).status == 303)
  }

  @Test("whoever reported something hears what came of it: a member, and a visitor who left an address") func answered() async throws {
    let s = try await scene()
    _ = try await s.report(answerTo: "guest@example.net")
    #expect(try await s.forum.member("ana").post("/p/\(s.post.rawValue)/report", form: ["reason": "spam"]).status == 303)
    try await s.tomas.post("/moderation/1", form: ["verdict": "fine", "rule": "spam"])
    try await s.forum.settle()
    let told = try await s.forum.store.read { tx in
      try tx.values("SELECT to_address FROM mail WHERE kind = 'reportDismissed' ORDER BY to_address", as: String.self)
    }
    #expect(told == ["ana@example.org", "guest@example.net"])
  }
}
