/// A row of Posts.xml: a question, an answer, or one of the site's own pages.
package struct SEPost: Sendable, Hashable {
  /// What `PostTypeId` means; importers take questions and answers.
  package enum Kind: Sendable, Hashable {
    case question, answer
    /// Tag wikis, moderator nominations and the like.
    case other(Int)
  }

  package let id: Int
  package let kind: Kind
  /// The question an answer belongs to; always there for answers.
  package let parentID: Int?
  package let acceptedAnswerID: Int?
  /// Milliseconds UTC, as every date here.
  package let createdAt: Int64
  package let score: Int
  package let bodyHTML: String
  package let ownerUserID: Int?
  /// The name a deleted or never registered author had.
  package let ownerDisplayName: String?
  /// Always there for questions.
  package let title: String?
  package let tags: [String]
  package let lastEditDate: Int64?
  package let lastEditorUserID: Int?
  package let lastActivityDate: Int64?
  package let closedDate: Int64?
  package let lockedDate: Int64?
  package let communityOwnedDate: Int64?
  package let viewCount: Int?

  /// Since when it has taken no more answers: closed, locked, or both.
  package var takesNoAnswersSince: Int64? { [closedDate, lockedDate].compactMap { $0 }.min() }
}

extension SEPost: DumpRecord {
  init(_ row: RowAttributes) throws(RowFault) {
    id = try row.number("Id")
    switch try row.number("PostTypeId") {
    case 1: kind = .question
    case 2: kind = .answer
    case let other: kind = .other(other)
    }
    parentID = kind == .answer ? try row.number("ParentId") : try row.optionalNumber("ParentId")
    acceptedAnswerID = try row.optionalNumber("AcceptedAnswerId")
    createdAt = try row.date("CreationDate")
    score = try row.optionalNumber("Score") ?? 0
    switch kind {
    case .question, .answer: bodyHTML = try row.text("Body")
    case .other: bodyHTML = row.optionalText("Body") ?? ""
    }
    ownerUserID = try row.optionalNumber("OwnerUserId")
    ownerDisplayName = row.optionalText("OwnerDisplayName")
    title = kind == .question ? try row.text("Title") : row.optionalText("Title")
    tags = SETag.names(in: row.optionalText("Tags") ?? "")
    lastEditDate = try row.optionalDate("LastEditDate")
    lastEditorUserID = try row.optionalNumber("LastEditorUserId")
    lastActivityDate = try row.optionalDate("LastActivityDate")
    closedDate = try row.optionalDate("ClosedDate")
    lockedDate = try row.optionalDate("LockedDate")
    communityOwnedDate = try row.optionalDate("CommunityOwnedDate")
    viewCount = try row.optionalNumber("ViewCount")
  }
}
