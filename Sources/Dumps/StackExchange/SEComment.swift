/// A row of Comments.xml: a remark under a post, in Stack Exchange's small Markdown.
package struct SEComment: Sendable, Hashable {
  package let id: Int
  package let postID: Int
  package let score: Int
  /// Not HTML: read it with `HTMLToMarkdown.markdown(fromComment:)`.
  package let text: String
  /// Milliseconds UTC.
  package let createdAt: Int64
  package let userID: Int?
  /// The name a deleted author had.
  package let userDisplayName: String?
}

extension SEComment: DumpRecord {
  init(_ row: RowAttributes) throws(RowFault) {
    id = try row.number("Id")
    postID = try row.number("PostId")
    score = try row.optionalNumber("Score") ?? 0
    text = try row.text("Text")
    createdAt = try row.date("CreationDate")
    userID = try row.optionalNumber("UserId")
    userDisplayName = row.optionalText("UserDisplayName")
  }
}
