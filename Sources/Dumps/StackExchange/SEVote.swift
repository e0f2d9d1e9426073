/// A row of Votes.xml: one vote, without its voter.
package struct SEVote: Sendable, Hashable {
  /// What `VoteTypeId` means, as far as an importer counts it.
  package enum Kind: Sendable, Hashable {
    case acceptedByAsker, up, down
    /// Favourites, flags, bounties, deletions and the like.
    case other(Int)
  }

  package let id: Int
  package let postID: Int
  package let voteTypeID: Int
  /// Milliseconds UTC; dumps round it to the day.
  package let date: Int64

  package var kind: Kind {
    switch voteTypeID {
    case 1: .acceptedByAsker
    case 2: .up
    case 3: .down
    default: .other(voteTypeID)
    }
  }
}

extension SEVote: DumpRecord {
  init(_ row: RowAttributes) throws(RowFault) {
    id = try row.number("Id")
    postID = try row.number("PostId")
    voteTypeID = try row.number("VoteTypeId")
    date = try row.date("CreationDate")
  }
}
