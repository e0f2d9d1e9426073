import Community
import Database
import Jobs
import TestSupport
import Testing

@Suite("Many followers") struct FollowersTests {
  /// A category with `count` followers beside the cast.
  private func crowd(_ count: Int) async throws -> Told {
    let t = try await Told()
    try await t.store.write { tx in
      for number in 1...count {
        let id: MemberID? = try tx.value(
          "INSERT INTO member (name, handle, role, created_at) VALUES ('Bee', \("bee-\(number)"), 'member', 1) RETURNING id")
        try tx.run(
          "INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(id), 'category', \(t.help.rawValue), 'everything', 1)")
      }
    }
    return t
  }

  @Test("are told in parts; a server that stops in the middle goes on there, and nobody is told twice or left out") func parts()
    async throws
  {
    let t = try await crowd(1200)
    let topic = try await t.store.open("Bees", by: try t.who(.kai), in: t.help)
    // The worker stops as soon as it has noted whom to tell.
    try await t.store.write { tx in
      for event in try tx.events(after: 0, limit: 100) where TellMembers.kinds.contains(event.event.kind) {
        _ = try TellMembers(of: event).perform(in: tx)
      }
    }
    #expect(try await t.store.number("SELECT count(*) FROM notice") == 0)
    #expect(try await t.store.write { tx in try TellFollowers.goOn(in: tx).hasMore })
    let first = try await t.store.number("SELECT count(*) FROM notice")
    #expect((1..<1200).contains(first))
    try await t.settle()
    #expect(try await t.store.number("SELECT count(*) FROM notice WHERE topic_id = \(topic)") == 1200)
    #expect(try await t.store.number("SELECT count(DISTINCT member_id) FROM notice") == 1200)
    #expect(try await t.store.number("SELECT count(*) FROM telling") == 0)
  }

  @Test("hear of one event before the next, whoever they are") func order() async throws {
    let t = try await crowd(700)
    let topic = try await t.store.open("Bees", by: try t.who(.kai), in: t.help)
    for number in 1...3 { try await t.write("Answer \(number)", to: topic, by: .mei) }
    try await t.settle()
    let disorder = try await t.store.number(
      """
      SELECT count(*) FROM notice one JOIN notice other ON other.member_id = one.member_id
      WHERE one.kind IN ('opened', 'written') AND other.kind IN ('opened', 'written') AND one.id < other.id AND one.post_id > other.post_id
      """)
    #expect(disorder == 0)
    #expect(try await t.store.number("SELECT count(*) FROM notice WHERE kind = 'written'") == 2100)
  }

  @Test("are not told of what was removed before their turn came") func removed() async throws {
    let t = try await crowd(3)
    let topic = try await t.store.open("Bees", by: try t.who(.kai), in: t.help)
    try await t.run("UPDATE topic SET hidden = TRUE WHERE id = \(topic)")
    try await t.settle()
    #expect(try await t.store.number("SELECT count(*) FROM notice") == 0)
    #expect(try await t.store.number("SELECT count(*) FROM telling") == 0)
  }

  @Test("a member's choices are never cut in two by the end of a part") func cut() async throws {
    let t = try await crowd(500)
    let topic = try await t.store.open("Bees", by: try t.who(.kai), in: t.help)
    try await t.settle()
    // Each follows the category and has the topic at normal, which counts more: nobody is to be told.
    try await t.run(
      """
      INSERT INTO follow (member_id, kind, target_id, level, at)
      SELECT member_id, 'topic', \(topic.rawValue), 'normal', 1 FROM follow WHERE kind = 'category'
      """)
    try await t.choose(.everything, .category(t.help), by: .omar)
    try await t.run("DELETE FROM notice")
    try await t.write("An answer", to: topic, by: .mei)
    try await t.settle()
    #expect(try await t.store.number("SELECT count(*) FROM notice WHERE kind = 'written'") == 1)
    #expect(try await t.kinds(of: .omar) == [.written])
  }
}
