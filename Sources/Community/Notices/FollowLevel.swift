import Database

/// How much a member wants to hear of something, from nothing at all to a mail for everything.
package enum FollowLevel: String, Sendable, CaseIterable, SQLConvertible {
  case mute, normal, follow, everything, mail
}

/// What a level may send.
package enum FollowSends: String, Sendable, CaseIterable {
  /// Answers to one's questions, replies to one's posts, remarks on them, mentions, accepted answers.
  case personal
  case topics
  /// Answers and replies.
  case replies
  case remarks
  /// All of it by mail as well.
  case mail
}

/// What each level sends: the one table that notices, mail and the page about it are made from.
package enum FollowTable {
  /// One line of the table.
  package struct Line: Sendable, Equatable {
    package let level: FollowLevel
    /// For a topic that was chosen itself; it has no topics to tell of.
    package let ofTopic: Set<FollowSends>
    /// For a category, a tag or a member.
    package let ofOthers: Set<FollowSends>
  }

  package static let lines = [
    Line(level: .mute, ofTopic: [], ofOthers: []),
    Line(level: .normal, ofTopic: [.personal], ofOthers: [.personal]),
    Line(level: .follow, ofTopic: [.personal, .replies], ofOthers: [.personal, .topics]),
    Line(level: .everything, ofTopic: [.personal, .replies, .remarks], ofOthers: [.personal, .topics, .replies, .remarks]),
    Line(level: .mail, ofTopic: [.personal, .replies, .remarks, .mail], ofOthers: [.personal, .topics, .replies, .remarks, .mail]),
  ]

  /// What a level sends for a kind of target.
  package static func sends(_ level: FollowLevel, of kind: FollowTarget.Kind) -> Set<FollowSends> {
    guard let line = lines.first(where: { $0.level == level }) else { return [] }
    return kind == .topic ? line.ofTopic : line.ofOthers
  }
}
