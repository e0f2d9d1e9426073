import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import Pages
import TestSupport
import Testing
import Web

@Suite("Conversations, as pages") struct ConversationStoryTests {
  private func here() async throws -> TestForum {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    // Past their first days, with two posts left standing.
    for person in [Person.ana, .kai, .omar] {
      for number in 1...2 { try await forum.store.insertTopic(by: try #require(cast[person]).id, title: "Settled \(number)") }
    }
    return forum
  }

  @Test("a member writes on another's page; the other sees it at the bell and in the list, reads it, answers, and both see it end there")
  func story() async throws {
    let forum = try await here()
    let (ana, kai) = (try await forum.member("ana"), try await forum.member("kai"))
    #expect(try await ana.get("/m/kai").text.contains("href=\"/m/kai/write\""))
    #expect(!(try await ana.get("/m/ana").text.contains("/m/ana/write")))
    #expect(!(try await forum.visitor().get("/m/kai").text.contains("/m/kai/write")))
    let form = try await ana.get("/m/kai/write").text
    let key = try #require(value(of: "key", in: form))
    let sent = try await ana.post("/m/kai/write", form: ["body": "How are *your* bees?", "key": key])
    #expect(sent.location == "/messages/1#m1")
    #expect(try await ana.post("/m/kai/write", form: ["body": "How are *your* bees?", "key": key]).location == "/messages/1#m1")
    #expect(try await ana.get("/m/kai/write").location == "/messages/1/newest")
    try await forum.settle()
    let notices = try await kai.get("/notices").text
    #expect(notices.contains("Ana Costa wrote to you") && notices.contains("href=\"/messages/1#m1\""))
    #expect(try await kai.get("/messages").text.contains("row-new"))
    let page = try await kai.get("/messages/1").text
    #expect(page.contains("How are <em>your</em> bees?") && page.contains("Only you and Ana Costa can read this."))
    await forum.site.services.reading.flush()
    #expect(!(try await kai.get("/messages").text.contains("row-new")))
    #expect(!(try await kai.get("/notices").text.contains("notice-new")))
    let answered = try await kai.post("/messages/1/parts", form: ["body": "Well.", "key": "talk-1-1"])
    #expect(answered.location == "/messages/1#m2")
    #expect(try await ana.get("/messages/1").text.contains("id=\"unread\""))
    for path in ["/messages", "/messages/1", "/messages/1/newest", "/m/kai/write", "/ask/privately", "/settings/messages"] {
      #expect(try await forum.visitor().get(path).location?.hasPrefix("/sign-in?return_to=") == true, "\(path)")
    }
  }

  @Test("for everybody else, moderators and admins too, it is as if it never was, to read and to press")
  func absent() async throws {
    let forum = try await here()
    let (ana, kai) = (try await forum.member("ana"), try await forum.member("kai"))
    try await ana.post("/m/kai/write", form: ["body": "Canary", "key": "to-kai-once"])
    try await ana.post("/ask/privately", form: ["title": "Canary", "body": "Canary", "key": "private-once"])
    func plain(_ answered: Answered, _ number: String) -> String { answered.comparable.replacing("/messages/\(number)", with: "HERE") }
    for (name, number) in [("omar", "1"), ("mei", "1"), ("tomas", "1"), ("noor", "1"), ("tomas", "2"), ("kai", "2")] {
      let browser = try await forum.member(name)
      for rest in ["", "?page=2", "?page=1", "/newest", "/make-public", "/parts/1/report", "/parts/2/report"] where rest != "?page=1" {
        let (one, other) = (try await browser.get("/messages/\(number)\(rest)"), try await browser.get("/messages/99\(rest)"))
        #expect(one.status == 404 && plain(one, number) == plain(other, "99"), "\(rest) for \(name)")
      }
      for (rest, form) in [
        ("parts", ["body": "Words", "key": "talk-1-1"]), ("parts", ["body": "", "key": "x"]), ("parts", ["body": "Words", "save": "yes"]),
        ("parts", ["body": "Words", "preview": "yes"]), ("leave", [:]), ("come-back", [:]), ("mute", ["wanted": "yes"]),
        ("make-public", ["title": "", "body": ""]), ("parts/1/report", ["reason": "spam"]), ("parts/1/report", [:]),
      ] as [(String, KeyValuePairs<String, String>)] {
        let one = try await browser.post("/messages/\(number)/\(rest)", form: form)
        let other = try await browser.post("/messages/99/\(rest)", form: form)
        #expect(one.status == 404 && plain(one, number) == plain(other, "99"), "\(rest) for \(name)")
      }
      if name != "kai" { #expect(!(try await browser.get("/messages").text.contains("Canary")), "\(name)") }
    }
    #expect(try await kai.get("/messages/1?page=1").location == "/messages/1")
    #expect(try await kai.get("/messages/1?page=2").status == 404)
    for path in ["/messages?of=staff", "/messages?of=x", "/messages?before=x", "/messages/x", "/messages/1/parts/x/report"] {
      #expect(try await kai.get(path).status == 404, "\(path)")
    }
    #expect(try await forum.store.number("SELECT count(*) FROM draft") == 0)
  }

  @Test("nothing typed is lost: problems, refusals, previews and drafts give it back, in all three forms") func nothingLost() async throws {
    let forum = try await here()
    let (ana, kai, sam) = (try await forum.member("ana"), try await forum.member("kai"), try await forum.member("sam"))
    try await ana.post("/m/kai/write", form: ["body": "Hello", "key": "to-kai-once"])
    let places = [("/m/omar/write", "First message"), ("/messages/1/parts", "Message"), ("/ask/privately", "Private question")]
    for (path, kind) in places {
      let title = path == "/ask/privately" ? [("title", "My title")] : []
      func form(_ body: String, _ extra: [(String, String)] = []) -> [(String, String)] {
        title + [("body", body), ("key", "a-key-of-mine")] + extra
      }
      let page = path == "/messages/1/parts" ? "/messages/1" : path
      let preview = try await ana.send(path, form("My *own* words", [("preview", "yes")]))
      #expect(preview.status == 200 && preview.text.contains("<em>own</em>") && preview.text.contains("My *own* words"), "\(path)")
      let part = try await ana.send(path, form("My *own* words", [("preview", "yes")]), script: true)
      #expect(part.status == 200 && part.text.contains("<em>own</em>") && !part.text.contains("<main"), "\(path)")
      let empty = try await ana.send(path, form("  "))
      #expect(empty.status == 422 && empty.text.contains("Please write a few words here."), "\(path)")
      let long = try await ana.send(path, form(String(repeating: "x", count: 40_000)))
      #expect(long.status == 422 && long.text.contains("xxxxxxxxxx"), "\(path)")
      let saved = try await ana.send(path, form("My <own> words", [("save", "yes")]))
      #expect(saved.status == 303, "\(path) \(saved.text.suffix(400))")
      #expect(try await ana.get(page).text.contains("My &lt;own&gt; words"), "\(path)")
      let drafts = try await ana.get("/drafts").text
      #expect(drafts.contains(kind) && drafts.contains("My &lt;own&gt; words"), "\(path)")
      let script = try await ana.send(path, form("My <own> words", [("draft", "1.abcdefgh"), ("save", "yes")]), script: true)
      #expect(script.status == 200 && script.text.contains("Draft saved"), "\(path) \(script.text)")
      let sent = try await ana.send(path, form("My <own> words", [("draft", "2.abcdefgh")]))
      #expect(sent.status == 303, "\(path) \(sent.text.suffix(400))")
      #expect(!(try await ana.get("/drafts").text.contains(">\(kind)<")), "\(path)")
    }
    // Who cannot be reached any more gives the text back, and a draft for them stays to be read.
    try await ana.post("/messages/1/parts", form: ["body": "Begun <b>", "save": "yes"])
    #expect(try await kai.post("/messages/1/leave").location == "/messages")
    let refused = try await ana.post("/messages/1/parts", form: ["body": "Lost <words>", "key": "talk-1-9"])
    #expect(refused.status == 403 && refused.text.contains("Lost &lt;words&gt;") && refused.text.contains("cannot be reached"))
    #expect(try await ana.get("/messages/1").text.contains("Begun &lt;b&gt;"))
    let newcomer = try await sam.post("/m/kai/write", form: ["body": "Lost <words>", "key": "sam-to-kai"])
    #expect(newcomer.status == 403 && newcomer.text.contains("Lost &lt;words&gt;") && newcomer.text.contains("write to the staff"))
    let offered = try await sam.get("/m/kai/write").text
    #expect(offered.contains("write to the staff") && !offered.contains("<textarea"))
  }

  @Test("thirty stand on a page; the list and the notice lead to the first that is new") func pages() async throws {
    let forum = try await here()
    let (ana, kai) = (try await forum.member("ana"), try await forum.member("kai"))
    try await ana.post("/m/kai/write", form: ["body": "Number 1", "key": "to-kai-once"])
    for number in 2...35 { try await ana.post("/messages/1/parts", form: ["body": "Number \(number)", "key": "talk-1-\(number)"]) }
    #expect(try await kai.get("/messages/1/newest").location == "/messages/1#m1")
    #expect(try await kai.get("/messages/1").status == 200)
    await forum.site.services.reading.flush()
    #expect(try await kai.get("/messages/1/newest").location == "/messages/1?page=2#m31")
    let last = try await kai.get("/messages/1?page=2").text
    #expect(last.contains("Number 35") && last.contains("id=\"m31\"") && !last.contains("id=\"m30\""))
    let purpose = try #require(HTTPField.Name("Sec-Purpose"))
    await forum.site.services.reading.flush()
    #expect(try await kai.get("/messages/1/newest").location == "/messages/1?page=2#m35")
    try await ana.post("/messages/1/parts", form: ["body": "More", "key": "talk-1-36"])
    #expect(try await kai.get("/messages/1?page=2", headers: [purpose: "prefetch"]).status == 200)
    await forum.site.services.reading.flush()
    #expect(try await kai.get("/messages").text.contains("row-new"), "what a browser reads ahead nobody has read")
  }

  @Test("leaving is taken back from the next page; muting stays in the list; a block lies behind the same words as all else") func acts()
    async throws
  {
    let forum = try await here()
    let (ana, kai) = (try await forum.member("ana"), try await forum.member("kai"))
    try await ana.post("/m/kai/write", form: ["body": "Hello", "key": "to-kai-once"])
    #expect(try await kai.post("/messages/1/mute", form: ["wanted": "yes"]).location == "/messages/1")
    #expect(try await kai.get("/messages").text.contains("Muted"))
    #expect(try await kai.post("/messages/1/leave").location == "/messages")
    let after = try await kai.get("/messages").text
    #expect(after.contains("You left the conversation.") && after.contains("action=\"/messages/1/come-back\""))
    #expect(try await kai.get("/messages/1").status == 404)
    let seenAfterLeaving = try await ana.get("/messages/1").text
    #expect(try await kai.post("/messages/1/come-back").location == "/messages/1")
    #expect(try await kai.post("/m/ana/block", form: ["wanted": "yes"]).location == "/m/ana")
    // The page of who was left is the page of who was blocked, byte for byte.
    let seenAfterBlock = try await ana.get("/messages/1").text
    #expect(seenAfterLeaving == seenAfterBlock && seenAfterBlock.contains("cannot be reached by message at the moment"))
    let own = try await kai.get("/messages/1").text
    #expect(own.contains("You have blocked this member") && own.contains("Lift the block"))
    let settings = try await kai.get("/settings/messages").text
    #expect(settings.contains("action=\"/m/ana/block\"") && settings.contains("Ana Costa"))
    #expect(try await ana.get("/settings/messages").text.contains("You have blocked nobody"))
    #expect(try await kai.post("/m/ana/block", form: ["wanted": "no", "return_to": "/settings/messages"]).location == "/settings/messages")
    #expect(try await ana.post("/messages/1/parts", form: ["body": "Again", "key": "talk-1-2"]).status == 303)
    #expect(try await kai.post("/settings/messages").location == "/settings/messages")
    let omar = try await forum.member("omar")
    #expect(try await omar.get("/m/kai/write").text.contains("cannot be reached by message at the moment"))
    #expect(try await kai.post("/settings/messages", form: ["wanted": "yes"]).status == 303)
    #expect(try await omar.get("/m/kai/write").text.contains("<textarea"))
    #expect(try await kai.post("/m/mei/block", form: ["wanted": "yes"]).status == 403)
    #expect(try await kai.post("/m/nobody/block", form: ["wanted": "yes"]).status == 404)
  }
}

extension Browser {
  /// Sends a form whose fields were put together.
  fileprivate func send(_ path: String, _ fields: [(String, String)], script: Bool = false) async throws -> Answered {
    var headers: HTTPFields = [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"]
    if script { headers[HTTPField.Name("X-Kindred-Fragment")!] = "1" }
    return try await send(
      .post, path, headers: headers, body: fields.map { "\($0.0)=\(Paths.encoded($0.1))" }.joined(separator: "&"))
  }
}
