package import Database

/// Something done to keep order, as it goes into the log: numbers and a rule. Its texts are kept apart.
package struct Act: Sendable, Equatable {
  package let kind: ActKind
  package let by: Doer
  package let rule: ActRule
  package var category: CategoryID?
  package var topic: TopicID?
  package var post: PostID?
  package var part: PartID?
  package var member: MemberID?
  /// When a term ends.
  package var until: Timestamp?
  /// The act this one takes back.
  package var undoes: ActID?
  /// The first of several acts that were done by one press; nil for that one.
  package var batch: ActID?
  /// Facts of the program, such as the name of a setting; never a text of people.
  package var detail: String
  /// What is said to the person it is about.
  package var words: String
  /// What is said among moderators.
  package var note: String

  /// Who did it: a person, or the program by a rule of its own.
  package enum Doer: Sendable, Hashable {
    case person(MemberID)
    case machine
    /// Nil for the program.
    package var member: MemberID? { if case .person(let id) = self { id } else { nil } }
  }

  package init(
    _ kind: ActKind, by doer: Doer, rule: ActRule = .none, category: CategoryID? = nil, topic: TopicID? = nil, post: PostID? = nil,
    part: PartID? = nil, member: MemberID? = nil, until: Timestamp? = nil, undoes: ActID? = nil, batch: ActID? = nil, detail: String = "",
    words: String = "",
    note: String = ""
  ) {
    self.kind = kind
    by = doer
    self.rule = rule
    self.category = category
    self.topic = topic
    self.post = post
    self.part = part
    self.member = member
    self.until = until
    self.undoes = undoes
    self.batch = batch
    self.detail = detail
    self.words = words
    self.note = note
  }
}

extension Act {
  /// True for rows of `act` that are about a member. What was done to an account that became theirs was told to it, and that came along.
  static func isAbout(_ member: SQL) -> SQL {
    "(act.member_id = \(member) OR act.id IN (SELECT told.act_id FROM decision told WHERE told.member_id = \(member)))"
  }

  /// Who a number of `act` is now: the log keeps the number of an account that became another.
  static func now(_ number: SQL) -> SQL { "coalesce((SELECT was.merged_into FROM member was WHERE was.id = \(number)), \(number))" }
}

/// What was done, each with its words in the catalog (`act.KIND`).
package enum ActKind: String, Sendable, Hashable, CaseIterable, SQLConvertible {
  case hide, show, delete, restore, mask, unmask
  case close, open, slow, move, merge, split, duplicate
  /// A topic, or its posts, stand where they stood before.
  case putBack
  case warn, unwarn, silence, endSilence, suspend, endSuspension, note
  /// A machine keeps something back until a person has looked; the person lets it through.
  case hold, release
  /// What was reported stands.
  case dismiss
  /// After a second look the act stays as it was.
  case keep
  case setting, roleChange, erase
  /// Somebody was signed out; the link by which an imported member gets into their account was made.
  case endSessions, claimLink
  /// What the site holds was handed out as a file.
  case export
  /// Two accounts of one person became one.
  case joinMembers
  /// Another forum is brought here: begun, stopped, gone on with, ended.
  case importing
  /// A topic tops lists until a day; no more.
  case announce, endAnnouncement
}

/// Why it was done, each with its words in the catalog (`rule.CODE`).
package enum ActRule: String, Sendable, Hashable, CaseIterable, SQLConvertible {
  case unkind, spam, offTopic, danger, personal, illegal, unwanted
  /// What machines go by.
  case firstPost, words, links, mentions, pictures, pace, trap, approval, address
  case secondLook, other, none

  /// The rules a person decides by, in the order in which they are offered.
  package static let ofPeople: [ActRule] = [.unkind, .spam, .offTopic, .danger, .personal, .illegal, .other]
}
