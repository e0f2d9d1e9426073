/// A row of Tags.xml: a tag of the old site.
package struct SETag: Sendable, Hashable {
  package let id: Int
  package let name: String
  package let count: Int
  /// The posts that explain the tag, in short and at length.
  package let excerptPostID: Int?
  package let wikiPostID: Int?

  /// A post's tags out of `<a><b>`, or `|a|b|` as newer dumps write it.
  static func names(in list: String) -> [String] {
    list.split { $0 == "<" || $0 == ">" || $0 == "|" }.map(String.init)
  }
}

extension SETag: DumpRecord {
  init(_ row: RowAttributes) throws(RowFault) {
    id = try row.number("Id")
    name = try row.text("TagName")
    count = try row.optionalNumber("Count") ?? 0
    excerptPostID = try row.optionalNumber("ExcerptPostId")
    wikiPostID = try row.optionalNumber("WikiPostId")
  }
}
