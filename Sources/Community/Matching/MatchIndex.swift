package import Database
package import Matching
import Synchronization

/// The common ground of everybody here, kept in memory and always as far as the read that asks it: whatever was deleted, made private, switched
/// off or blocked before that read is in nothing it answers.
///
/// It follows the log of events. Who asks brings it up to date first, in their own read; after a start, an import, or a change of what is
/// public, it is made anew in parts, behind what it has or while it answers nothing.
package final class MatchIndex: Sendable {
  /// What may be asked, while it stands still.
  package struct Known: Sendable {
    package var ground = CommonGround()
    /// Who lets themselves be suggested, and who lets themselves be asked.
    package internal(set) var suggested: Set<Int64> = []
    package internal(set) var asked: Set<Int64> = []
    /// The last event it has heard of.
    package internal(set) var place: Int64 = 0
  }

  private struct State {
    var known: Known?
    var isStale = true
  }

  private let state = Mutex(State())
  package init() {}

  /// Answers from what is known at the moment of the read. Nil while it is being made: then nothing is suggested.
  package func read<T>(in tx: Transaction, _ body: (Known) throws -> T) throws -> T? {
    var answer: T?
    try state.withLock { state in
      try Self.bringUp(&state, in: tx)
      answer = try state.known.map(body)
    }
    return answer
  }

  /// Hears of what happened, so that nobody who asks has to wait for much of it. True where it is to be made anew.
  package func catchUp(in tx: Transaction) throws -> Bool {
    try state.withLock { state in
      try Self.bringUp(&state, in: tx)
      return state.isStale
    }
  }

  /// Makes it anew from what the database has, in many short reads.
  package func rebuild(from store: any Store) async throws {
    state.withLock { $0.isStale = false }
    var fresh = Known()
    fresh.place = try await store.read { tx in try NoticeChanges.now(in: tx) }
    var last: Int64? = 0
    while let after = last {
      let part = try await store.read { tx in try MatchFeed.part(after: after, in: tx) }
      for topic in part?.topics ?? [] { fresh.ground.add(topic) }
      for reply in part?.replies ?? [] { fresh.ground.add(reply) }
      last = part?.last
      try Task.checkCancellation()
    }
    var declaring: [Int64] = []
    repeat {
      let after = declaring.last ?? 0
      let (members, interests) = try await store.read { tx in
        let members = try MatchFeed.declaring(after: after, in: tx)
        return (members, try MatchFeed.interests(of: members, in: tx))
      }
      for (member, rows) in Dictionary(grouping: interests, by: \.member) { fresh.ground.declare(rows.map(\.name), by: member) }
      declaring = members
    } while !declaring.isEmpty
    (fresh.suggested, fresh.asked) = try await store.read { tx in try MatchConsent.load(in: tx) }
    let done = fresh
    fresh = Known()
    state.withLock { $0.known = done }
  }

  // MARK: Following along

  /// Events that are heard of within somebody's read at most; where there are more, nothing is suggested until they were.
  private static let (batch, mostBatches) = (200, 10)

  private static func bringUp(_ state: inout State, in tx: Transaction) throws {
    for _ in 0..<mostBatches {
      guard let place = state.known?.place else { return }
      let events = try tx.events(after: place, limit: batch)
      guard let last = events.last else { return }
      var changes: Set<MatchChange> = []
      for event in events {
        for change in try MatchChange.of(event.event, in: tx) where changes.insert(change).inserted {
          switch change {
          case .all: state.isStale = true
          case .allAtOnce: (state.known, state.isStale) = (nil, true)
          default: try state.known?.apply(change, in: tx)
          }
        }
      }
      state.known?.place = last.id
      if events.count < batch { return }
    }
    (state.known, state.isStale) = (nil, true)
  }
}

