import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

@Suite("Private questions, as pages") struct PrivateQuestionStoryTests {
  private func asked() async throws -> (TestForum, Browser, Browser) {
    let forum = try await TestForum.make()
    try await forum.store.addCast()
    try await forum.store.addCategory()
    let ana = try await forum.member("ana"), mei = try await forum.member("mei")
    let sent = try await ana.post(
      "/ask/privately", form: ["title": "My invoice", "body": "Hello Mei, I am ana@example.org.", "key": "private-once"])
    #expect(sent.location == "/messages/1#m1")
    return (forum, ana, mei)
  }

  @Test("all staff find it in a list of their own, one of them answers by name, and its asker is told") func answered() async throws {
    let (forum, ana, mei) = try await asked()
    #expect(try await ana.get("/ask").text.contains("href=\"/ask/privately\""))
    for name in ["mei", "noor"] {
      let staff = try await forum.member(name)
      #expect(!(try await staff.get("/messages").text.contains("My invoice")))
      let list = try await staff.get("/messages?of=staff").text
      #expect(list.contains("My invoice") && list.contains("Asked by Ana Costa") && list.contains("row-new"))
      #expect(try await staff.get("/messages/1").text.contains("Asked privately by Ana Costa."))
    }
    #expect(!(try await ana.get("/messages").text.contains("Asked privately")))
    #expect(try await mei.post("/messages/1/parts", form: ["body": "It is right.", "key": "talk-1-1"]).status == 303)
    try await forum.settle()
    #expect(try await ana.get("/notices").text.contains("Mei Tanaka wrote to you"))
    let page = try await ana.get("/messages/1").text
    #expect(page.contains("Mei Tanaka") && page.contains("chip-staff") && page.contains("You and the staff can read this"))
    // Who answered takes part; who only looked does not.
    #expect(try await mei.get("/messages").text.contains("My invoice"))
    #expect(!(try await forum.member("noor").get("/messages").text.contains("My invoice")))
    #expect(try await mei.get("/messages/1/make-public").status == 404)
  }

  @Test("its asker goes over it before it is public; the staff's words, names and addresses stay behind") func madePublic() async throws {
    let (forum, ana, mei) = try await asked()
    try await mei.post("/messages/1/parts", form: ["body": "Staff words.", "key": "talk-1-1"])
    let form = try await ana.get("/messages/1/make-public").text
    #expect(
      form.contains("Hello … I am …") && form.contains("were taken out") && !form.contains("Staff words") && !form.contains("ana@example"))
    let fields: KeyValuePairs = [
      "title": "An invoice", "body": "Is it *right*?", "category": "help", "tags": "", "key": "public-1",
    ]
    let preview = try await ana.post(
      "/messages/1/make-public", form: ["title": "An invoice", "body": "Is it *right*?", "category": "help", "key": "k", "preview": "yes"])
    #expect(preview.status == 200 && preview.text.contains("<em>right</em>"))
    let wrong = try await ana.post(
      "/messages/1/make-public", form: ["title": "", "body": "Is it <right>?", "category": "none", "key": "k"])
    #expect(wrong.status == 422 && wrong.text.contains("Is it &lt;right&gt;?") && wrong.text.contains("category-problem"))
    let saved = try await ana.post(
      "/messages/1/make-public", form: ["title": "An invoice", "body": "Begun", "category": "help", "key": "k", "save": "yes"])
    #expect(saved.location == "/messages/1/make-public")
    #expect(try await ana.get("/messages/1/make-public").text.contains("Begun"))
    #expect(try await forum.store.number("SELECT count(*) FROM topic") == 0)
    let topic = try await ana.post("/messages/1/make-public", form: fields)
    #expect(topic.location == "/t/1")
    #expect(try await ana.post("/messages/1/make-public", form: fields).location == "/t/1")
    #expect(try await forum.store.number("SELECT count(*) FROM topic") == 1)
    let page = try await forum.visitor().get("/t/1/an-invoice").text
    #expect(page.contains("Is it <em>right</em>?") && !page.contains("Staff words") && !page.contains("messages"))
    let after = try await ana.get("/messages/1").text
    #expect(after.contains("You made this question public") || after.contains("/t/1/an-invoice"))
    #expect(!after.contains("/make-public"))
    #expect(try await ana.get("/messages/1/make-public").status == 409)
    #expect(try await forum.visitor().get("/messages/1").location?.hasPrefix("/sign-in") == true)
  }

  @Test("a report is sent with a reason and words, and moderators then read that part and no other page of it") func report() async throws {
    let (forum, ana, mei) = try await asked()
    try await mei.post("/messages/1/parts", form: ["body": "Rude words.", "key": "talk-1-1"])
    try await ana.post("/messages/1/parts", form: ["body": "Later words.", "key": "talk-1-2"])
    let tomas = try await forum.member("tomas")
    #expect(try await tomas.get("/moderation").text.contains("Nothing waits"))
    #expect(try await ana.get("/messages/1").text.contains("href=\"/messages/1/parts/2/report\""))
    let wrong = try await ana.post("/messages/1/parts/2/report", form: ["note": "He <goes> on"])
    #expect(wrong.status == 422 && wrong.text.contains("He &lt;goes&gt; on") && wrong.text.contains("reason-problem"))
    let long = try await ana.post(
      "/messages/1/parts/2/report", form: ["reason": "unkind", "note": String(repeating: "n", count: 1_001)])
    #expect(long.status == 422 && long.text.contains("nnnnnn"))
    let sent = try await ana.post("/messages/1/parts/2/report", form: ["reason": "unkind", "note": "He <goes> on"])
    #expect(sent.location == "/messages/1#m2")
    #expect(try await ana.get("/messages/1").text.contains("You reported this."))
    #expect(try await ana.post("/messages/1/parts/1/report", form: ["reason": "spam"]).status == 404)
    let queue = try await tomas.get("/moderation/1").text
    #expect(
      queue.contains("Rude words.") && queue.contains("Hello Mei") && queue.contains("He &lt;goes&gt; on")
        && !queue.contains("Later words."))
    #expect(try await tomas.get("/messages/1").status == 404)
    for name in ["ana", "omar", "mei"] {
      #expect(try await forum.member(name).get("/moderation/1").status == 404, "\(name)")
    }
  }
}
