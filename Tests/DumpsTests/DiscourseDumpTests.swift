import Dumps
import Foundation
import Testing

@Suite("Reading Discourse topics") struct DiscourseDumpTests {
  @Test("a topic says everything that comes along, in the order of its posts") func whole() throws {
    let folder = try TopicFolder()
    let second = TopicFolder.post(
      2,
      """
      , "reply_to_post_number": 1, "accepted_answer": true, "hidden": true, "version": 2, "updated_at": "2020-02-01T00:00:00.000Z",
      "actions_summary": [{"id": 8, "count": 9}, {"id": 2, "count": 3}, {"id": 2}]
      """)
    try folder.write(
      "b.json",
      TopicFolder.topic(
        second, TopicFolder.post(1),
        more: #", "views": 12, "category_id": 4, "tags": ["hives", {"id": 1, "name": "swarms"}], "archived": true, "visible": false"#))
    let (topics, bad) = try folder.read()
    #expect(bad == [])
    let topic = try #require(topics.first)
    #expect(topic.posts.map(\.number) == [1, 2] && topic.views == 12 && topic.categoryID == 4 && topic.tags == ["hives", "swarms"])
    #expect(topic.isClosed && !topic.isListed && topic.isPublic && !topic.isDeleted)
    let post = topic.posts[1]
    #expect(post.replyToNumber == 1 && post.isAccepted && post.isHidden && post.likes == 3 && post.editedAt == 1_580_515_200_000)
    #expect(topic.posts[0].editedAt == nil && topic.posts[0].likes == 0)
  }

  @Test(
    "a file that is no topic is named with the reason, and the others are read",
    arguments: [
      ("", "is no JSON"), ("[]", "is no object"), ("null", "is no object"), ("{}", "id is missing"), ("{\"id\": 5", "is no JSON"),
      ("{\"id\": \"5\"}", "id is not a whole number"), ("{\"id\": 1e99}", "id is not a whole number"), ("{\"id\": 5}", "title is missing"),
      ("{\"id\": 5, \"title\": [\"x\"]}", "title is not a text"), (TopicFolder.topic(more: ", \"post_stream\": 3"), ""),
      ("{\"id\": 5, \"title\": \"x\", \"created_at\": \"soon\"}", "created_at is not a date"),
      ("{\"id\": 5, \"title\": \"x\", \"created_at\": \"2020-01-01T00:00:00Z\"}", "post_stream is missing"),
      ("{\"id\": 5, \"title\": \"x\", \"created_at\": \"2020-01-01T00:00:00Z\", \"post_stream\": {\"posts\": {}}}", "posts is no list"),
      (String(repeating: "[", count: 200_000), "is no JSON"), (String(repeating: "{\"id\":", count: 100_000), "is no JSON"),
    ])
  func noTopic(_ text: String, _ reason: String) throws {
    let folder = try TopicFolder()
    try folder.write("a.json", text)
    try folder.write("b.json", TopicFolder.topic(TopicFolder.post(1)))
    let (topics, bad) = try folder.read()
    #expect(topics.last?.posts.count == 1)
    if !reason.isEmpty { #expect(topics.count == 1 && bad.count == 1 && bad[0].hasPrefix("a.json: " + reason), "\(bad)") }
  }

  @Test(
    "a bad post is named with its place and left out, and the topic comes without it",
    arguments: [
      ("7", "is no object"), ("{}", "id is missing"), ("null", "is no object"),
      (TopicFolder.post(2, ", \"hidden\": \"no\""), "hidden is not"),
      (TopicFolder.post(1), "post_number 1 is there twice"), (TopicFolder.post(2, ", \"polls\": [3]"), "is no object"),
      (TopicFolder.post(2, ", \"actions_summary\": {}"), "actions_summary is no list"),
      (TopicFolder.post(2).replacing("2020-01-02", with: "2020-13-02"), "created_at is not a date"),
    ])
  func badPost(_ post: String, _ reason: String) throws {
    let folder = try TopicFolder()
    try folder.write("a.json", TopicFolder.topic(TopicFolder.post(1), post, TopicFolder.post(3)))
    let (topics, bad) = try folder.read()
    #expect(topics.first?.posts.map(\.number) == [1, 3])
    #expect(bad.count == 1 && bad[0].hasPrefix("a.json, post 2: \(reason)"), "\(bad)")
  }

  @Test("bytes that are no UTF-8 and a file beyond all measure spoil themselves only") func hostileFiles() throws {
    let folder = try TopicFolder()
    try folder.write("c.json", TopicFolder.topic(TopicFolder.post(1)))
    try Data([0x7B, 0xFF, 0xFE, 0x7D]).write(to: URL(filePath: folder.path).appending(path: "a.json"))
    let huge = URL(filePath: folder.path).appending(path: "b.json")
    try Data().write(to: huge)
    // A hole: long to read, short on the disk.
    let handle = try FileHandle(forWritingTo: huge)
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let (topics, bad) = try folder.read()
    #expect(topics.count == 1 && bad.count == 2)
    #expect(bad[0].hasPrefix("a.json: is no JSON") && bad[1] == "b.json: is over 128 MiB")
  }

  @Test("a file with some of a topic's posts says how many are not there") func incomplete() throws {
    let folder = try TopicFolder()
    let text = TopicFolder.topic(TopicFolder.post(1)).replacing("\"posts\":", with: "\"stream\": [101, 102, 103], \"posts\":")
    try folder.write("a.json", text)
    #expect(try folder.read().bad == ["a.json: holds only 1 of 3 posts"])
  }

  @Test("a folder without topics is refused in words, and so is none at all") func noFolder() throws {
    let folder = try TopicFolder()
    #expect(throws: DumpProblem.noTopics(folder.path)) { try DiscourseDump(folder: folder.path) }
    #expect(throws: DumpProblem.notAFolder(folder.path + "/x")) { try DiscourseDump(folder: folder.path + "/x") }
  }

  @Test("categories are read from the forum's list with those below them, and from links in posts") func categories() throws {
    let folder = try TopicFolder()
    try folder.write("t.json", TopicFolder.topic(TopicFolder.post(1)))
    try folder.write(
      "categories.json",
      """
      {"category_list": {"categories": [{"id": 1, "name": "Staff", "slug": "staff", "color": "0088cc", "read_restricted": true,
        "subcategory_list": [{"id": 2, "name": "Below", "slug": "", "color": "red;}"}]}]}}
      """)
    let found = try DiscourseDump(folder: folder.path).categories
    #expect(found.map(\.name) == ["Below", "Staff"] || found.map(\.name) == ["Staff", "Below"])
    let (staff, below) = (try #require(found.first { $0.id == 1 }), try #require(found.first { $0.id == 2 }))
    #expect(staff.isRestricted && staff.color == "#0088CC" && below.slug == "category-2" && below.color == nil)
    let link = "<a class=\"badge-wrapper bullet\" href=\"/c/talk/support/10\"><span class=\"badge-category\">Support</span></a>"
    #expect(DiscourseCategory.named(in: "<p>x \(link)</p>").map { "\($0.id) \($0.slug) \($0.name)" } == ["10 support Support"])
    #expect(DiscourseCategory.named(in: "<p>/c/talk/support/10 badge-wrapper</p>").isEmpty)
  }
}
