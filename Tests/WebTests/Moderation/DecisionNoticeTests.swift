import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite("What was decided rings at the bell") struct DecisionNoticeTests {
  private let forum: TestForum
  private let post: PostID
  private let tomas: Browser
  private let kai: Browser

  init() async throws {
    forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("The oven smells", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    post = try await forum.store.reply("Buy Wonderfoam today.", to: topic, by: try #require(cast[.kai]))
    (tomas, kai) = (try await forum.member("tomas"), try await forum.member("kai"))
    try await forum.settle()
    try await read("/notices")
  }

  private func hide() async throws {
    #expect(
      try await forum.visitor().post("/p/\(post.rawValue)/report", form: ["reason": "spam", "note": "", "answerTo": ""]).status == 303)
    let form: KeyValuePairs = ["verdict": "hide", "rule": "spam", "restriction": "none"]
    #expect(try await tomas.post("/moderation/1", form: form).status == 303)
    try await forum.settle()
  }

  private func undo(_ act: Int = 1) async throws {
    #expect(try await tomas.post("/admin/log/\(act)/undo").status == 303)
    try await forum.settle()
  }

  @discardableResult private func read(_ path: String, by browser: Browser? = nil) async throws -> String {
    let page = try await (browser ?? kai).get(path).text
    await forum.site.services.reading.flush()
    return page
  }

  /// How many unread ones there are of a kind.
  private func unread(_ kind: String = "decided") async throws -> Int {
    try await forum.store.number("SELECT count(*) FROM notice WHERE kind = \(kind) AND read_at IS NULL")
  }

  private func rings(_ browser: Browser) async throws -> Bool {
    try await browser.get("/privacy").text.contains("Notices</span><span class=\"vh\">: </span>1<")
  }

  @Test("to whom it is about alone, leads to the decision, names nobody, and is read there") func told() async throws {
    try await hide()
    #expect(try await rings(kai))
    let page = try await read("/notices")
    #expect(
      page.contains("<a href=\"/decisions/1\" dir=\"auto\">Your post was hidden</a>") && page.contains("name=\"decision\" value=\"1\""))
    #expect(!page.contains("Tomas"))
    for browser in [tomas, try await forum.member("ana")] {
      #expect(try await !browser.get("/notices").text.contains("/decisions/1"))
    }
    #expect(try await unread() == 1)
    try await read("/decisions/1")
    #expect(try await unread() == 0)
    #expect(try await !rings(kai))
    #expect(try await read("/notices").contains("Your post was hidden"))
  }

  @Test("is marked as read by itself, beside others") func marked() async throws {
    try await hide()
    let upTo = try await forum.store.number("SELECT max(id) FROM notice")
    #expect(try await kai.post("/notices/read", form: ["decision": "2", "upto": "\(upTo)"]).status == 303)
    #expect(try await unread() == 1)
    #expect(try await kai.post("/notices/read", form: ["decision": "1", "upto": "\(upTo)"]).status == 303)
    #expect(try await unread() == 0)
  }

  @Test("is gone with what was taken back unread; who has read it is told that it was taken back") func takenBack() async throws {
    try await hide()
    try await undo()
    #expect(try await forum.store.number("SELECT count(*) FROM notice WHERE kind = 'decided'") == 0)
    #expect(try await !rings(kai))
    let form: KeyValuePairs = ["verdict": "hide", "rule": "spam", "restriction": "none"]
    #expect(try await tomas.post("/moderation/1", form: form).status == 303)
    try await forum.settle()
    try await read("/decisions")
    try await undo(3)
    #expect(try await unread() == 1)
    #expect(try await read("/notices").contains("<a href=\"/decisions/4\" dir=\"auto\">Your post is shown again</a>"))
  }

  @Test("rings again once somebody looked a second time and it stays") func kept() async throws {
    try await hide()
    #expect(try await kai.post("/decisions/1", form: ["words": "I only use it."]).status == 303)
    try await read("/decisions/1")
    forum.store.clock.advance(.minutes(5))
    let noor = try await forum.member("noor")
    #expect(try await noor.post("/moderation/2/second-look", form: ["outcome": "kept", "answer": ""]).status == 303)
    try await forum.settle()
    #expect(try await unread() == 1)
    #expect(try await read("/notices").contains("<a href=\"/decisions/1\" dir=\"auto\">The decision stays</a>"))
    #expect(try await forum.store.number("SELECT count(*) FROM notice WHERE kind = 'decided'") == 1)
  }

  @Test("is heard by who muted the topic and the moderator too") func muted() async throws {
    #expect(try await kai.post("/t/1/follow", form: ["level": "mute"]).status == 303)
    try await hide()
    #expect(try await rings(kai))
  }

  // MARK: Reports

  private func report(by browser: Browser) async throws {
    #expect(try await browser.post("/p/\(post.rawValue)/report", form: ["reason": "spam", "note": ""]).status == 303)
  }

  private func decide(_ verdict: String) async throws {
    let form: KeyValuePairs = ["verdict": verdict, "rule": "spam", "restriction": "none"]
    #expect(try await tomas.post("/moderation/1", form: form).status == 303)
    try await forum.settle()
  }

  @Test("who reported what stays is told, and has read it with the post") func dismissed() async throws {
    let ana = try await forum.member("ana")
    try await read("/notices", by: ana)
    try await read("/t/1/the-oven-smells", by: ana)
    try await report(by: ana)
    try await decide("fine")
    let page = try await read("/notices", by: ana)
    #expect(page.contains("A person looked at what you reported, and it stays as it is") && page.contains("name=\"report\" value=\"1\""))
    #expect(page.contains("<a href=\"/p/\(post.rawValue)\" dir=\"auto\">The oven smells</a>"))
    #expect(!page.contains("Tomas"))
    try await read("/t/1/the-oven-smells", by: ana)
    #expect(try await unread("reported") == 0)
    #expect(try await unread() == 0)
  }

  @Test("of what is gone who reported it learns only that something was done; taken back it is not told") func upheld() async throws {
    let ana = try await forum.member("ana")
    try await report(by: ana)
    try await report(by: tomas)
    try await decide("delete")
    let page = try await read("/notices", by: ana)
    #expect(page.contains("Something was done about what you reported") && page.contains("Your report"))
    #expect(!page.contains("/p/\(post.rawValue)\""))
    #expect(try await unread("reported") == 1, "who decided is told nothing")
    try await undo()
    #expect(try await unread("reported") == 0)
    try await decide("fine")
    #expect(try await unread("reported") == 1)
    let upTo = try await forum.store.number("SELECT max(id) FROM notice")
    #expect(try await ana.post("/notices/read", form: ["report": "1", "upto": "\(upTo)"]).status == 303)
    #expect(try await unread("reported") == 0)
  }
}
