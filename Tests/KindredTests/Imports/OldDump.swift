import Dumps
import Foundation

/// A dump of a small forum in a temporary folder, gone when the test is over.
final class OldDump {
  let path: String

  private let year: String

  /// `broken` adds an answer without a date and a comment on a post that is not there; `newer` has an edit that came later; another
  /// `year` makes another forum, whose records have the same numbers.
  init(broken: Bool = false, newer: Bool = false, year: String = "2017") throws {
    self.year = year
    path = FileManager.default.temporaryDirectory.appending(path: "kindred-old-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(
      "Users",
      [
        #"Id="-1" DisplayName="Community" CreationDate="2017-01-01T00:00:00.000""#,
        ##"Id="5" DisplayName="Rosa ✔ Lind" CreationDate="2017-02-01T00:00:00.000" AboutMe="&lt;p&gt;I keep &lt;b&gt;bees&lt;/b&gt;.&lt;/p&gt;""##,
      ])
    try write("Tags", [#"Id="1" TagName="hives" Count="1" ExcerptPostId="40" WikiPostId="41""#])
    try write(
      "Posts",
      [
        #"Id="10" PostTypeId="1" AcceptedAnswerId="12" CreationDate="2017-03-01T10:00:00.000" ViewCount="33" Body="&lt;p&gt;Where do &lt;em&gt;bees&lt;/em&gt; sleep? See &lt;a href=&quot;/questions/20/x&quot;&gt;this&lt;/a&gt;.&lt;/p&gt;&lt;pre&gt;&lt;code&gt;hive --open&#xA;&lt;/code&gt;&lt;/pre&gt;" OwnerUserId="5" Title="Where do bees sleep" Tags="&lt;hives&gt;&lt;sleep&gt;" LastEditDate="2017-03-0\#(newer ? 6 : 5)T10:00:00.000" LastEditorUserId="-1""#,
        #"Id="12" PostTypeId="2" ParentId="10" CreationDate="2017-03-02T10:00:00.000" Body="&lt;p&gt;In the hive.&lt;/p&gt;" OwnerDisplayName="Gone Gus""#,
        #"Id="13" PostTypeId="2" ParentId="10" CreationDate="2017-03-03T10:00:00.000" Body="&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;li&gt;two&lt;/li&gt;&lt;/ul&gt;" OwnerUserId="77""#,
        #"Id="20" PostTypeId="1" CreationDate="2017-04-01T10:00:00.000" Body="&lt;p&gt;Do bees sleep?&lt;/p&gt;" OwnerUserId="5" Title="Do bees sleep" Tags="&lt;hives&gt;" ClosedDate="2017-04-02T10:00:00.000""#,
        #"Id="40" PostTypeId="4" CreationDate="2017-04-01T10:00:00.000" Body="Where bees live." OwnerUserId="5""#,
      ] + (broken ? [#"Id="14" PostTypeId="2" ParentId="10" CreationDate="soon" Body="&lt;p&gt;Bad.&lt;/p&gt;""#] : []))
    try write(
      "Comments",
      [#"Id="10" PostId="12" Score="2" Text="Thanks @Gus, `it` works" CreationDate="2017-03-02T11:00:00.000" UserId="5""#]
        + (broken ? [#"Id="11" PostId="999" Score="0" Text="Lost" CreationDate="2017-03-02T11:00:00.000" UserId="5""#] : []))
    try write(
      "Votes",
      [
        #"Id="1" PostId="12" VoteTypeId="2" CreationDate="2017-03-02T00:00:00.000""#,
        #"Id="2" PostId="12" VoteTypeId="3" CreationDate="2017-03-02T00:00:00.000""#,
        #"Id="3" PostId="12" VoteTypeId="1" CreationDate="2017-03-04T00:00:00.000""#,
      ])
    try write("PostLinks", [#"Id="1" CreationDate="2017-04-02T10:00:00.000" PostId="20" RelatedPostId="10" LinkTypeId="3""#])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func open() throws -> StackExchangeDump { try StackExchangeDump(folder: path) }

  private func write(_ name: String, _ rows: [String]) throws {
    let root = name.lowercased()
    let text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<\(root)>\n" + rows.map { "  <row \($0) />\n" }.joined() + "</\(root)>\n"
    try Data(text.replacing("2017-", with: "\(year)-").utf8).write(to: URL(filePath: path).appending(path: name + ".xml"))
  }
}
