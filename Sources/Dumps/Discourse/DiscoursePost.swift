/// A post of a Discourse topic, as the forum gave it out.
package struct DiscoursePost: Sendable, Hashable {
  /// What `post_type` means.
  package enum Kind: Sendable, Hashable {
    case ordinary, moderator
    /// A line of the topic's history: closed, pinned, split off.
    case smallAction
    /// Only the old forum's staff could read it.
    case whisper
    case other(Int)
  }

  package let id: Int
  /// Its place in the topic, from 1; other posts name it by that.
  package let number: Int
  package let kind: Kind
  /// Nil where the account is gone.
  package let userID: Int?
  package let username: String?
  /// Milliseconds UTC, as every date here.
  package let createdAt: Int64
  /// When it was last edited, if ever.
  package let editedAt: Int64?
  /// The HTML the old forum showed.
  package let cooked: String
  package let replyToNumber: Int?
  package let likes: Int
  package let isAccepted: Bool
  package let isHidden: Bool
  package let isDeleted: Bool
  /// What a small action did, such as `closed.enabled`.
  package let actionCode: String?
  package let polls: [DiscoursePoll]
}

/// How a poll in a post stands; its text is part of the post.
package struct DiscoursePoll: Sendable, Hashable {
  let name: String
  /// Votes by option; empty while the results are not shown.
  let votes: [String: Int]
  let voters: Int?
}

extension DiscoursePost {
  init(_ fields: JSONFields) throws(RowFault) {
    id = try fields.number("id")
    number = try fields.number("post_number")
    kind =
      switch try fields.number("post_type") {
      case 1: .ordinary
      case 2: .moderator
      case 3: .smallAction
      case 4: .whisper
      case let other: .other(other)
      }
    userID = try fields.optionalNumber("user_id")
    username = try fields.optionalText("username")
    createdAt = try fields.date("created_at")
    let version = try fields.optionalNumber("version") ?? 1
    editedAt = version > 1 ? try fields.optionalDate("updated_at") : nil
    cooked = try fields.text("cooked")
    replyToNumber = try fields.optionalNumber("reply_to_post_number")
    let counts = try fields.list("actions_summary") { decoder throws(RowFault) in
      let action = try JSONFields(decoder)
      return try action.optionalNumber("id") == 2 ? try action.optionalNumber("count") : nil
    }
    likes = max(0, counts.first ?? 0)
    isAccepted = try fields.flag("accepted_answer")
    isHidden = try fields.flag("hidden")
    let isDeletedByAuthor = try fields.flag("user_deleted")
    isDeleted = isDeletedByAuthor || fields.has("deleted_at")
    actionCode = try fields.optionalText("action_code")
    polls = try fields.list("polls") { decoder throws(RowFault) in try DiscoursePoll(JSONFields(decoder)) }
  }
}

extension DiscoursePoll {
  fileprivate init(_ fields: JSONFields) throws(RowFault) {
    name = try fields.optionalText("name") ?? "poll"
    voters = try fields.optionalNumber("voters")
    let options = try fields.list("options") { decoder throws(RowFault) -> (String, Int)? in
      let option = try JSONFields(decoder)
      guard let id = try option.optionalText("id"), let votes = try option.optionalNumber("votes") else { return nil }
      return (id, votes)
    }
    votes = Dictionary(options, uniquingKeysWith: { first, _ in first })
  }
}
