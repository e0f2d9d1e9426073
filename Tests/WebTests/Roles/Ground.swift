import Community
import Database
import ForumSupport
import TestSupport
import Testing

/// A forum in which one person tries everything, each act on rows of its own.
struct Ground: Sendable {
  let forum: TestForum
  let cast: [Person: Actor]
  let here: CategoryID
  let there: CategoryID
  private(set) var browser: Browser
  let part: Part

  init(for part: Part) async throws {
    self.part = part
    forum = try await TestForum.make()
    cast = try await forum.store.addCast()
    here = try await forum.store.addCategory("Here")
    there = try await forum.store.addCategory("There")
    switch part {
    case .inside: try await forum.store.letModerate(try #require(cast[.kai]).id, here)
    case .outside: try await forum.store.letModerate(try #require(cast[.kai]).id, there)
    default: break
    }
    browser = forum.visitor()
    try await nextDay()
  }

  /// A day in which nobody has reached a limit, signed in anew.
  mutating func nextDay() async throws {
    forum.store.clock.advance(.hours(25))
    browser = part == .visitor ? forum.visitor() : try await forum.member(part.person)
  }

  func who(_ person: Person) throws -> Actor { try #require(cast[person]) }

  /// A question of Ana's with an answer of Mei's.
  func question() async throws -> (topic: TopicID, opening: PostID, answer: PostID) {
    let topic = try await forum.store.open("Where is it", by: try who(.ana), in: here, tags: "oven")
    let answer = try await forum.store.reply("Here.", to: topic, by: try who(.mei))
    return (topic, try await forum.store.opening(of: topic), answer)
  }

  func count(_ sql: SQL) async throws -> Int { try await forum.store.number(sql) }
}