extension MatchIndex.Known {
  fileprivate mutating func apply(_ change: MatchChange, in tx: Transaction) throws {
    switch change {
    case .post(let post): try look(atPost: post, in: tx)
    case .topic(let topic): try look(atTopic: topic, in: tx)
    case .member(let member): try look(atMember: member, in: tx)
    case .interests(let member): try look(atInterestsOf: member, in: tx)
    case .all, .allAtOnce: break
    }
  }

  private mutating func look(atPost post: PostID, in tx: Transaction) throws {
    let found = try tx.first("SELECT topic_id, number FROM post WHERE id = \(post)") { row in
      (topic: try row.next(TopicID.self), number: try row.next(Int64?.self))
    }
    guard let found else { return }
    if found.number == 1 { return try look(atOpeningOf: found.topic, in: tx) }
    let posts = [post] + (try tx.values("SELECT id FROM post WHERE parent_id = \(post) AND kind = 'remark'", as: PostID.self))
    for post in posts { ground.remove(post: post.rawValue, in: found.topic.rawValue) }
    for reply in try MatchFeed.replies("post.id \(anyOf: posts)", in: tx) { ground.add(reply) }
  }

  /// An edit of the opening leaves what was answered as it is.
  private mutating func look(atOpeningOf topic: TopicID, in tx: Transaction) throws {
    guard ground.has(topic: topic.rawValue), let opening = try MatchFeed.topics("topic.id = \(topic)", in: tx).first else {
      return try look(atTopic: topic, in: tx)
    }
    ground.add(opening)
  }

  private mutating func look(atTopic topic: TopicID, in tx: Transaction) throws {
    ground.remove(topic: topic.rawValue)
    for opening in try MatchFeed.topics("topic.id = \(topic)", in: tx) { ground.add(opening) }
    for reply in try MatchFeed.replies("post.topic_id = \(topic)", in: tx) { ground.add(reply) }
  }

  private mutating func look(atMember member: MemberID, in tx: Transaction) throws {
    ground.remove(member: member.rawValue)
    for opening in try MatchFeed.topics("post.author_id = \(member)", in: tx) { ground.add(opening) }
    for reply in try MatchFeed.replies("post.author_id = \(member)", in: tx) { ground.add(reply) }
    for reply in try MatchFeed.replies("parent.author_id = \(member)", in: tx) { ground.add(reply) }
    try look(atInterestsOf: member, in: tx)
    let consent = try MatchConsent.load(of: member, in: tx)
    if consent.isSuggested { suggested.insert(member.rawValue) } else { suggested.remove(member.rawValue) }
    if consent.isAsked { asked.insert(member.rawValue) } else { asked.remove(member.rawValue) }
  }

  private mutating func look(atInterestsOf member: MemberID, in tx: Transaction) throws {
    let names = try MatchFeed.interests(of: [member.rawValue], in: tx).map(\.name)
    ground.declare(names, by: member.rawValue)
  }
}

/// Who lets themselves be suggested or asked, of those matching may know.
enum MatchConsent {
  static func load(in tx: Transaction) throws -> (suggested: Set<Int64>, asked: Set<Int64>) {
    let rows = try rows("TRUE", in: tx)
    return (Set(rows.filter(\.isSuggested).map(\.member)), Set(rows.filter(\.isAsked).map(\.member)))
  }

  static func load(of member: MemberID, in tx: Transaction) throws -> (isSuggested: Bool, isAsked: Bool) {
    let row = try rows("matching_choice.member_id = \(member)", in: tx).first
    return (row?.isSuggested ?? false, row?.isAsked ?? false)
  }

  private static func rows(_ condition: SQL, in tx: Transaction) throws -> [(member: Int64, isSuggested: Bool, isAsked: Bool)] {
    try tx.all(
      """
      SELECT matching_choice.member_id, matching_choice.suggest_me, matching_choice.ask_me
      FROM matching_choice JOIN member ON member.id = matching_choice.member_id WHERE \(condition) AND \(MatchFeed.isKnown("member"))
      """
    ) { row in (member: try row.next(), isSuggested: try row.next(), isAsked: try row.next()) }
  }
}
