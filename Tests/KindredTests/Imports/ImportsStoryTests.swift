import Community
import Database
import ForumSupport
import Foundation
import Jobs
import Logging
import Synchronization
import TestSupport
import Testing
import Web

@testable import Kindred

/// A forum with a folder of dumps that admins may import from.
private struct ImportingForum {
  let forum: TestForum
  let imports: ImportForAdmins
  let folder: String

  init() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "kindred-imports-\(UUID().uuidString)").path
    folder = root + "/imports"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    let random = TestRandom()
    imports = ImportForAdmins(own: folder, sent: root + "/sent", random: { random.bytes($0) })
    imports.prepare()
    forum = try await TestForum.make(imports: imports.door)
    _ = try await forum.store.addCast()
  }

  var sentFolder: String { (folder as NSString).deletingLastPathComponent + "/sent" }
  func sent() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: sentFolder)) ?? [] }

  func remove() { try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent) }

  func put(_ dump: OldDump, as name: String) throws { try FileManager.default.copyItem(atPath: dump.path, toPath: folder + "/" + name) }
  func put(_ topics: OldTopics, as name: String) throws {
    try FileManager.default.copyItem(atPath: topics.path, toPath: folder + "/" + name)
  }

  func schedule(_ bring: ImportSchedule.Bring? = nil) -> ImportSchedule {
    let (imports, store) = (imports, forum.store)
    return ImportSchedule(
      store: store, bring: bring ?? { try await imports.bring($0, to: store, told: $1) }, forget: imports.forget(allBut:),
      words: Operator.words,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, noteEvery: .milliseconds(5))
  }
}

