import Community
import Database
import TestSupport
import Testing

/// A small forum in which every way to ask for a post finds some and leaves out others. January 2026, a topic a day from the 5th on.
struct Bakery: Sendable {
  let store: TestStore
  let cast: [Person: Actor]

  init() async throws {
    store = try await TestStore.make()
    cast = try await store.addCast()
    let (ana, kai, mei) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.mei]))
    let help = try await store.addCategory("Help"), talk = try await store.addCategory("Shop talk")
    let team = try await store.addCategory("Team", .staff)
    func day() { store.clock.advance(.days(1)) }
    let stone = try await store.open("Cold oven stone", by: ana, in: help, body: "The stone stays cold at the door.", tags: "oven stone")
    let answer = try await store.reply("Preheat the stone for an hour.", to: stone, by: kai)
    try await store.write { tx in try AcceptAnswer(post: answer).perform(by: ana, in: tx) }
    day()
    let crust = try await store.open("Pale crust", by: kai, in: help, body: "My oven gives a pale crust, steam or not.", tags: "oven crust")
    try await store.reply("More steam, and a stone.", to: crust, by: mei)
    day()
    try await store.open("Gas oven", by: mei, in: help, body: "Does gas make the crust soft?", tags: "gas")
    day()
    try await store.open(
      "Flour of the month", by: ana, in: talk, kind: .discussion, body: "Spelt in the oven. 図書館で本を読む。 Öfen!", tags: "flour")
    day()
    try await store.open("Oven supplier", by: mei, in: team, body: "A secret crust.", tags: "supplier")
  }

  /// The titles found, best first.
  func found(_ text: String, _ order: SearchOrder = .best, _ fields: [SearchField: String] = [:], by person: Person? = nil) async throws
    -> [String]
  {
    try await findings(text, order, fields, by: person).posts.map(\.heading)
  }

  func findings(_ text: String, _ order: SearchOrder = .best, _ fields: [SearchField: String] = [:], by person: Person? = nil) async throws
    -> SearchFindings
  {
    let viewer = person.flatMap { cast[$0]?.viewer } ?? .visitor
    return try await store.read { tx in try SearchPosts(SearchRequest(text, fields: fields, order: order)).perform(for: viewer, in: tx) }
  }
}

extension SearchResult {
  var heading: String { title.map(\.text).joined() }
}
