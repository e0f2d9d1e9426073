import Community
import Database
import ForumSupport
import Foundation
import HTTPTypes
import Jobs
import Pictures
import TestSupport
import Testing
import Web

@Suite("Pictures in posts") struct PictureStoryTests {
  /// A forum with a question of Ana's, which everybody may read.
  private struct Stage {
    let forum: TestForum
    let ana: Browser
    let kai: Browser
    let visitor: Browser
    let topic: TopicID
    var replies: String { "/t/\(topic.rawValue)/replies" }

    init(_ access: CategoryAccess = .everyone) async throws {
      forum = try await TestForum.make()
      let cast = try await forum.store.addCast()
      let category = try await forum.store.addCategory("Help", access)
      topic = try await forum.store.open("Oven", by: try #require(cast[.ana]), in: category)
      ana = try await forum.member("ana")
      kai = try await forum.member("kai")
      visitor = forum.visitor()
    }

    /// Sends an answer of Kai's with a picture in it, and answers the picture's address and the post.
    func answerWithPicture(shade: UInt8 = 120) async throws -> (path: String, post: PostID) {
      let sent = try await kai.post(
        replies, form: ["body": "See here.", "key": "topic-key-\(shade)", "picture_alt": "An oven"], picture: TestPicture.png(shade: shade))
      #expect(sent.status == 303, "\(sent.text.prefix(400))")
      return try await newest()
    }

    func newest() async throws -> (path: String, post: PostID) {
      try await forum.store.read { tx in
        let post: PostID = try #require(try tx.value("SELECT max(post_id) FROM post_picture"))
        let html: String = try #require(try tx.value("SELECT html FROM post WHERE id = \(post)"))
        return (try #require(PictureStoryTests.path(in: html)), post)
      }
    }

    func status(_ path: String, _ browsers: Browser...) async throws -> [Int] {
      var statuses: [Int] = []
      for browser in browsers { statuses.append(try await browser.get(path).status) }
      return statuses
    }
  }

  /// The first address of a picture.
  static func path(in text: String) -> String? {
    guard let start = text.firstRange(of: "/i/")?.lowerBound else { return nil }
    return String(text[start...].prefix { $0.isLetter || $0.isNumber || "/-.".contains($0) })
  }

  @Test("a picture sent without scripts comes back in the text, and nothing that was typed is lost") func withoutScripts() async throws {
    let stage = try await Stage()
    let back = try await stage.kai.post(
      stage.replies, form: ["body": "Look <here>\n", "key": "topic-key", "seen": "1", "picture_alt": "A *cat* [1]", "attach": "yes"],
      picture: TestPicture.png())
    #expect(back.status == 200)
    #expect(back.text.contains("Look &lt;here&gt;\n\n![A \\*cat\\* \\[1\\]](/i/"))
    #expect(back.text.contains("The picture is in the text."))
    let path = try #require(Self.path(in: back.text))
    // In no post yet, it is its uploader's alone.
    #expect(try await stage.status(path, stage.kai, stage.ana, stage.visitor) == [200, 404, 404])
    let seen = try await stage.kai.get(path)
    #expect(seen.headers[.cacheControl] == "private, no-cache")
    #expect(Array(seen.bytes.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
    #expect(try await stage.forum.store.number("SELECT count(*) FROM post") == 1)
    // Nobody is told what it shows: the writer hears of it.
    let silent = try await stage.kai.post(
      stage.replies, form: ["body": "Look", "key": "topic-key", "attach": "yes"], picture: TestPicture.png(shade: 9))
    #expect(silent.text.contains("without a word on what it shows"))
    #expect(silent.text.contains("![](/i/"))
  }

  @Test("a picture is seen by whoever may read its post, with headers that make it nothing but a picture") func seen() async throws {
    let stage = try await Stage()
    let (path, _) = try await stage.answerWithPicture()
    #expect(try await stage.status(path, stage.kai, stage.ana, stage.visitor) == [200, 200, 200])
    let answered = try await stage.visitor.get(path)
    #expect(answered.headers[.contentType] == "image/png")
    #expect(answered.headers[.cacheControl] == "public, max-age=604800, s-maxage=300, immutable")
    #expect(answered.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
    #expect(answered.headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")
    let tag = try #require(answered.headers[.eTag])
    #expect(try await stage.visitor.get(path, headers: [.ifNoneMatch: tag]).status == 304)
    let page = try await stage.visitor.get("/t/\(stage.topic.rawValue)/oven")
    #expect(
      page.text.contains(
        "<a class=\"picture\" href=\"\(path)\"><img src=\"\(path)\" alt=\"An oven\" width=\"40\" height=\"30\" loading=\"lazy\"></a>"))
  }

