/// A row of PostLinks.xml: one post points to another, or says it asks the same.
package struct SEPostLink: Sendable, Hashable {
  package let id: Int
  package let postID: Int
  package let relatedPostID: Int
  package let linkTypeID: Int
  /// Milliseconds UTC.
  package let createdAt: Int64

  /// Whether `postID` was closed as asking the same as `relatedPostID`; else it only mentions it.
  package var isDuplicate: Bool { linkTypeID == 3 }
}

extension SEPostLink: DumpRecord {
  init(_ row: RowAttributes) throws(RowFault) {
    id = try row.number("Id")
    postID = try row.number("PostId")
    relatedPostID = try row.number("RelatedPostId")
    linkTypeID = try row.number("LinkTypeId")
    createdAt = try row.date("CreationDate")
  }
}
