package import Database

/// The members for the people of the house: looked for by name, handle or address, narrowed, a page at a time.
package struct MemberList: Sendable {
  package static let pageSize = 50
  package let members: [ListedMember]
  /// Where the next page begins; nil where this is the last.
  package let next: Place?

  /// What the list is narrowed to.
  package struct Filter: Sendable, Equatable {
    package static let longestText = 254
    package let text: String
    package let role: Role?
    package let state: State?

    package init(text: String = "", role: Role? = nil, state: State? = nil) {
      (self.text, self.role, self.state) = (String(oneLine(text).prefix(Self.longestText)), role, state)
    }
  }

  /// Something that holds for some members, each with its words in the catalog (`members.state.NAME`).
  package enum State: String, Sendable, CaseIterable {
    case held, suspended, silenced, unclaimed, unverified, customer

    /// Those a viewer may ask for.
    package static func known(to viewer: Viewer) -> [State] {
      allCases.filter { state in
        switch state {
        case .held: viewer.may(.decide)
        case .customer: viewer.may(.verifyCustomers)
        case .suspended, .silenced, .unclaimed, .unverified: true
        }
      }
    }
  }

  package enum Order: String, Sendable, CaseIterable { case newest, seen }

  /// The last row of a page.
  package struct Place: Sendable, Equatable {
    let moment: Int64
    let id: Int64

    /// Out of an address; nil for what is no place.
    package init?(_ text: some StringProtocol) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let moment = Int64(parts[0]), let id = MemberID(parts[1]) else { return nil }
      (self.moment, self.id) = (moment, id.rawValue)
    }

    init(_ last: ListedMember, _ order: Order) {
      moment = order == .newest ? last.since.rawValue : last.seenAt?.rawValue ?? 0
      id = last.badge.id.rawValue
    }

    package var text: String { "\(moment)-\(id)" }
  }

  /// A page of it. Throws ``ForumError/notFound`` for who may know nothing of members.
  package static func load(
    _ filter: Filter, _ order: Order = .newest, after place: Place? = nil, most: Int = pageSize, for actor: Actor, in tx: Transaction
  ) throws -> MemberList {
    guard actor.may(.seeTrust) else { throw ForumError.notFound }
    let isKnown = filter.state.map(State.known(to: actor.viewer).contains) ?? true
    guard isKnown, let condition = condition(filter, for: actor, at: tx.now) else { return MemberList(members: [], next: nil) }
    // Who is a customer stands in no column: as many are looked through as one read may take.
    let isCustomers = filter.state == .customer
    var (found, last, looked): ([ListedMember], Place?, Int) = ([], place, 0)
    while found.count <= most, looked < 5_000 {
      let step = isCustomers ? 500 : most + 1
      var rows = try read(condition, order, after: last, most: step, for: actor, in: tx)
      looked += rows.count
      let isEnd = rows.count < step
      last = rows.last.map { Place($0, order) } ?? last
      let customers = try Customers.among(Set(rows.map(\.badge.id)), for: actor.viewer, in: tx)
      for index in rows.indices { rows[index].isCustomer = customers.contains(rows[index].badge.id) }
      found += isCustomers ? rows.filter(\.isCustomer) : rows
      if isEnd { last = nil }
      if isEnd || !isCustomers { break }
    }
    let shown = Array(found.prefix(most))
    return MemberList(members: shown, next: found.count > most ? shown.last.map { Place($0, order) } : isCustomers ? last : nil)
  }

  private static func read(
    _ condition: SQL, _ order: Order, after place: Place?, most: Int, for actor: Actor, in tx: Transaction
  ) throws -> [ListedMember] {
    let moment: SQL = order == .newest ? "member.created_at" : "coalesce(member.seen_at, 0)"
    let below: SQL = place.map { "AND (\(moment), member.id) < (\($0.moment), \($0.id))" } ?? ""
    return try tx.all(
      """
      SELECT \(ListedMember.columns(for: actor, at: tx.now)) FROM member WHERE \(condition) \(below)
      ORDER BY \(moment) DESC, member.id DESC LIMIT \(most)
      """)
  }

  /// Nil where nobody can be meant.
  private static func condition(_ filter: Filter, for actor: Actor, at now: Timestamp) -> SQL? {
    var parts: [SQL] = [
      "member.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.member_id = member.id)",
      HeldMember.isShown("member", to: actor.viewer),
    ]
    if let role = filter.role { parts.append("member.role = \(role)") }
    switch filter.state {
    case .held: parts.append("member.held_at IS NOT NULL")
    case .suspended: parts.append("member.suspended_until > \(now)")
    case .silenced: parts.append("member.silenced_until > \(now)")
    case .unclaimed: parts.append("member.imported AND member.password_hash IS NULL")
    case .unverified: parts.append("member.email IS NOT NULL AND member.email_verified_at IS NULL")
    case .customer, nil: break
    }
    if !filter.text.isEmpty {
      guard let named = named(filter.text, for: actor) else { return nil }
      parts.append(named)
    }
    return parts.joined(" AND ")
  }

  /// Addresses are for those who manage members: for all others they are words like any.
  private static func named(_ text: String, for actor: Actor) -> SQL? {
    if actor.may(.manageMembers), let address = try? EmailAddress(text) { return "member.email_key = \(address.key)" }
    let words = NameIndex.words(of: text).prefix(5)
    guard let last = words.last, words.count < 5 else { return nil }
    return words.map { word -> SQL in
      """
      member.id IN (SELECT member_word.member_id FROM member_word WHERE \(NameIndex.begins("member_word", word, isLast: word == last)))
      """
    }.joined(" AND ")
  }
}

/// A member in that list.
package struct ListedMember: Sendable, SQLRow {
  package let badge: MemberBadge
  /// For those who manage members; nil for all others.
  package let email: String?
  package let since: Timestamp
  package let seenAt: Timestamp?
  package let topics: Int
  package let posts: Int
  package let accepted: Int
  /// What holds of those a viewer may ask for, but for whether they are a customer.
  private let states: [MemberList.State]
  package fileprivate(set) var isCustomer = false

  package func has(_ state: MemberList.State) -> Bool { state == .customer ? isCustomer : states.contains(state) }

  static func columns(for actor: Actor, at now: Timestamp) -> SQL {
    """
    \(MemberBadge.columns("member")), CASE WHEN \(actor.may(.manageMembers)) THEN member.email END, member.created_at, member.seen_at,
    member.topic_count, member.post_count, member.accepted_count, member.held_at IS NOT NULL, coalesce(member.suspended_until > \(now), FALSE),
    coalesce(member.silenced_until > \(now), FALSE), member.imported AND member.password_hash IS NULL,
    member.email IS NOT NULL AND member.email_verified_at IS NULL
    """
  }

  package init(_ row: inout Row) throws {
    badge = try MemberBadge(&row)
    email = try row.next()
    since = try row.next()
    seenAt = try row.next()
    topics = try row.next()
    posts = try row.next()
    accepted = try row.next()
    var states: [MemberList.State] = []
    for state: MemberList.State in [.held, .suspended, .silenced, .unclaimed, .unverified] {
      if try row.next(Bool.self) { states.append(state) }
    }
    self.states = states
  }
}

/// Hands the members out as a file. It goes into the log, because it carries addresses out of the house.
package enum ExportMembers {
  /// The most rows one file holds.
  package static let most = 100_000
  /// The most of them that one read takes.
  package static let part = 1_000

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages members.
  package static func log(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageMembers) else { throw ForumError.forbidden(.notAllowed) }
    try tx.log(Act(.export, by: .person(actor.id), detail: "members"))
  }
}
