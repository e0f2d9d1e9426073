package import Database

/// Something that happened, recorded in the transaction that did it; everything that follows from it is a reaction.
package struct Event: Sendable, Equatable {
  package let kind: Kind
  package let actor: MemberID?
  package let member: MemberID?
  package let topic: TopicID?
  package let post: PostID?
  /// One more fact where the numbers do not say it all, such as an address; never a text of people.
  package let detail: String

  package init(
    _ kind: Kind, actor: MemberID? = nil, member: MemberID? = nil, topic: TopicID? = nil, post: PostID? = nil, detail: String = ""
  ) {
    self.kind = kind
    self.actor = actor
    self.member = member
    self.topic = topic
    self.post = post
    self.detail = detail
  }

  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    case memberJoined, emailTriedAgain, verificationAsked, emailVerified, emailChangeAsked, emailChanged, passwordResetAsked,
      passwordChanged
    case handleChanged, nameChanged, profileChanged, memberRoleChanged, memberClaimed, memberErased, signedIn, signedOut
    /// The detail is the address that is no more; empty where nobody is to be told there.
    case membersJoined
    case siteChanged, categoryChanged
    case topicOpened, topicEdited, topicDeleted, topicRestored, topicRetagged
    /// The detail is the other topic.
    case topicsMerged, topicSplit, topicMoved, duplicateMarked
    case postWritten, postEdited, postDeleted, postRestored, nameTakenOff
    case voteGiven, voteTaken, meTooGiven, meTooTaken
    case answerAccepted, answerUnaccepted, acceptanceObjected, solvedWithoutAnswer, solvedTakenBack
    case announced, announcementEnded
    case noticesTold, noticesRead, mailBounced, mailMended
    /// Of a message the detail is the number of its part.
    case messageWritten, conversationLeft, conversationReturned, conversationMuted, memberBlocked, memberUnblocked
    /// The detail is the number of the act; the member is whom it concerns.
    case decided
    /// The detail is the number of the act that was taken back.
    case actTakenBack
    case postHeld, postReleased, postHidden, postShown, memberHeld, memberReleased, reported, reportSettled, lookAsked
    case importFinished
    /// Somebody said what matching may do with what they wrote.
    case matchingChosen
    /// A tag is called otherwise, part of another, or sensitive.
    case tagChanged
  }
}

/// An event as read from the log.
package struct RecordedEvent: Sendable, Equatable, SQLRow {
  /// Grows in commit order.
  package let id: Int64
  package let at: Timestamp
  package let event: Event

  package init(_ row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    event = Event(
      try row.next(), actor: try row.next(), member: try row.next(), topic: try row.next(), post: try row.next(), detail: try row.next())
  }
}

extension Transaction {
  /// Records what this transaction did.
  package func record(_ event: Event) throws {
    try run(
      """
      INSERT INTO event (at, kind, actor_id, member_id, topic_id, post_id, detail)
      VALUES (\(now), \(event.kind), \(event.actor), \(event.member), \(event.topic), \(event.post), \(event.detail))
      """)
  }

  /// The events after `id`, in commit order, at most `limit`.
  package func events(after id: Int64, limit: Int) throws -> [RecordedEvent] {
    try all(
      "SELECT id, at, kind, actor_id, member_id, topic_id, post_id, detail FROM event WHERE id > \(id) ORDER BY id LIMIT \(limit)")
  }
}
