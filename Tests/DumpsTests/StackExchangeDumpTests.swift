import Dumps
import Foundation
import Testing

struct StackExchangeDumpTests {
  @Test("a folder without a needed file is refused with every missing name")
  func missingFiles() throws {
    let folder = try DumpFolder()
    try FileManager.default.removeItem(atPath: "\(folder.path)/Tags.xml")
    #expect(throws: DumpProblem.missingFiles(["Tags.xml"], folder: folder.path)) { try folder.open() }
    try FileManager.default.removeItem(atPath: "\(folder.path)/Votes.xml")
    #expect(throws: DumpProblem.missingFiles(["Votes.xml", "Tags.xml"], folder: folder.path)) { try folder.open() }
    #expect(throws: DumpProblem.notAFolder(folder.path + "/none")) { try StackExchangeDump(folder: folder.path + "/none") }
  }

  @Test("a question keeps everything an import needs")
  func question() throws {
    let folder = try DumpFolder()
    try folder.write(
      "Posts",
      rows: [
        """
        <row Id="7" PostTypeId="1" AcceptedAnswerId="9" CreationDate="2018-03-12T17:00:45.567" Score="-2" ViewCount="30" \
        Body="&lt;p&gt;A &amp;amp; B&lt;/p&gt;&#xA;" OwnerUserId="3" OwnerDisplayName="Kai" LastEditorUserId="4" \
        LastEditDate="2018-03-13T00:00:00.5" ClosedDate="2020-02-29T23:59:59" Title="Why &quot;so&quot;?" Tags="&lt;q#&gt;&lt;qubit&gt;" />
        """
      ])
    guard case .record(let post, let place) = try folder.open().posts().next() else {
      Issue.record("no record")
      return
    }
    #expect(post.id == 7)
    #expect(post.kind == .question)
    #expect(post.acceptedAnswerID == 9)
    #expect(post.createdAt == 1_520_874_045_567)
    #expect(post.score == -2)
    #expect(post.viewCount == 30)
    #expect(post.bodyHTML == "<p>A &amp; B</p>\n")
    #expect(post.ownerUserID == 3)
    #expect(post.ownerDisplayName == "Kai")
    #expect(post.lastEditorUserID == 4)
    #expect(post.lastEditDate == 1_520_899_200_500)
    #expect(post.closedDate == 1_583_020_799_000)
    #expect(post.title == "Why \"so\"?")
    #expect(post.tags == ["q#", "qubit"])
    #expect(place.description == "Posts.xml:3")
  }

  @Test("users, comments, votes, links and tags are read with their own fields")
  func others() throws {
    let folder = try DumpFolder()
    let date = "CreationDate=\"2018-03-12T00:00:00.000\""
    try folder.write("Users", rows: ["<row Id=\"-1\" DisplayName=\"Robot\" Reputation=\"1\" \(date) AboutMe=\"&lt;p&gt;hi\" />"])
    try folder.write("Comments", rows: ["<row Id=\"1\" PostId=\"2\" Score=\"3\" Text=\"@Kai `x`\" \(date) UserDisplayName=\"gone\" />"])
    try folder.write("Votes", rows: ["<row Id=\"1\" PostId=\"2\" VoteTypeId=\"3\" \(date) />"])
    try folder.write("PostLinks", rows: ["<row Id=\"1\" \(date) PostId=\"2\" RelatedPostId=\"5\" LinkTypeId=\"3\" />"])
    try folder.write("Tags", rows: ["<row Id=\"1\" TagName=\"qubit\" Count=\"8\" ExcerptPostId=\"4\" />"])
    let dump = try folder.open()
    let user = try Self.first(dump.users())
    #expect(user.displayName == "Robot")
    #expect(user.aboutMeHTML == "<p>hi")
    let comment = try Self.first(dump.comments())
    #expect(comment.text == "@Kai `x`")
    #expect(comment.userDisplayName == "gone")
    #expect(comment.userID == nil)
    let vote = try Self.first(dump.votes())
    #expect(vote.kind == .down)
    #expect(vote.postID == 2)
    let link = try Self.first(dump.postLinks())
    #expect(link.isDuplicate)
    #expect(link.relatedPostID == 5)
    let tag = try Self.first(dump.tags())
    #expect(tag.name == "qubit")
    #expect(tag.count == 8)
    #expect(tag.excerptPostID == 4)
    #expect(tag.wikiPostID == nil)
  }

  private static func first<Record>(_ reader: RecordReader<Record>) throws -> Record {
    switch try reader.next() {
    case .record(let record, _): return record
    case .bad(let bad): throw bad
    case nil: throw DumpProblem.unreadable(file: "nothing in it")
    }
  }

  @Test("tags are read in the old and the new spelling", arguments: ["&lt;a&gt;&lt;b-c&gt;", "|a|b-c|"])
  func tagSpellings(_ list: String) throws {
    let folder = try DumpFolder()
    try folder.write(
      "Posts", rows: ["<row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2018-03-12T00:00:00\" Body=\"\" Title=\"t\" Tags=\"\(list)\" />"])
    guard case .record(let post, _) = try folder.open().posts().next() else {
      Issue.record("no record")
      return
    }
    #expect(post.tags == ["a", "b-c"])
  }

  @Test("reading goes on where it was left, with the same places")
  func resume() throws {
    let folder = try DumpFolder()
    try folder.write("Tags", rows: (1...5).map(DumpFolder.tag))
    let dump = try folder.open()
    let first = try dump.tags()
    var last: RecordPlace?
    for _ in 1...2 { if case .record(_, let place) = try first.next() { last = place } }
    let rest = try dump.tags(from: try #require(last).next)
    var found: [String] = []
    while let next = try rest.next() { if case .record(let tag, let place) = next { found.append("\(tag.id) \(place)") } }
    #expect(found == ["3 Tags.xml:5", "4 Tags.xml:6", "5 Tags.xml:7"])
    #expect(rest.bytesRead == dump.size(of: .tags))
  }

  @Test("progress ends at the file's size")
  func progress() throws {
    let folder = try DumpFolder()
    try folder.write("Tags", rows: (1...3000).map(DumpFolder.tag))
    let dump = try folder.open()
    var (count, last): (Int, Int64) = (0, 0)
    let reader = try dump.tags()
    try reader.forEach(
      { _ in count += 1 }, onBad: { _ in },
      progress: {
        #expect($0 > last)
        last = $0
      })
    #expect(count == 3000)
    #expect(reader.bytesRead == dump.size(of: .tags))
    #expect(dump.totalSize > dump.size(of: .tags))
  }
}