  @Test("a large picture stands on the page as a smaller one that leads to the whole") func large() async throws {
    let stage = try await Stage()
    try await stage.kai.post(stage.replies, form: ["body": "See.", "key": "topic-key"], picture: TestPicture.png(1_600, 900))
    let (path, _) = try await stage.newest()
    #expect(path.hasSuffix("-1600x900.png"))
    let page = try await stage.visitor.get("/t/\(stage.topic.rawValue)/oven").text
    #expect(page.contains("href=\"\(path)\" aria-label=\"Picture\"><img src=\"\(path).webp\" alt=\"\" width=\"800\" height=\"450\""))
    let small = try await stage.visitor.get(path + ".webp")
    #expect(small.status == 200)
    #expect(small.headers[.contentType] == "image/webp")
    #expect(String(decoding: small.bytes.prefix(4), as: UTF8.self) == "RIFF")
    let whole = try await stage.visitor.get(path)
    #expect(whole.headers[.eTag] != small.headers[.eTag])
  }

  @Test("an address that is not exactly a picture's leads nowhere") func addresses() async throws {
    let stage = try await Stage()
    let (path, _) = try await stage.answerWithPicture()
    for wrong in [
      path.replacing("40x30", with: "41x30"), path.replacing(".png", with: ".jpg"), path + ".webp", path.replacing("40x30", with: "040x30"),
      path.dropLast(4) + ".svg", "/i/", "/i/..%2F..%2Fkindred.sqlite", "/i/" + path.dropFirst(4), path.uppercased(), path + "%00",
    ] {
      #expect(try await stage.visitor.get(String(wrong)).status == 404, "\(wrong)")
    }
  }

  @Test("sent twice, the same form writes one post with one picture") func twice() async throws {
    let stage = try await Stage()
    for _ in 1...2 { _ = try await stage.answerWithPicture() }
    #expect(try await stage.forum.store.number("SELECT count(*) FROM picture") == 1)
    #expect(try await stage.forum.store.number("SELECT count(*) FROM post") == 2)
  }

