import Community
import Database
import Jobs
import Mail
import TestSupport
import Testing

/// A forum with members who answered about sourdough and let themselves be asked.
struct OfferScene: Sendable {
  let store: TestStore
  let cast: [Person: Actor]
  let help: CategoryID
  let index = MatchIndex()
  let mailroom: Mailroom
  let experts: [Actor]

  init(experts count: Int = 6) async throws {
    store = try await TestStore.make()
    mailroom = try .make()
    cast = try await store.addCast()
    help = try await store.addCategory("Help")
    experts = try await store.write { tx in try (1...count).map { try Self.join("expert\($0)", in: tx) } }
    for (number, subject) in ["sourdough hydration", "sourdough starter", "sourdough crust", "oven racks"].enumerated() {
      let topic = try await store.open(
        "Trouble with \(subject)", by: try actor(.mei), in: help, body: "The \(subject) in loaf \(number) went wrong.", tags: "sourdough")
      store.clock.advance(.minutes(30))
      for expert in experts { try await store.reply("More water helps the \(subject).", to: topic, by: expert) }
    }
    store.clock.advance(.days(1))
    for expert in experts { try await choose(expert, ask: true) }
  }

  static func join(_ handle: String, in tx: Transaction) throws -> Actor {
    let since = tx.now - .days(90)
    let id: MemberID? = try tx.value(
      """
      INSERT INTO member (name, handle, email, email_key, email_verified_at, password_hash, role, created_at)
      VALUES (\(handle), \(handle), \("\(handle)@example.org"), \("\(handle)@example.org"), \(since), 'x', 'member', \(since)) RETURNING id
      """)
    return try #require(try id.flatMap { try Viewer.find($0, in: tx) }.flatMap { Actor($0) })
  }

  func actor(_ person: Person) throws -> Actor { try #require(cast[person]) }
  func run(_ sql: SQL) async throws { try await store.write { tx in try tx.run(sql) } }

  func choose(_ member: Actor, ask: Bool) async throws {
    var choices = MatchChoices()
    choices.askMe = ask
    let chosen = choices
    try await store.write { tx in try SetMatchChoices(chosen).perform(by: member, in: tx) }
  }

  /// A question of Ana's that the experts can answer.
  func ask(_ title: String = "How wet is a sourdough?", by person: Person = .ana, in category: CategoryID? = nil) async throws -> TopicID {
    try await store.open(
      title, by: try actor(person), in: category ?? help, body: "My sourdough hydration is off.", tags: "sourdough")
  }

  /// Brings matching up to date, and lets every question have its turn that is due.
  func askAround() async throws {
    try await KeepMatchIndex(index, store: store, log: quiet).keepUp()
    try await OfferQuestions(index, mailroom, store: store, log: quiet).perform()
  }

  /// The numbers of the members who were asked about a topic.
  func asked(_ topic: TopicID) async throws -> [MemberID] {
    try await store.read { tx in
      try tx.values("SELECT member_id FROM question_offer WHERE topic_id = \(topic) ORDER BY member_id", as: MemberID.self)
    }
  }

  func notices(of actor: Actor) async throws -> [NoticeKind] {
    try await store.read { tx in
      let rows = try NoticeList.load(before: nil, for: actor, in: tx).rows
      let unread = rows.filter { !$0.isRead }.count
      #expect(try UnreadNotices.count(for: actor.viewer, in: tx) == unread, "the bell and the page agree")
      return rows.map(\.kind)
    }
  }
}
