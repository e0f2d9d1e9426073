import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

/// A forum where everything has happened once, and stories that do all of it again through forms.
struct Scene: Sendable {
  let forum: TestForum
  let cast: [Person: Actor]
  let help: CategoryID

  init(_ forum: TestForum) async throws {
    self.forum = forum
    cast = try await forum.store.addCast()
    help = try await forum.store.addCategory()
    let (ana, mei, kai) = (try #require(cast[.ana]), try #require(cast[.mei]), try #require(cast[.kai]))
    for number in 1...40 {
      let topic = try await forum.store.open(
        "Oven \(number)", by: mei, in: help, kind: number % 4 == 0 ? .discussion : .question, tags: "oven flour")
      try await forum.store.reply("Clean it \(number)", to: topic, by: kai)
    }
    for number in 1...2 { try await forum.store.open("Settled \(number)", by: ana, in: help) }
  }

  /// Everything people can do with topics and posts, each by one request.
  func tellStories(word: String = "smoke") async throws {
    let ana = try await forum.member("ana"), kai = try await forum.member("kai"), mei = try await forum.member("mei")
    let visitor = forum.visitor()
    let asked = try await ana.post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "\(word) here", "body": "\(word) everywhere", "tags": "oven",
        "key": "ask-\(word.utf8.count)",
      ])
    try #require(asked.status == 303, "\(asked.text)")
    let topic = try #require(asked.location)
    let id = try #require(topic.split(separator: "/").dropFirst().first)
    let opening = try await forum.store.opening(of: try #require(TopicID(id)))
    func did(_ answered: Answered, _ what: String) { #expect(answered.status == 303, "\(what) \(answered.text.suffix(2000))") }
    let answered = try await kai.post("/t/\(id)/replies", form: ["body": "Mind the \(word)", "key": "topic-\(id)-1", "seen": "1"])
    did(answered, "reply")
    let post = try #require(answered.location?.split(separator: "/").last)
    let began = try await kai.post("/t/\(id)/replies", form: ["body": "Begun \(word)", "key": "topic-\(id)-2", "save": "yes"])
    did(began, "draft")
    let script = try await kai.post(
      "/t/\(id)/replies", form: ["body": "Begun \(word) again", "draft": "1.abcdefgh", "save": "yes"],
      headers: [HTTPField.Name("X-Kindred-Fragment")!: "1"])
    #expect(script.status == 200, "\(script.text)")
    did(try await ana.post("/p/\(post)/remarks", form: ["body": "Begun \(word)", "save": "yes"]), "draft of a remark")
    did(
      try await ana.post("/p/\(opening.rawValue)/edit", form: ["body": "Begun \(word)", "version": "1", "save": "yes"]), "draft of an edit")
    let known = value(of: "draft", in: try await ana.get("/ask").text) ?? ""
    did(try await ana.post("/ask", form: ["title": "Begun \(word)", "draft": known, "save": "yes"]), "draft of a question")
    let drafts = try await kai.get("/drafts").text
    let draft = try #require(drafts.firstMatch(of: /\/drafts\/(\d+)\/discard/)?.1)
    did(try await kai.post("/drafts/\(draft)/discard"), "discard")
    did(try await kai.post("/drafts/\(draft)/restore"), "restore")
    #expect(try await kai.get("/t/\(id)").status == 301)
    for browser in [ana, kai] { #expect(try await browser.get("/drafts").status == 200) }
    for word in ["member=ka", "tag=ov"] {
      #expect(try await kai.get("/complete?\(word)", headers: [HTTPField.Name("X-Kindred-Fragment")!: "1"]).status == 200)
    }
    #expect(try await kai.get("/t/1/oven-1?quote=1").status == 200)
    did(try await ana.post("/p/\(post)/remarks", form: ["body": "Which \(word)?", "key": "r\(post)-0"]), "remark")
    did(try await ana.post("/p/\(post)/vote", form: ["wanted": "yes"]), "vote")
    did(try await ana.post("/p/\(post)/vote", form: ["wanted": "no"]), "unvote")
    did(try await kai.post("/t/\(id)/me-too", form: ["wanted": "yes"]), "me too")
    did(try await kai.post("/t/\(id)/me-too", form: ["wanted": "no"]), "no me too")
    did(try await mei.post("/p/\(post)/accept"), "accept")
    did(try await ana.post("/p/\(post)/objection", form: ["note": "Still \(word)"]), "objection")
    did(try await mei.post("/p/\(post)/accept"), "accept again")
    did(try await mei.post("/p/\(post)/unaccept"), "unaccept")
    did(try await mei.post("/p/\(post)/accept-again"), "unaccept undone")
    did(try await mei.post("/p/\(post)/unaccept"), "unaccept once more")
    did(try await ana.post("/t/\(id)/solved", form: ["note": "No \(word)"]), "solved")
    did(try await ana.post("/t/\(id)/unsolved"), "unsolved")
    did(try await ana.post("/t/\(id)/solved-again"), "unsolved undone")
    did(try await ana.post("/t/\(id)/unsolved"), "unsolved once more")
    did(try await kai.post("/p/\(post)/edit", form: ["body": "Edited \(word)", "version": "1"]), "edit")
    did(
      try await ana.post(
        "/p/\(opening.rawValue)/edit",
        form: ["title": "\(word) there", "body": "Edited \(word)", "category": "help", "tags": "flour", "version": "1"]), "edit opening")
    did(try await ana.post("/keyboard", form: ["wanted": "no"]), "keys off")
    did(try await ana.post("/keyboard", form: ["wanted": "yes"]), "keys on")
    for (path, level) in [("/t/\(id)", "mute"), ("/c/help", "follow"), ("/tag/oven", "everything"), ("/m/ana", "mail")] {
      did(try await kai.post("\(path)/follow", form: ["level": level]), "follow \(path)")
    }
    did(try await kai.post("/t/\(id)/follow", form: ["level": "normal"]), "unmute")
    did(try await kai.post("/tag/oven/follow", form: ["level": "normal"]), "no longer follow")
    did(try await kai.post("/p/\(post)/bookmark", form: ["wanted": "yes"]), "bookmark")
    did(try await kai.post("/p/\(opening.rawValue)/bookmark", form: ["wanted": "yes"]), "bookmark the question")
    did(try await kai.post("/p/\(opening.rawValue)/bookmark", form: ["wanted": "no"]), "no bookmark")
    did(try await mei.post("/t/\(id)/announce", form: ["place": "site", "until": "2026-03-01"]), "announce")
    did(try await kai.post("/t/\(id)/hide", form: ["return_to": "/"]), "hide")
    did(try await kai.post("/t/\(id)/unhide"), "unhide")
    did(try await mei.post("/t/\(id)/announce-end"), "end announcement")
    did(try await mei.post("/t/\(id)/announce-again"), "announce again")
    did(try await mei.post("/settings/mail", form: ["question": "yes", "category": "help"]), "mail for questions")
    #expect(try await mei.get("/settings").status == 200)
    for path in ["/welcome", "/welcome/interests", "/welcome/mail"] { #expect(try await kai.get(path).status == 200) }
    did(try await kai.post("/welcome", form: ["name": "Kai Lindqvist", "timeZone": "UTC"]), "name")
    did(try await kai.post("/welcome/interests", form: ["tag": "oven"]), "interests")
    did(try await kai.post("/welcome/mail", form: ["answered": "yes"]), "mail")
    did(try await kai.post("/settings/interests", form: ["tags": "flour"]), "fewer interests")
    did(try await ana.post("/settings/away", form: ["until": "2026-03-01", "awayNote": "At sea"]), "away")
    #expect(try await kai.get("/m/ana").status == 200)
    did(try await ana.post("/settings/away", form: ["until": "", "awayNote": ""]), "back")
    did(try await kai.post("/p/\(post)/delete"), "delete")
    did(try await kai.post("/p/\(post)/restore"), "restore")
    did(try await ana.post("/p/\(opening.rawValue)/name-off"), "name off")
    forum.store.clock.advance(.seconds(5))
    let encoded = word == "smoke" ? "smoke" : "mind"
    for reader in [visitor, ana, kai, mei, try await forum.member("tomas")] {
      for path in [
        "/", "/unanswered", "/c/help", "/tag/flour", "/t/\(id)", "/t/1/oven-1", "/t/1/oven-1?order=best", "/t/1/oven-1?order=newest",
        "/p/\(post)",
        "/p/\(post)/history", "/search?q=\(encoded)", "/search?q=%22clean%20it%22", "/search",
        "/search?q=clean+mind+zzz", "/search?q=tag%3Aoven+is%3Aopen+before%3A2030", "/search?q=author%3Akai+-smell",
        "/search?q=oven+after%3A2025",
        "/m/kai", "/ask", "/keyboard", "/avatar/1.svg",
      ] { #expect([200, 301, 303].contains(try await reader.get(path).status), "\(path)") }
      let list = try await reader.get("/").text
      let older = try #require(list.split(separator: "\"").first { $0.hasPrefix("/?before=") })
      #expect(try await reader.get(String(older)).status == 200)
    }
    for path in [
      "/p/\(post)/edit", "/settings", "/settings/following", "/settings/following?before=9999999999999-topic-1",
      "/settings/following?changed=category-1-mute", "/bookmarks", "/bookmarks?before=9999999999999-1",
      "/notices", "/notices?before=unread-999999", "/notices?before=read-999999",
      "/new", "/new?before=9999999999999-9", "/mine", "/mine?only=asked", "/mine?only=answered",
      "/mine?only=followed&before=9999999999999-9",
    ] { #expect(try await kai.get(path).status == 200, "\(path)") }
    #expect(try await forum.member("noor").get("/admin/searches").status == 200)
    for path in ["/admin", "/admin/members?q=\(word)", "/admin/members?order=seen&after=1-1"] {
      #expect(try await forum.member("noor").get(path).status == 200)
    }
    await forum.site.services.reading.flush()
    await forum.site.services.fruitless.flush()
    try await forum.settle()
    did(try await ana.post("/notices/read", form: ["upto": "999999"]), "notices read")
    did(try await ana.post("/notices/unread", form: ["at": "\(forum.store.clock.now.rawValue)"]), "notices unread")
    did(try await ana.post("/notices/read", form: ["topic": String(id), "upto": "999999"]), "notices of a topic read")
    #expect(try await ana.get("/notices").status == 200)
    try await converse(word)
    // The next telling begins where this one ended, in a day in which nobody has reached a limit.
    forum.store.clock.advance(.days(2))
  }

  /// Everything people can do out of public sight.
  private func converse(_ word: String) async throws {
    let ana = try await forum.member("ana"), kai = try await forum.member("kai"), mei = try await forum.member("mei")
    let noor = try await forum.member("noor"), omar = try await forum.member("omar")
    func did(_ answered: Answered, _ what: String) { #expect(answered.status == 303, "\(what) \(answered.text.suffix(2000))") }
    did(try await kai.post("/settings/messages", form: ["wanted": "yes"]), "messages")
    #expect(try await ana.get("/m/kai/write").status < 400)
    did(try await ana.post("/m/kai/write", form: ["body": "Begun \(word)", "save": "yes"]), "draft of a letter")
    let letter = try await ana.post("/m/kai/write", form: ["body": "Dear \(word)", "key": "letter-\(word.utf8.count)"])
    did(letter, "letter")
    let talk = try #require(letter.location?.split(separator: "/").last?.prefix { $0 != "#" && $0 != "?" })
    did(try await kai.post("/messages/\(talk)/parts", form: ["body": "Begun \(word)", "save": "yes"]), "draft of a message")
    #expect(try await kai.get("/drafts").status == 200)
    did(try await kai.post("/messages/\(talk)/parts", form: ["body": "Back \(word)", "key": "talk-\(word.utf8.count)"]), "message")
    let number = try #require(letter.location?.split(separator: "#m").last)
    did(
      try await kai.post("/messages/\(talk)/parts/\(number)/report", form: ["reason": "spam", "note": "It is \(word)"]), "report")
    did(try await ana.post("/messages/\(talk)/mute", form: ["wanted": "no"]), "unmute")
    let asked = try await ana.post(
      "/ask/privately", form: ["title": "\(word) alone", "body": "\(word) alone", "key": "private-\(word.utf8.count)"])
    did(asked, "private question")
    let question = try #require(asked.location?.split(separator: "/").last?.prefix { $0 != "#" && $0 != "?" })
    try await forum.settle()
    did(try await mei.post("/messages/\(question)/parts", form: ["body": "So \(word)", "key": "talk-\(question)"]), "answer")
    try await forum.settle()
    for (reader, paths) in [
      (
        ana,
        [
          "/messages", "/messages?before=9999999999999-9", "/messages/\(talk)", "/messages/\(question)",
          "/messages/\(question)/make-public",
        ]
      ),
      (kai, ["/messages/\(talk)", "/messages/\(talk)/parts/\(number)/report", "/settings/messages", "/notices"]),
      (mei, ["/messages?of=staff", "/messages?of=staff&before=9999999999999-9", "/messages/\(question)", "/notices"]),
    ] { for path in paths { #expect(try await reader.get(path).status == 200, "\(path)") } }
    for path in ["/messages/\(talk)/newest", "/m/kai/write"] { #expect(try await ana.get(path).status == 303) }
    #expect(try await noor.get("/moderation").status == 200)
    await forum.site.services.reading.flush()
    did(try await mei.post("/notices/read", form: ["conversation": String(question), "upto": "999999"]), "notices of a conversation read")
    did(
      try await ana.post(
        "/messages/\(question)/make-public",
        form: ["title": "\(word) for all", "body": "\(word) for all", "category": "help", "tags": "oven", "key": "public-\(question)"]),
      "made public")
    did(try await kai.post("/messages/\(talk)/leave"), "leave")
    #expect(try await ana.get("/messages/\(talk)").status == 200)
    did(try await kai.post("/messages/\(talk)/come-back"), "come back")
    did(try await kai.post("/m/omar/block", form: ["wanted": "yes"]), "block")
    #expect(try await omar.get("/m/kai/write").status == 200)
    #expect(try await kai.get("/t/1/oven-1").status == 200)
    did(try await kai.post("/m/omar/block", form: ["wanted": "no"]), "unblock")
    // What was begun is put away, so that the next telling begins anew.
    try await forum.store.write { tx in
      try ForgetTraces().perform(in: tx)
      try tx.run("DELETE FROM draft WHERE kind IN ('letter', 'message')")
    }
  }
}
