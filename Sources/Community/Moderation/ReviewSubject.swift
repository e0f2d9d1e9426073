import Database

/// What somebody is asked to look at.
package enum ReviewSubject: Sendable, Hashable {
  case post(PostID)
  case part(PartID)
  case member(MemberID)

  /// The column of `review` that holds its number, and the number.
  var column: (name: SQL, number: Int64) {
    switch self {
    case .post(let id): ("post_id", id.rawValue)
    case .part(let id): ("part_id", id.rawValue)
    case .member(let id): ("member_id", id.rawValue)
    }
  }
}

/// Why something stands in the queue.
package enum ReviewCause: String, Sendable, Hashable, CaseIterable, SQLConvertible { case reported, held, secondLook }
