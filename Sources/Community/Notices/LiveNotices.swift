package import Database

/// Whose number of unread notices may have changed: what open pages are told by. One reader asks for all of them.
package struct NoticeChanges: Sendable, Equatable {
  /// So many events are looked at in one read.
  package static let part = 1000
  /// The last event that was looked at.
  package let place: Int64
  /// Members who were told something, read something, or did something that may count.
  package let members: Set<MemberID>
  /// Whether there are more events to look at.
  package let hasMore: Bool

  /// The place of somebody who has missed nothing so far.
  package static func now(in tx: Transaction) throws -> Int64 { try tx.value("SELECT coalesce(max(id), 0) FROM event") ?? 0 }

  /// What happened after a place in the log, in the order it was committed.
  package static func since(_ place: Int64, in tx: Transaction) throws -> NoticeChanges {
    let events = try tx.events(after: place, limit: part)
    var members: Set<MemberID> = []
    var told: [ClosedRange<Int64>] = []
    for event in events {
      if event.event.kind == .noticesTold, let range = ToldNotices.range(event.event.detail) { told.append(range) }
      members.formUnion([event.event.actor, event.event.member].compactMap { $0 })
    }
    // Between the first and the last there are only notices that were told in the same stretch of the log.
    if let first = told.map(\.lowerBound).min(), let last = told.map(\.upperBound).max() {
      members.formUnion(
        try tx.values("SELECT DISTINCT member_id FROM notice WHERE id >= \(first) AND id <= \(last)", as: MemberID.self))
    }
    return NoticeChanges(place: events.last?.id ?? place, members: members, hasMore: events.count == part)
  }
}

/// Records that members were told, so that their open pages learn of it.
package enum ToldNotices {
  /// Records nothing where nobody was told.
  package static func record(_ told: [ToldNotice], in tx: Transaction) throws {
    guard let first = told.map(\.id.rawValue).min(), let last = told.map(\.id.rawValue).max() else { return }
    try tx.record(Event(.noticesTold, detail: "\(first)-\(last)"))
  }

  static func range(_ detail: String) -> ClosedRange<Int64>? {
    let parts = detail.split(separator: "-").compactMap { Int64($0) }
    return parts.count == 2 && parts[0] <= parts[1] ? parts[0]...parts[1] : nil
  }
}

/// What the open pages of sessions show beside the bell, asked at the moment of telling them: a session that has ended since is not in it,
/// and nothing is counted that its member may no longer see.
package enum BellCounts {
  package static func load(for sessions: [SessionID], in tx: Transaction) throws -> [SessionID: Int] {
    let found: [(SessionID, MemberStanding)] = try tx.all(
      "SELECT session.id, \(Viewer.columns(at: tx.now)) FROM session JOIN member ON member.id = session.member_id WHERE \(live(sessions, tx))"
    ) { row in (try row.next(), try MemberStanding(&row)) }
    var actions: [Role: Actions] = [:], viewers: [MemberID: Viewer] = [:]
    for (_, standing) in found where viewers[standing.id] == nil { viewers[standing.id] = try standing.viewer(knowing: &actions, in: tx) }
    let counts = try UnreadNotices.counts(for: Array(viewers.values), in: tx)
    return Dictionary(uniqueKeysWithValues: found.map { session, standing in (session, counts[standing.id] ?? 0) })
  }

  /// Which of the sessions still sign somebody in.
  package static func lasting(_ sessions: [SessionID], in tx: Transaction) throws -> Set<SessionID> {
    Set(
      try tx.values(
        "SELECT session.id FROM session JOIN member ON member.id = session.member_id WHERE \(live(sessions, tx))", as: SessionID.self))
  }

  private static func live(_ sessions: [SessionID], _ tx: Transaction) -> SQL {
    """
    session.id \(anyOf: sessions) AND session.expires_at > \(tx.now)
      AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
    """
  }
}
