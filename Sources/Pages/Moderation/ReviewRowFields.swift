import Community
import Database
import Templates

/// Something that waits for a person, in a line of a list.
struct ReviewRowFields: Fields {
  let id: Int
  let path: String
  let what: String
  let cause: String
  let text: String
  let author: BadgeFields?
  let opened: TimeText
  let due: TimeText
  let isLate: Bool
  let isDanger: Bool
  let claimedBy: String?
  let isChosen: Bool
  /// What makes it look like spam, where it does.
  let spam: String?

  init(_ row: ReviewRow, isChosen: Bool = false, score: SpamScore? = nil, maker: PageMaker) {
    let strongest = score.flatMap { $0.value > 0.5 && !$0.strongest.isEmpty ? $0.strongest.joined(separator: ", ") : nil }
    spam = strongest.map { maker.words.text("review.spam", ["words": .text($0)]) }
    id = Int(row.id.rawValue)
    path = Paths.review(row.id)
    what = row.title ?? maker.words.text(Self.kind(of: row))
    cause = Self.cause(of: row, maker: maker)
    text = row.text.split(whereSeparator: \.isWhitespace).prefix(40).joined(separator: " ")
    author = row.author.map { BadgeFields($0, maker: maker) }
    opened = maker.time(row.openedAt)
    due = maker.time(row.dueAt)
    isLate = row.dueAt < maker.clock.now
    isDanger = row.isDanger
    claimedBy = row.claim.flatMap { claim in
      maker.viewer.isMember(claim.member) || claim.at <= maker.clock.now - .minutes(10)
        ? nil : maker.words.text("review.claimed", ["name": .text(claim.name)])
    }
    self.isChosen = isChosen
  }

  private static func kind(of row: ReviewRow) -> String {
    row.part != nil ? "review.kind.part" : row.member != nil ? "review.kind.member" : "review.kind.act"
  }

  static func cause(of row: ReviewRow, maker: PageMaker) -> String {
    switch row.cause {
    case .held: maker.words.text("review.held", ["rule": .text(maker.words.text("rule.\(row.rule.rawValue)"))])
    case .secondLook: maker.words.text("review.secondLook")
    case .reported where row.reportCount == 0: maker.words.text("review.taken")
    case .reported:
      maker.words.text(
        "review.reported",
        [
          "count": .number(row.reportCount), "reason": .text(maker.words.text("reportReason.\(row.reason?.rawValue ?? "other")")),
        ])
    }
  }

  private init() {
    (id, path, what, cause, text, author) = (1, "/moderation/1", "Which oven?", "Reported", "Buy these pills", .sample)
    isDanger = true
    (opened, due, isLate, claimedBy, isChosen, spam) = (.sample, .sample, true, "Kai has it", true, "Looks like advertising: pills")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .number(id)
    case "path": .text(path)
    case "what": .text(what)
    case "cause": .text(cause)
    case "text": .text(text)
    case "author": author.map(Field.one) ?? .nothing
    case "opened": .one(opened)
    case "due": .one(due)
    case "isLate": .flag(isLate)
    case "isDanger": .flag(isDanger)
    case "claimedBy": claimedBy.map(Field.text) ?? .nothing
    case "spam": spam.map(Field.text) ?? .nothing
    case "isChosen": .flag(isChosen)
    default: nil
    }
  }

  static let sample = ReviewRowFields()
}
