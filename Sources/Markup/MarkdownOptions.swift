/// What a caller may decide about the HTML of one text: where its anchors live, what its boxes are called.
package struct MarkdownOptions: Sendable {
  /// Put before the ids of headings (`p12-`), so that two posts on a page never share one; empty: headings get no ids.
  package let idPrefix: String
  /// Tells search engines not to follow the links; off only for texts of people who speak for the site.
  package let nofollow: Bool
  /// The name a screen reader gives a box of code.
  package let codeLabel: String
  /// The name a screen reader gives a box with a table.
  package let tableLabel: String
  /// The name of a picture that nobody described.
  package let pictureLabel: String
  /// The name of a ticked box in a task list.
  package let doneLabel: String
  /// The name of an unticked box in a task list.
  package let openLabel: String

  /// Who can be mentioned, in small letters; any other `@name` stays as it was written.
  package let handles: Set<String>

  /// Whether pictures of ours may stand in it: only in posts, which say who may see them.
  package let pictures: Bool

  /// The level of its highest heading: 3 in posts, whose page owns h1 and h2.
  package let topHeading: UInt8

  /// UTF-8 bytes of the longest source that is rendered; beyond it stands plain text.
  package let sourceBytes: Int

  /// English labels unless the caller's catalog says otherwise.
  package init(
    idPrefix: String = "", nofollow: Bool = true, codeLabel: String = "Code", tableLabel: String = "Table",
    pictureLabel: String = "Picture",
    doneLabel: String = "Done", openLabel: String = "Not done", handles: Set<String> = [], pictures: Bool = false,
    topHeading: UInt8 = 3, sourceBytes: Int = MarkdownLimits.sourceBytes
  ) {
    self.idPrefix = idPrefix
    self.nofollow = nofollow
    self.codeLabel = codeLabel
    self.tableLabel = tableLabel
    self.pictureLabel = pictureLabel
    self.doneLabel = doneLabel
    self.openLabel = openLabel
    self.handles = handles
    self.pictures = pictures
    self.topHeading = topHeading
    self.sourceBytes = sourceBytes
  }
}
