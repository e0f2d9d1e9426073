import Database

/// Where somebody writes: each member has at most one draft in each.
package enum DraftPlace: Sendable, Hashable {
  case ask
  case reply(TopicID)
  case remark(PostID)
  case edit(PostID)
  /// A question to the company alone.
  case privately
  /// The first message to somebody.
  case letter(MemberID)
  case message(ConversationID)
  /// A private question about to be made public.
  case publish(ConversationID)

  /// What is written, as it is stored.
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    case ask, reply, remark, edit
    case privately = "private"
    case letter, message, publish
  }

  package var kind: Kind {
    switch self {
    case .ask: .ask
    case .reply: .reply
    case .remark: .remark
    case .edit: .edit
    case .privately: .privately
    case .letter: .letter
    case .message: .message
    case .publish: .publish
    }
  }

  /// The number of what it belongs to; 0 for a new topic, which belongs to nothing yet.
  var target: Int64 {
    switch self {
    case .ask, .privately: 0
    case .reply(let topic): topic.rawValue
    case .remark(let post), .edit(let post): post.rawValue
    case .letter(let member): member.rawValue
    case .message(let conversation), .publish(let conversation): conversation.rawValue
    }
  }

  init(_ kind: Kind, target: Int64) {
    self =
      switch kind {
      case .ask: .ask
      case .reply: .reply(TopicID(rawValue: target))
      case .remark: .remark(PostID(rawValue: target))
      case .edit: .edit(PostID(rawValue: target))
      case .privately: .privately
      case .letter: .letter(MemberID(rawValue: target))
      case .message: .message(ConversationID(rawValue: target))
      case .publish: .publish(ConversationID(rawValue: target))
      }
  }

  /// True for the rows of `draft` in this place of one member.
  func rows(of member: MemberID) -> SQL { "draft.member_id = \(member) AND draft.kind = \(kind) AND draft.target = \(target)" }
}

/// What a form knows of its draft: the version it began with, and which open page is writing.
package struct DraftStamp: Sendable, Equatable {
  package let version: Int
  /// Made by a script for as long as a page is open, so that a page knows its own saves again when their answer was lost; else empty.
  package let hand: String

  /// `VERSION.HAND` or `VERSION`; what no form of ours carries counts as knowing nothing.
  package init(_ raw: String) {
    let parts = raw.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    version = parts.first.flatMap { $0.utf8.count <= 9 ? Int($0) : nil }.map { max(0, $0) } ?? 0
    let hand = parts.count == 2 ? parts[1] : ""
    let isHand = (8...24).contains(hand.utf8.count) && hand.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    self.hand = isHand ? String(hand) : ""
  }

  package init(version: Int, hand: String = "") {
    self.version = version
    self.hand = hand
  }

  /// True for rows of `draft` that this page wrote last.
  var wroteLast: SQL { "(draft.version = \(version) OR (draft.hand = \(hand) AND draft.hand <> ''))" }
}
