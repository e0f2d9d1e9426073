import Community
import Database
import TestSupport
import Testing

@Suite("The log of acts") struct ActLogTests {
  private func store() async throws -> (TestStore, Actor, Actor) {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    return (store, try #require(cast[.tomas]), try #require(cast[.sam]))
  }

  private func warn(_ sam: Actor, by tomas: Actor, _ words: String, in store: TestStore) async throws -> ActID {
    try await store.write { tx in
      try tx.log(Act(.warn, by: .person(tomas.id), rule: .unkind, member: sam.id, words: words, note: "Again."))
    }
  }

  @Test("no SQL changes or takes away an act") func kept() async throws {
    let (store, tomas, sam) = try await store()
    _ = try await warn(sam, by: tomas, "Please be kind.", in: store)
    for sql: SQL in ["UPDATE act SET rule = 'spam'", "DELETE FROM act", "UPDATE act SET at = at"] {
      await #expect(throws: (any Error).self) { try await store.write { tx in try tx.run(sql) } }
    }
    #expect(try await store.number("SELECT count(*) FROM act WHERE rule = 'unkind'") == 1)
  }

  @Test("a text that was changed, an act that was changed and one that was left out are found; a text that was erased is not")
  func chain() async throws {
    let (store, tomas, sam) = try await store()
    var acts: [ActID] = []
    for number in 1...5 { acts.append(try await warn(sam, by: tomas, "Warning \(number)", in: store)) }
    let (second, third, fourth) = (acts[1], acts[2], acts[3])
    func broken() async throws -> ActID? { try await store.read { tx in try ActLog.firstBroken(in: tx) } }
    #expect(try await broken() == nil)
    try await store.write { tx in try tx.run("DELETE FROM act_text WHERE act_id = \(second)") }
    #expect(try await broken() == nil)
    try await store.write { tx in try tx.run("UPDATE act_text SET words = 'Warning 9' WHERE act_id = \(fourth)") }
    #expect(try await broken() == fourth)
    // Whoever holds the file can drop a trigger; the chain still tells.
    try await store.write { tx in
      try tx.run(.twin(sqlite: "DROP TRIGGER act_unchanged", postgres: "DROP TRIGGER act_unchanged ON act"))
      try tx.run("UPDATE act SET member_id = 1 WHERE id = \(third)")
    }
    #expect(try await broken() == third)
  }
}
