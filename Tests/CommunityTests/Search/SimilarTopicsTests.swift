import Community
import Database
import TestSupport
import Testing

@Suite("Similar topics") struct SimilarTopicsTests {
  private func titles(_ similar: SimilarTopics, _ bakery: Bakery, by person: Person? = nil) async throws -> [String] {
    let viewer = person.flatMap { bakery.cast[$0]?.viewer } ?? .visitor
    return try await bakery.store.read { tx in
      try SimilarTopic.load(similar.perform(for: viewer, in: tx), for: viewer, in: tx).map(\.title)
    }
  }

  @Test("they share the rare words or the tags, solved ones come first, and a topic is not similar to itself")
  func found() async throws {
    let bakery = try await Bakery()
    #expect(try await titles(SimilarTopics(title: "Pale crust and a cold stone"), bakery) == ["Cold oven stone", "Pale crust"])
    #expect(try await titles(SimilarTopics(title: "Spelt flour"), bakery) == ["Flour of the month"])
    let crust: TopicID = try #require(try await bakery.store.read { tx in try tx.value("SELECT id FROM topic WHERE title = 'Pale crust'") })
    let own = try await titles(SimilarTopics(title: "Pale crust", tags: ["oven", "crust"], besides: crust), bakery)
    #expect(!own.contains("Pale crust") && own.contains("Gas oven"))
    for title in ["zzz", "🙂", ""] { #expect(try await titles(SimilarTopics(title: title), bakery) == []) }
    #expect(try await titles(SimilarTopics(title: "Unheard", body: "My gas makes the crust soft"), bakery).first == "Gas oven")
  }

  @Test("never what the reader may not see, also when it was found for somebody else")
  func permission() async throws {
    let bakery = try await Bakery()
    let supplier = SimilarTopics(title: "Supplier secret")
    for person in [nil, Person.ana] { #expect(try await titles(supplier, bakery, by: person) == []) }
    #expect(try await titles(supplier, bakery, by: .mei) == ["Oven supplier"])
    let mei = try #require(bakery.cast[.mei]?.viewer)
    let leaked = try await bakery.store.read { tx in try SimilarTopic.load(supplier.perform(for: mei, in: tx), for: .visitor, in: tx) }
    #expect(leaked.isEmpty)
  }

  @Test(
    "a title of any kind is bounded work",
    arguments: [
      String(repeating: "oven crust stone gas flour steam spelt door month cold ", count: 2_000), "\u{0}\"' <>",
      String(repeating: "犬", count: 3_000),
    ])
  func bounded(_ text: String) async throws {
    let bakery = try await Bakery()
    #expect(try await titles(SimilarTopics(title: text, tags: [text], body: text), bakery).count <= SimilarTopics.most)
  }
}