@Suite("Imports in the browser") struct ImportsStoryTests {
  @Test("an admin brings a Stack Exchange dump, sees what came, what was skipped and what to do next, and repeats it") func stackExchange()
    async throws
  {
    let here = try await ImportingForum()
    defer { here.remove() }
    let noor = try await here.forum.member("noor")
    let empty = try await noor.get("/admin/imports").text
    #expect(
      empty.contains("Nothing was imported in the browser yet.") && empty.contains("There is none yet") && empty.contains(here.folder))
    try here.put(OldDump(broken: true), as: "bees")
    #expect(try await noor.get("/admin/imports").text.contains("There now: <bdi>bees</bdi>"))
    let begun = try await noor.post(
      "/admin/imports", form: ["importKind": "stackExchange", "folder": "bees", "category": "Beekeeping", "source": "hive"])
    #expect(begun.location == "/admin/imports/1")
    let waiting = try await noor.get("/admin/imports/1").text
    #expect(waiting.contains("Begins at once") && waiting.contains("http-equiv=\"refresh\"") && waiting.contains("data-anew"))
    #expect(try await noor.get("/admin/imports").text.contains("One is brought just now:"))
    let twice = try await noor.post(
      "/admin/imports", form: ["importKind": "stackExchange", "folder": "bees", "category": "Beekeeping <3", "source": "hive"])
    #expect(twice.status == 409 && twice.text.contains("Another import is under way.") && twice.text.contains("Beekeeping &lt;3"))
    try await here.schedule().perform()
    let done = try await noor.get("/admin/imports/1").text
    #expect(done.contains(">Done<") && !done.contains("http-equiv=\"refresh\"") && !done.contains("data-anew"))
    #expect(done.contains("href=\"/c/beekeeping\"") && done.contains("<bdi>Posts.xml:") && done.contains("<dt>Skipped</dt><dd>2</dd>"))
    #expect(done.contains("until they claim their account") && done.contains("kindred compare stack-exchange DIR --source hive"))
    #expect(try await noor.get("/c/beekeeping").text.contains("Where do bees sleep"))
    let log = try await noor.get("/admin/log").text
    #expect(log.contains("Another forum imported") && log.contains("hive: begun") && log.contains("hive: done"))
    // The same again writes nothing.
    #expect(
      try await noor.post(
        "/admin/imports", form: ["importKind": "stackExchange", "folder": "bees", "category": "Beekeeping", "source": "hive"]
      ).location == "/admin/imports/2")
    try await here.schedule().perform()
    let again = try await noor.get("/admin/imports/2").text
    #expect(again.contains("<dt>Written</dt><dd>0</dd>") && again.contains(">Done<"))
    let list = try await noor.get("/admin/imports").text
    #expect(list.contains("/admin/imports/1") && list.contains("/admin/imports/2") && list.contains("Noor Haddad"))
    #expect(try await noor.get("/admin/imports/3").status == 404)
  }

  @Test("a Discourse forum comes too; what fails says why and can go on") func discourse() async throws {
    let here = try await ImportingForum()
    defer { here.remove() }
    let noor = try await here.forum.member("noor")
    try here.put(OldTopics(), as: "talk")
    let form: KeyValuePairs = [
      "importKind": "discourse", "folder": "talk", "questions": "nowhere", "oldAddress": "https://talk.example", "category": "",
      "source": "",
    ]
    #expect(try await noor.post("/admin/imports", form: form).location == "/admin/imports/1")
    try await here.schedule().perform()
    let failed = try await noor.get("/admin/imports/1").text
    #expect(failed.contains(">Failed<") && failed.contains("there is no category “nowhere” for questions") && failed.contains("Go on"))
    #expect(try await noor.post("/admin/imports/1/go-on").location == "/admin/imports/1")
    #expect(try await noor.post("/admin/imports/1/stop").location == "/admin/imports/1")
    #expect(try await noor.get("/admin/imports/1").text.contains(">Stopped<"))
    let right: KeyValuePairs = ["importKind": "discourse", "folder": "talk", "questions": "support"]
    #expect(try await noor.post("/admin/imports", form: right).location == "/admin/imports/2")
    #expect(try await noor.post("/admin/imports/1/go-on").status == 409)
    try await here.schedule().perform()
    let done = try await noor.get("/admin/imports/2").text
    #expect(done.contains(">Done<") && done.contains("href=\"/c/support\"") && done.contains("left out"))
    #expect(try await noor.get("/c/support").text.contains("Do bees sleep"))
  }

  @Test("what is not there, not a dump, or leads out of the folder is said beside the field, with all that was typed") func wrong()
    async throws
  {
    let here = try await ImportingForum()
    defer { here.remove() }
    let noor = try await here.forum.member("noor")
    let old = try OldDump()
    let files = FileManager.default
    // A dump that lies elsewhere, to be reached by links only.
    try here.put(old, as: "linked")
    try files.removeItem(atPath: here.folder + "/linked/Users.xml")
    try files.createSymbolicLink(atPath: here.folder + "/linked/Users.xml", withDestinationPath: old.path + "/Users.xml")
    try files.createSymbolicLink(atPath: here.folder + "/away", withDestinationPath: old.path)
    try files.createDirectory(atPath: here.folder + "/nothing", withIntermediateDirectories: true)
    try here.put(old, as: "piped")
    #expect(mkfifo(here.folder + "/piped/pipe.json", 0o600) == 0)
    try here.put(old, as: "part")
    try files.removeItem(atPath: here.folder + "/part/Votes.xml")
    try here.put(old, as: "whole")
    try files.createSymbolicLink(atPath: here.folder + "/whole/again", withDestinationPath: here.folder + "/part")
    let outside = "This leads out of the folder for imports"
    let missing = "These files are missing there: Votes.xml"
    for (folder, kind, said) in [
      ("", "stackExchange", "Please fill this in"), ("nowhere", "stackExchange", "There is no such folder."),
      ("../../etc", "stackExchange", outside), ("/etc", "stackExchange", outside), ("linked", "stackExchange", outside),
      ("linked", "discourse", outside), ("away", "stackExchange", outside), ("nothing", "discourse", "There are no .json files there."),
      ("part", "stackExchange", missing), ("piped", "discourse", "cannot be read as a file: pipe.json"),
      ("part/Users.xml", "stackExchange", "There is no such folder."), ("part", "discourse", "There are no .json files there."),
      (String(repeating: "x", count: 201), "discourse", "200"),
    ] {
      let answer = try await noor.post(
        "/admin/imports", form: ["importKind": kind, "folder": folder, "category": "Bees & <co>", "source": "hive", "questions": "a, b"])
      #expect(answer.status == 422 && answer.text.contains(said), "\(folder) \(kind)")
      #expect(answer.text.contains("value=\"Bees &amp; &lt;co&gt;\"") && answer.text.contains("value=\"a, b\""), "\(folder)")
    }
    let several = try await noor.post("/admin/imports", form: ["importKind": "stackExchange", "folder": "nowhere", "oldAddress": "x"])
    #expect(several.text.contains("id=\"folder-problem\"") && several.text.contains("id=\"oldAddress-problem\""))
    #expect(several.text.contains("id=\"category-problem\""))
    // A link that stays within is no harm, and a folder in a folder is found.
    let whole: KeyValuePairs = ["importKind": "stackExchange", "folder": "whole", "category": "Bees"]
    #expect(try await noor.post("/admin/imports", form: whole).status == 303)
    #expect(try await here.forum.store.number("SELECT count(*) FROM import_job") == 1)
    withExtendedLifetime(old) {}
  }

  @Test("one that is stopped while it runs ends soon, and one that was running at a farewell goes on at the next start") func stopping()
    async throws
  {
    let here = try await ImportingForum()
    defer { here.remove() }
    let noor = try await here.forum.member("noor")
    try here.put(OldDump(), as: "bees")
    let form: KeyValuePairs = ["importKind": "stackExchange", "folder": "bees", "category": "Bees"]
    #expect(try await noor.post("/admin/imports", form: form).status == 303)
    let (begun, begins) = AsyncStream.makeStream(of: Void.self)
    let schedule = here.schedule { _, told in
      var news = ImportNews()
      (news.counts.allBytes, news.counts.doneBytes, news.counts.written) = (100, 40, 12)
      told(news)
      begins.yield()
      // Until it is cancelled.
      let never = AsyncStream.makeStream(of: Void.self)
      for await _ in never.stream {}
      withExtendedLifetime(never.continuation) {}
      try Task.checkCancellation()
    }
    var beginnings = begun.makeAsyncIterator()
    let commits = here.forum.store.commits()
    let run = Task { try await schedule.perform() }
    await beginnings.next()
    // It is noted how far it has come while it runs.
    for await _ in commits where try await noor.get("/admin/imports/1").text.contains("value=\"40\"") { break }
    #expect(try await noor.get("/admin/imports/1").text.contains("<dt>Written</dt><dd>12</dd>"))
    #expect(try await noor.post("/admin/imports/1/stop").status == 303)
    try await run.value
    #expect(try await noor.get("/admin/imports/1").text.contains(">Stopped<"))
    #expect(try await noor.post("/admin/imports/1/go-on").status == 303)
    let ended = Task { try await schedule.perform() }
    await beginnings.next()
    ended.cancel()
    try await ended.value
    let waiting = try await noor.get("/admin/imports/1").text
    #expect(waiting.contains("Begins at once") && waiting.contains("<dt>Written</dt><dd>24</dd>"))
    try await here.schedule().perform()
    #expect(try await noor.get("/admin/imports/1").text.contains(">Done<"))
  }

  /// What `tar` makes of a folder.
  private func archive(_ folder: String, _ options: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "kindred-sent-\(UUID().uuidString).tar").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", options, file, "-C", folder, "."]
    try tar.run()
    tar.waitUntilExit()
    return Array(try Data(contentsOf: URL(filePath: file)))
  }

  @Test("an archive is sent instead, is unpacked into a folder of its own, and is gone once it is imported", arguments: ["-cf", "-czf"])
  func sent(_ options: String) async throws {
    let here = try await ImportingForum()
    defer { here.remove() }
    let noor = try await here.forum.member("noor")
    let old = try OldTopics(broken: true)
    // What an archive may hold besides.
    let long = String(repeating: "bees-", count: 40) + ".json"
    try old.write(long, "{")
    try FileManager.default.createSymbolicLink(atPath: old.path + "/passwd.json", withDestinationPath: "/etc/passwd")
    try old.write("run.sh", "#!/bin/sh")
    let packed = try archive(old.path, options)
    let form: KeyValuePairs = ["importKind": "discourse", "folder": "", "questions": "support", "source": "bees"]
    // Of who may not send one nothing is taken.
    let ana = try await here.forum.member("ana")
    #expect(try await ana.post("/admin/imports", form: form, picture: packed, named: "old.tar", field: "archive").status == 404)
    #expect(here.sent() == [])
    let begun = try await noor.post("/admin/imports", form: form, picture: packed, named: "old.tar", field: "archive")
    #expect(begun.location == "/admin/imports/1")
    let folder = try #require(here.sent().first)
    let names = try FileManager.default.subpathsOfDirectory(atPath: here.sentFolder + "/" + folder)
    #expect(names.contains("topic.10.json") && names.contains("categories.json"))
    #expect(!names.contains { $0.contains("passwd") || $0.hasSuffix(".sh") || $0.contains("posts") })
    try await here.schedule().perform()
    let done = try await noor.get("/admin/imports/1").text
    #expect(done.contains(">Done<") && done.contains("href=\"/c/support\"") && done.contains("cut.70.json"))
    #expect(here.sent() == [])
  }

  @Test("what is no archive, is cut off or holds no dump is said beside the field, and leaves nothing") func badArchives() async throws {
    let here = try await ImportingForum()
    defer { here.remove() }
    let noor = try await here.forum.member("noor")
    let old = try OldTopics()
    let (whole, packed) = (try archive(old.path, "-cf"), try archive(old.path, "-czf"))
    let bad = "This is no .tar or .tar.gz archive"
    var flipped = packed
    flipped[packed.count / 2] ^= 0xFF
    for (bytes, kind, said) in [
      (Array("hello".utf8), "discourse", bad), (Array(repeating: 0, count: 10_240), "discourse", bad), ([0x1F], "discourse", bad),
      (Array(whole.prefix(2_000)), "discourse", bad), (Array(packed.dropLast(20)), "discourse", bad), (flipped, "discourse", bad),
      (whole, "stackExchange", "These files are missing there: Users.xml"),
    ] {
      let answer = try await noor.post(
        "/admin/imports", form: ["importKind": kind, "category": "Bees", "oldAddress": "https://x"], picture: bytes, field: "archive")
      #expect(answer.status == 422 && answer.text.contains(said) && answer.text.contains("id=\"archive-problem\""), "\(bytes.count)")
      #expect(answer.text.contains("value=\"https://x\""))
      #expect(here.sent() == [])
    }
    #expect(try await here.forum.store.number("SELECT count(*) FROM import_job") == 0)
  }
}