  @Test("an image is gone with its post for who may not see it", arguments: ["deleted", "hidden", "topic hidden", "moved", "edited out"])
  func gone(_ how: String) async throws {
    let stage = try await Stage()
    let (path, post) = try await stage.answerWithPicture()
    let tomas = try await stage.forum.member("tomas")
    #expect(try await stage.status(path, stage.visitor, stage.ana, tomas) == [200, 200, 200])
    let hidden = try await stage.forum.store.addCategory("Staff", .staff)
    let topic = stage.topic
    switch how {
    case "deleted": #expect(try await tomas.post("/p/\(post.rawValue)/delete").status == 303)
    case "edited out":
      stage.forum.store.clock.advance(.minutes(1))
      let edited = try await stage.kai.post("/p/\(post.rawValue)/edit", form: ["body": "Nothing to see.", "version": "1"])
      #expect(edited.status == 303)
    default:
      try await stage.forum.store.write { tx in
        switch how {
        case "hidden": try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(post)")
        case "topic hidden": try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(topic)")
        default: try tx.run("UPDATE topic SET category_id = \(hidden) WHERE id = \(topic)")
        }
      }
    }
    // Who wrote a post reads it after it was removed; what was edited out is its uploader's alone; nobody but staff sees into their category.
    let kai = how == "moved" || how == "topic hidden" ? 404 : 200
    let moderator = how == "edited out" ? 404 : 200
    #expect(try await stage.status(path, stage.visitor, stage.kai, tomas) == [404, kai, moderator])
    if how != "topic hidden" { #expect(try await stage.ana.get(path).status == 404) }
    let answer = try await stage.visitor.get(path, headers: [.ifNoneMatch: "*"])
    #expect(answer.status == 404)
    #expect(answer.headers[.cacheControl] == "no-store")
  }

  @Test("in a category of members a picture is theirs") func members() async throws {
    let stage = try await Stage(.members)
    let (path, _) = try await stage.answerWithPicture()
    #expect(try await stage.status(path, stage.visitor, stage.ana) == [404, 200])
    #expect(try await stage.ana.get(path).headers[.cacheControl] == "private, no-cache")
  }

  @Test("an address copied into another's post shows no more than it showed before") func copied() async throws {
    let stage = try await Stage(.members)
    let (path, _) = try await stage.answerWithPicture()
    let open = try await stage.forum.store.addCategory("Open")
    let ana = try await stage.forum.store.read { tx in
      let id: MemberID = try #require(try tx.value("SELECT id FROM member WHERE handle = 'ana'"))
      return try Viewer.find(id, in: tx).flatMap { Actor($0) }
    }
    let topic = try await stage.forum.store.open("Copied", by: try #require(ana), in: open, body: "![oven](\(path))")
    #expect(try await stage.visitor.get("/t/\(topic.rawValue)/copied").text.contains(path))
    #expect(try await stage.status(path, stage.visitor, stage.ana) == [404, 200])
  }

  @Test("what is no picture comes back with its text and a sentence", arguments: ["svg", "huge", "cut", "none", "heavy", "pixels"])
  func refused(_ what: String) async throws {
    let stage = try await Stage()
    let png = TestPicture.png()
    var pixels = png
    pixels.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
    let (file, sentence): ([UInt8]?, String) =
      switch what {
      case "svg": (Array("<svg onload=alert(1)>".utf8), "is not a PNG, JPEG, WebP or GIF")
      case "huge": ([UInt8](repeating: 1, count: 10 * 1024 * 1024 + 1), "too large: at most 10 MB")
      case "cut": (Array(png.dropLast(20)), "is damaged")
      case "heavy": ([UInt8](repeating: 1, count: 11 * 1024 * 1024), "too large: at most 10 MB")
      case "pixels": (pixels, "too many pixels: at most 25 million")
      default: (nil, "Please choose a picture first")
      }
    let form: KeyValuePairs = ["body": "Kept <text>", "key": "topic-key", "picture_alt": "A &", "attach": "yes"]
    let back = try await stage.kai.post(stage.replies, form: form, picture: file, named: "../../../etc/cron.d/x.png")
    #expect(back.status == 422)
    #expect(back.text.contains("Kept &lt;text&gt;"))
    #expect(back.text.contains(sentence))
    #expect(!back.text.contains("cron.d"))
    // A script reads the same sentence.
    let fragment = try #require(HTTPField.Name("X-Kindred-Fragment"))
    let part = try await stage.kai.post(stage.replies, form: ["attach": "yes"], picture: file, headers: [fragment: "1"])
    #expect(part.status == 422)
    #expect(part.text.contains(sentence))
    #expect(!part.text.contains("data-markdown"))
    // And it is not sent without the picture, where the picture was meant to go with it.
    if file != nil {
      #expect(try await stage.kai.post(stage.replies, form: ["body": "Kept", "key": "topic-key"], picture: file).status == 422)
    }
    #expect(try await stage.forum.store.number("SELECT count(*) FROM post") == 1)
    #expect(try await stage.forum.store.number("SELECT count(*) FROM picture") == 0)
  }

  @Test("every composer takes a picture: asking, answering, changing, remarking", arguments: ["ask", "edit", "remark"])
  func composers(_ which: String) async throws {
    let stage = try await Stage()
    let opening = try await stage.forum.store.opening(of: stage.topic)
    let (address, form): (String, KeyValuePairs<String, String>) =
      switch which {
      case "ask":
        ("/ask", ["title": "Typed title", "body": "Typed", "kind": "question", "category": "help", "tags": "", "key": "ask-key-1"])
      case "edit":
        ("/p/\(opening.rawValue)/edit", ["title": "Typed title", "body": "Typed", "category": "help", "tags": "", "version": "1"])
      default: ("/p/\(opening.rawValue)/remarks", ["body": "Typed", "key": "remark-key"])
      }
    let attach = form.map { ($0.key, $0.value) } + [("attach", "yes"), ("picture_alt", "Words")]
    let back = try await stage.ana.post(address, pairs: attach, picture: TestPicture.png())
    #expect(back.status == 200)
    #expect(back.text.contains("Typed\n\n![Words](/i/"))
    if which != "remark" { #expect(back.text.contains("value=\"Typed title\"")) }
    #expect(back.text.contains("enctype=\"multipart/form-data\""))
    let sent = try await stage.ana.post(address, form: form, picture: TestPicture.png(shade: 3))
    #expect(sent.status == 303)
    let (path, _) = try await stage.newest()
    #expect(try await stage.status(path, stage.visitor, stage.kai) == [200, 200])
  }

  @Test("a script gets the Markdown alone") func fragment() async throws {
    let stage = try await Stage()
    let header = try #require(HTTPField.Name("X-Kindred-Fragment"))
    let form: KeyValuePairs = ["picture_alt": "\" onerror=\"x", "attach": "yes"]
    let part = try await stage.kai.post(stage.replies, form: form, picture: TestPicture.png(), headers: [header: "1"])
    #expect(part.status == 200)
    #expect(part.text.contains("data-markdown=\"![&quot; onerror=&quot;x](/i/"))
    #expect(!part.text.contains("<html"))
  }

  @Test("a visitor's text comes back, and nothing of their file is kept") func visitor() async throws {
    let stage = try await Stage()
    let back = try await stage.visitor.post(stage.replies, form: ["body": "My words", "attach": "yes"], picture: TestPicture.png())
    #expect(back.status == 401)
    #expect(back.text.contains("My words"))
    let ask: KeyValuePairs = ["title": "T", "body": "My words", "kind": "question", "category": "help", "attach": "yes"]
    let asked = try await stage.visitor.post("/ask", form: ask, picture: TestPicture.png())
    #expect(asked.status == 403)
    #expect(asked.text.contains("My words"))
    #expect(asked.text.contains("Please sign in first."))
    #expect(try await stage.forum.store.number("SELECT count(*) FROM picture") == 0)
    #expect(!FileManager.default.fileExists(atPath: stage.forum.pictures.path))
  }

  @Test("a picture from another site's page is refused") func foreign() async throws {
    let stage = try await Stage()
    let sent = try await stage.kai.post(
      stage.replies, form: ["body": "x", "attach": "yes"], picture: TestPicture.png(), headers: [.origin: "https://elsewhere.example"])
    #expect(sent.status == 403)
    #expect(try await stage.forum.store.number("SELECT count(*) FROM picture") == 0)
  }

  @Test("a member has so much room and no more, and hears so") func quota() async throws {
    let stage = try await Stage()
    try await stage.forum.store.write { tx in
      try tx.run(
        """
        INSERT INTO picture (name, member_id, kind, format, width, height, bytes, created_at)
        SELECT 'full', id, 'post', 'png', 1, 1, 20 * 1024 * 1024, 1 FROM member WHERE handle = 'kai'
        """)
    }
    let form: KeyValuePairs = ["body": "Kept", "key": "topic-key", "attach": "yes"]
    let full = try await stage.kai.post(stage.replies, form: form, picture: TestPicture.png())
    #expect(full.status == 422)
    #expect(full.text.contains("all the room there is for them, 20 MB"))
    #expect(full.text.contains("Kept"))
    #expect(try await stage.ana.post(stage.replies, form: form, picture: TestPicture.png()).status == 200)
    // Just below, what is made must fit too.
    try await stage.forum.store.write { tx in try tx.run("UPDATE picture SET bytes = bytes - 1 WHERE name = 'full'") }
    #expect(try await stage.kai.post(stage.replies, form: form, picture: TestPicture.png()).status == 422)
    #expect(try await stage.forum.store.number("SELECT count(*) FROM picture") == 2)
  }

  @Test("who sends very many in an hour waits") func tries() async throws {
    let stage = try await Stage()
    let sam = try await stage.forum.member("sam")
    let form: KeyValuePairs = ["body": "Kept", "attach": "yes"]
    var statuses: [Int] = []
    for _ in 1...21 { statuses.append(try await sam.post("/ask", form: form, picture: [1, 2, 3]).status) }
    #expect(statuses == [Int](repeating: 422, count: 20) + [429])
    stage.forum.store.clock.advance(.hours(1))
    #expect(try await sam.post("/ask", form: form, picture: TestPicture.png()).status == 200)
  }

  @Test("what stands in no post and no draft is gone after a day, with its files") func orphans() async throws {
    let stage = try await Stage()
    let store = stage.forum.store
    let (used, _) = try await stage.answerWithPicture(shade: 1)
    func upload(_ shade: UInt8) async throws -> String {
      let back = try await stage.kai.post(stage.replies, form: ["body": "", "attach": "yes"], picture: TestPicture.png(shade: shade))
      // Above stands the picture of the answer.
      let composer = back.text.ranges(of: "<textarea").last?.lowerBound ?? back.text.startIndex
      return Self.path(in: String(back.text[composer...])) ?? "none"
    }
    let (begun, loose) = (try await upload(2), try await upload(3))
    let saved = try await stage.kai.post(stage.replies, form: ["body": "![](\(begun))", "save": "yes", "draft": "0"])
    #expect(saved.status == 303)
    let folder = PictureFolder(stage.forum.pictures.path)
    let sweep = ForgetUnusedPictures(store: store, removeFiles: { try await folder.remove($0) })
    store.clock.advance(.hours(23))
    try await sweep.perform()
    #expect(try await stage.status(loose, stage.kai) == [200])
    store.clock.advance(.hours(2))
    // While the files cannot be removed, the row stays, shown to nobody, and the next time finds it.
    struct NoDisk: Error {}
    await #expect(throws: NoDisk.self) { try await ForgetUnusedPictures(store: store, removeFiles: { _ in throw NoDisk() }).perform() }
    #expect(try await stage.status(loose, stage.kai) == [404])
    #expect(try await store.number("SELECT count(*) FROM picture") == 3)
    try await sweep.perform()
    #expect(try await stage.status(used, stage.visitor) == [200])
    #expect(try await stage.status(begun, stage.kai) == [200])
    #expect(try await store.number("SELECT count(*) FROM picture") == 2)
    let files = try FileManager.default.subpathsOfDirectory(atPath: stage.forum.pictures.path).filter { $0.hasSuffix(".png") }
    #expect(files.count == 2)
    // The same file sent again is a new picture.
    #expect(try await upload(3) != loose)
  }

  @Test("a picture that cannot be stored loses no text") func noDisk() async throws {
    let stage = try await Stage()
    try Data().write(to: stage.forum.pictures)
    let form: KeyValuePairs = ["body": "Kept", "attach": "yes"]
    let back = try await stage.kai.post(stage.replies, form: form, picture: TestPicture.png())
    #expect(back.status == 422)
    #expect(back.text.contains("could not be stored just now"))
    #expect(back.text.contains("Kept"))
    #expect(stage.forum.log.lines.contains { $0.contains("a picture could not be written") })
    try FileManager.default.removeItem(at: stage.forum.pictures)
    let again = try await stage.kai.post(stage.replies, form: form, picture: TestPicture.png())
    let path = try #require(Self.path(in: again.text))
    #expect(try await stage.status(path, stage.kai) == [200])
  }

  @Test("counters and the list of files bear out what is kept") func counted() async throws {
    let stage = try await Stage()
    let (_, post) = try await stage.answerWithPicture()
    #expect(try await stage.forum.store.read { try Recount.perform(in: $0) } == [])
    let list = try await stage.forum.store.read { try PictureFiles.list(after: nil, most: 10, in: $0) }
    let folder = PictureFolder(stage.forum.pictures.path)
    for file in list.flatMap(\.files) { #expect(try await folder.has(file)) }
    try await stage.forum.store.write { tx in try tx.run("DELETE FROM post_picture WHERE post_id = \(post)") }
    #expect(try await stage.forum.store.read { try Recount.perform(in: $0) }.map(\.counter) == ["picture.unused_since"])
  }
}
