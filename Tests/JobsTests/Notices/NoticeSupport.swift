import Community
import Database
import Jobs
import TestSupport
import Testing

/// A forum's people with a category, and what they were told.
struct Told: Sendable {
  let store: TestStore
  let cast: [Person: Actor]
  let help: CategoryID

  init() async throws {
    store = try await TestStore.make()
    cast = try await store.addCast()
    help = try await store.addCategory()
  }

  func who(_ person: Person) throws -> Actor { try #require(cast[person]) }

  /// Lets everything that happened so far be told.
  func settle() async throws { try await store.worker([Tell(try .make())]).drain() }

  /// What somebody sees of what they were told, newest first.
  func notices(of person: Person) async throws -> [NoticeRow] {
    let actor = try who(person)
    return try await store.read { tx in try NoticeList.load(before: nil, for: actor, in: tx).rows }
  }
  func kinds(of person: Person) async throws -> [NoticeKind] { try await notices(of: person).map(\.kind) }
  /// Asked for one alone and for all at once, which must be the same for everybody.
  func unread(of person: Person) async throws -> Int {
    let (viewer, viewers) = (try who(person).viewer, cast.values.map(\.viewer))
    return try await store.read { tx in
      let together = try UnreadNotices.counts(for: viewers, in: tx)
      for other in viewers { #expect(try together[#require(other.memberID)] == UnreadNotices.count(for: other, in: tx)) }
      return try UnreadNotices.count(for: viewer, in: tx)
    }
  }
  func choose(_ level: FollowLevel, _ target: FollowTarget, by person: Person) async throws {
    let actor = try who(person)
    try await store.write { tx in try SetFollow(target, level).perform(by: actor, in: tx) }
  }
  func run(_ sql: SQL) async throws { try await store.write { tx in try tx.run(sql) } }

  /// Answers with mentions of members that are there.
  @discardableResult func write(_ text: String, to topic: TopicID, by person: Person, replyTo: PostID? = nil) async throws -> PostID {
    let actor = try who(person)
    let known = try await store.read { tx in try Mentioned(in: text).known(in: tx) }
    let body = try PostBody(text, people: known)
    let key = try #require(SubmissionKey("key-\(topic.rawValue)-\(text.hashValue)"))
    return try await store.write { tx in
      try WriteReply(topic: topic, body: body, seen: nil, replyTo: replyTo, key: key).perform(by: actor, in: tx)
    }
  }
}
