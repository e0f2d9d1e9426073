import Community
import Database
import Foundation
import ForumSupport
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Drafts through forms") struct DraftStoryTests {
  private static let words = "My long <answer> about ovens"
  private static let shown = "My long &lt;answer&gt; about ovens"
  private static let script: HTTPFields = [HTTPField.Name("X-Kindred-Fragment")!: "1"]

  private struct Here {
    let forum: TestForum
    let ana: Browser
    let kai: Browser
    let cast: [Person: Actor]
    let topic: TopicID
    let opening: PostID
    var replies: String { "/t/\(topic.rawValue)/replies" }
    var page: String { "/t/\(topic.rawValue)/ovens" }
  }
  private func here() async throws -> Here {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory(), body: "Hot.")
    return Here(
      forum: forum, ana: try await forum.member("ana"), kai: try await forum.member("kai"), cast: cast, topic: topic,
      opening: try await forum.store.opening(of: topic))
  }

  /// The forms of all four places: where each is sent, where it is shown, and what is in it.
  private func places(_ h: Here) -> [(post: String, page: String, form: KeyValuePairs<String, String>)] {
    [
      (
        "/ask", "/ask", ["title": "Ovens <2>", "body": Self.words, "tags": "oven", "category": "help", "kind": "discussion", "save": "yes"]
      ),
      (h.replies, h.page, ["body": Self.words, "key": "topic-1-1", "seen": "1", "save": "yes"]),
      ("/p/\(h.opening.rawValue)/remarks", h.page, ["body": Self.words, "save": "yes"]),
      (
        "/p/\(h.opening.rawValue)/edit", "/p/\(h.opening.rawValue)/edit",
        ["title": "Ovens <2>", "body": Self.words, "category": "help", "tags": "oven", "version": "1", "save": "yes"]
      ),
    ]
  }

  /// Of the form at the end of a topic's page; forms for remarks stand before it.
  private func stamp(of page: Answered) -> String? { value(of: "draft", in: page.text.components(separatedBy: "id=\"reply\"").last ?? "") }

  @Test("a button keeps the text without scripts, and the form begins with it again, in every place") func plain() async throws {
    let h = try await here()
    for (index, place) in places(h).enumerated() {
      let saved = try await h.ana.post(place.post, form: place.form)
      #expect(saved.status == 303, "\(place.post) \(saved.text.suffix(500))")
      let page = try await h.ana.get(place.page).text
      #expect(page.contains(Self.shown), "\(place.post)")
      #expect(page.contains("Draft saved"), "\(place.post)")
      if index == 0 { #expect(page.contains("Ovens &lt;2&gt;") && page.contains("value=\"discussion\" checked")) }
      #expect(!(try await h.kai.get(place.page == "/p/\(h.opening.rawValue)/edit" ? h.page : place.page).text.contains(Self.shown)))
    }
    #expect(try await h.forum.store.number("SELECT count(*) FROM post") == 1, "nothing was sent")
    let list = try await h.ana.get("/drafts").text
    #expect(list.split(separator: "/discard\"").count == 5)
    #expect(!(try await h.kai.get("/drafts").text.contains("/discard\"")))
  }

  @Test("it goes when the text is sent, and only then") func sending() async throws {
    let h = try await here()
    let reply = ["body": Self.words, "key": "topic-1-1", "seen": "1"]
    func send(_ more: [String: String], by browser: Browser? = nil) async throws -> Answered {
      let fields = reply.merging(more) { _, new in new }.map { "\($0.key)=\($0.value)" }.joined(separator: "&").replacing(" ", with: "+")
      return try await (browser ?? h.kai).send(
        .post, h.replies, headers: [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"], body: fields)
    }
    #expect(try await send(["save": "yes"]).status == 303)
    // Refused, previewed, or somebody wrote meanwhile: it stays.
    #expect(try await send(["preview": "yes", "draft": "1"]).status == 200)
    try await h.forum.store.reply("Faster", to: h.topic, by: try #require(h.cast[.mei]))
    let refused = try await send(["draft": "1"])
    #expect(refused.status == 409 && stamp(of: refused) == "1")
    #expect(try await h.kai.get("/drafts").text.contains("/discard\""))
    #expect(try await send(["anyway": "yes", "draft": "1"]).status == 303)
    #expect(!(try await h.kai.get("/drafts").text.contains("/discard\"")))
    #expect(!(try await h.kai.get(h.page).text.contains("Draft saved")))
    #expect(try await h.forum.store.number("SELECT count(*) FROM draft WHERE state = 'kept'") == 0)
  }

  @Test("each of the other forms lets go of its own draft too") func sendingOthers() async throws {
    let h = try await here()
    for place in places(h) { #expect(try await h.ana.post(place.post, form: place.form).status == 303) }
    let remark = "/p/\(h.opening.rawValue)/remarks", edit = "/p/\(h.opening.rawValue)/edit"
    #expect(try await h.ana.post(remark, form: ["body": "r", "key": "r1-00000", "draft": "1"]).status == 303)
    #expect(
      try await h.ana.post(
        edit, form: ["title": "Ovens", "body": "e", "category": "help", "tags": "", "version": "1", "draft": "1"]
      ).status == 303)
    #expect(
      try await h.ana.post(
        "/ask", form: ["kind": "question", "title": "More", "body": "a", "category": "help", "tags": "", "key": "ask-123456", "draft": "1"]
      ).status == 303)
    let left = try await h.forum.store.read { tx in try tx.values("SELECT kind FROM draft WHERE state = 'kept'", as: String.self) }
    #expect(left == ["reply"])
  }

  @Test("an older window is told, and gets the other text beside its own") func twoWindows() async throws {
    let h = try await here()
    func save(_ body: String, _ stamp: String, headers: HTTPFields = [:]) async throws -> Answered {
      try await h.kai.post(h.replies, form: ["body": body, "key": "topic-1-1", "draft": stamp, "save": "yes"], headers: headers)
    }
    let first = try await save("From the left", "0.aaaaaaaa", headers: Self.script)
    #expect(first.status == 200 && value(of: "draft", in: first.text) == "1" && first.text.contains("Draft saved"))
    #expect(!first.text.contains("<html"))
    let right = try await save("From the right", "0.bbbbbbbb", headers: Self.script)
    #expect(right.status == 409 && right.text.contains("From the left") && value(of: "draft", in: right.text) == "1")
    #expect(!right.text.contains("<html"))
    // Without scripts: the whole page, with both.
    let page = try await save("From the right", "0")
    #expect(page.status == 409 && page.text.contains("From the left") && page.text.contains("From the right</textarea>"))
    #expect(stamp(of: page) == "1")
    #expect(try await save("From the right", "1").status == 303, "who was told may keep theirs")
    let third = try await save("From the left, later", "1.aaaaaaaa", headers: Self.script)
    #expect(third.status == 409 && third.text.contains("From the right"))
  }

  @Test("a script is told that the session ended, and the forum keeps nothing of it") func sessionEnded() async throws {
    let h = try await here()
    let visitor = h.forum.visitor()
    for place in places(h) {
      let answered = try await visitor.post(place.post, form: place.form, headers: Self.script)
      #expect(answered.status == 401, "\(place.post)")
      #expect(answered.text.contains(Self.shown), "without scripts the words are given back")
    }
    #expect(try await h.forum.store.number("SELECT count(*) FROM draft") == 0)
    let page = try await visitor.get("/ask").text
    #expect(page.contains("data-draft=\"0\"") && !page.contains("name=\"save\""))
    #expect(try await h.kai.get("/ask").text.contains("name=\"save\""))
  }

  @Test("the page of one member never saves as another who signed in on the same device since") func otherMember() async throws {
    let h = try await here()
    let kai = try #require(h.cast[.kai]).id.rawValue
    for place in places(h).prefix(3) {
      let form = KeyValuePairs(dictionaryLiteral: ("body", Self.words), ("save", "\(kai)"))
      #expect(try await h.ana.post(place.post, form: form, headers: Self.script).status == 403, "\(place.post)")
      #expect(try await h.kai.post(place.post, form: form, headers: Self.script).status == 200, "\(place.post)")
    }
    #expect(!(try await h.ana.get("/drafts").text.contains("/discard\"")))
  }

  @Test("what cannot be kept comes back with the reason", arguments: [false, true]) func refused(_ isScript: Bool) async throws {
    let h = try await here()
    let long = String(repeating: "word ", count: 7_000)
    for place in [h.replies, "/ask", "/p/\(h.opening.rawValue)/remarks", "/p/\(h.opening.rawValue)/edit"] {
      let answered = try await h.ana.post(place, form: ["body": long, "save": "yes"], headers: isScript ? Self.script : [:])
      #expect(answered.status == 422, "\(place)")
      #expect(answered.text.contains("longer than a post may be"), "\(place)")
      #expect(answered.text.contains(long.prefix(30_000)) == !isScript, "\(place)")
    }
    let blank = try await h.ana.post(h.replies, form: ["body": " ", "save": "yes"], headers: isScript ? Self.script : [:])
    #expect(blank.status == 200 && blank.text.contains("nothing to save"))
  }

  @Test("what was written for a place that is gone is kept, and nothing is told of the place") func gonePlace() async throws {
    let h = try await here()
    let saved = try await h.kai.post(h.replies, form: ["body": "Before", "save": "yes"])
    #expect(saved.location == "/t/1/ovens#reply")
    try await h.forum.store.write { tx in try tx.run("UPDATE topic SET hidden = TRUE, title = 'Secret title'") }
    for path in [h.replies, "/t/4711/replies"] {
      let again = try await h.kai.post(path, form: ["body": Self.words, "draft": "1", "save": "yes"])
      #expect(again.status == 303 && again.location == "/drafts", "\(path)")
    }
    let list = try await h.kai.get("/drafts").text
    #expect(list.split(separator: Self.shown).count == 3)
    #expect(!list.contains("Secret") && !list.contains("ovens#"))
    // As where there is nothing.
    let rows = list.split(separator: "<li class=\"result\"").dropFirst().map { row in
      row.replacing(/\d+/, with: "N").split(separator: "</li>").first.map(String.init) ?? ""
    }
    #expect(rows.count == 2 && rows[0] == rows[1])
  }

  @Test("it is discarded with a way back, on the next page and for a day; another's is not there") func discarding() async throws {
    let h = try await here()
    _ = try await h.kai.post(h.replies, form: ["body": Self.words, "save": "yes"])
    let id = try #require(try await h.kai.get("/drafts").text.firstMatch(of: /\/drafts\/(\d+)\/discard/)?.1)
    for act in ["discard", "restore"] {
      #expect(try await h.ana.post("/drafts/\(id)/\(act)").status == 404)
      #expect(try await h.ana.post("/drafts/4711/\(act)").status == 404)
      #expect(try await h.ana.post("/drafts/x/\(act)").status == 404)
    }
    #expect(try await h.kai.post("/drafts/\(id)/discard").location == "/drafts")
    let after = try await h.kai.get("/drafts").text
    #expect(
      after.contains("The draft was discarded.") && after.contains("role=\"status\"")
        && after.contains("class=\"note note-ok gap-above\" data-flash data-swap method=\"post\" action=\"/drafts/\(id)/restore\""))
    let later = try await h.kai.get("/drafts").text
    #expect(!later.contains("was discarded.") && later.contains("/drafts/\(id)/restore"))
    #expect(!(try await h.kai.get(h.page).text.contains(Self.shown)))
    #expect(try await h.kai.post("/drafts/\(id)/restore").status == 303)
    #expect(try await h.kai.get(h.page).text.contains(Self.shown))
  }

  @Test("a title brought along begins a new question, and says what was begun before") func otherTitle() async throws {
    let h = try await here()
    _ = try await h.kai.post("/ask", form: ["title": "Old thing", "body": Self.words, "save": "yes"])
    let page = try await h.kai.get("/ask?title=New+thing").text
    #expect(page.contains("value=\"New thing\"") && page.contains("Old thing</a>") && !page.contains(Self.shown))
    #expect(value(of: "draft", in: page) == "0", "so that typing does not write over the other")
    #expect(try await h.kai.get("/ask?title=Old+thing").text.contains(Self.shown))
  }

  @Test("an edit goes on from the version it was begun with, so that a change since is not written over") func editing() async throws {
    let h = try await here()
    let path = "/p/\(h.opening.rawValue)/edit"
    let form: KeyValuePairs = ["title": "Ovens", "body": Self.words, "category": "help", "tags": "", "version": "1", "save": "yes"]
    #expect(try await h.ana.post(path, form: form).location == path)
    try await h.forum.store.edit(h.opening, to: "Moderated", by: try #require(h.cast[.tomas]))
    let page = try await h.ana.get(path).text
    #expect(page.contains(Self.shown) && value(of: "version", in: page) == "1")
    let sent = try await h.ana.post(
      path, form: ["title": "Ovens", "body": Self.words, "category": "help", "tags": "", "version": "1", "draft": "1"])
    #expect(sent.status == 409 && sent.text.contains("Moderated") && sent.text.contains(Self.shown))
  }

  @Test("drafts leave no trace in the log, in events, in search or in what others are served") func traces() async throws {
    let h = try await here()
    let events = try await h.forum.store.number("SELECT count(*) FROM event")
    for place in places(h) { _ = try await h.ana.post(place.post, form: place.form) }
    try await h.forum.settle()
    #expect(try await h.forum.store.number("SELECT count(*) FROM event") == events)
    #expect(h.forum.log.lines.allSatisfy { !$0.contains("ovens") && !$0.contains("Ovens") })
    #expect(!(try await h.kai.get("/search?q=answer").text.contains("about ovens")))
  }

  @Test("a script gets the preview alone") func preview() async throws {
    let h = try await here()
    for place in [h.replies, "/p/\(h.opening.rawValue)/remarks"] {
      let part = try await h.kai.post(place, form: ["body": "**bold**", "key": "key-1234", "preview": "yes"], headers: Self.script)
      #expect(part.status == 200 && part.text.contains("<strong>bold</strong>") && !part.text.contains("<html"), "\(place)")
      let page = try await h.kai.post(place, form: ["body": "**bold**", "key": "key-1234", "preview": "yes"])
      #expect(page.status == 200 && page.text.contains("<strong>bold</strong>") && page.text.contains("**bold**</textarea>"), "\(place)")
    }
    let asked = try await h.kai.post("/ask", form: ["title": "A <title>", "body": "*i*", "preview": "yes"], headers: Self.script)
    #expect(asked.text.contains("A &lt;title&gt;") && asked.text.contains("<em>i</em>") && !asked.text.contains("<html"))
    #expect(try await h.forum.store.number("SELECT count(*) FROM post") == 1)
  }
}
