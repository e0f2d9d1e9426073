import Database
import TestSupport
import Testing

@testable import Community

@Suite("The list of settings") struct SettingListTests {
  private func list(_ store: TestStore, _ actor: Actor) async throws -> [ListedSetting] {
    try await store.read { tx in try ListedSetting.all(for: actor, in: tx) }
  }

  @Test("nobody has decided anything at first; a change names who and when, and nothing that stayed") func changes() async throws {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    #expect(try await list(store, noor).allSatisfy { $0.value == $0.standard && $0.changedAt == nil })
    store.clock.advance(.hours(1))
    var prevention = PreventionSettings.defaults
    prevention.allowed[.links]?.new = 1
    let (changed, backups) = (prevention, try #require(BackupSettings(every: "week", hour: "3", keep: "7")))
    try await store.write { tx in
      try changed.save(by: noor, in: tx)
      try backups.save(by: noor, in: tx)
      try SignUpSettings(mode: .closed).save(by: noor, in: tx)
      try PlainSetting.addressDays.save(7, by: noor, in: tx)
      try SiteSettings(name: "Bees", description: "", isSetUp: true).save(by: noor, in: tx)
    }
    let decided = try await list(store, noor).filter { $0.changedAt != nil }
    #expect(decided.map(\.name) == [.siteName, .signUp, .allowance(.links), .backupEvery, .plain(.addressDays)])
    #expect(decided.filter { $0.value == $0.standard }.map(\.name) == [])
    #expect(Set(decided.map(\.changedBy)) == ["Noor Haddad"] && Set(decided.map(\.changedAt)) == [store.clock.now])
  }

  @Test("a number has its effect: addresses go when their days are over") func effect() async throws {
    let store = try await TestStore.make()
    let (noor, ana) = (try await store.add(.noor), try await store.add(.ana))
    try await store.write { tx in
      try tx.run(
        """
        INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, agent, address)
        VALUES (\([UInt8](repeating: 7, count: 32)), \(ana.id), \(tx.now), \(tx.now), \(tx.now + .days(30)), '', '192.0.2.1')
        """)
      try PlainSetting.addressDays.save(7, by: noor, in: tx)
    }
    func isKept() async throws -> Bool {
      try await store.write { tx in try ForgetTraces().perform(in: tx) }
      return try await store.number("SELECT count(*) FROM session WHERE address <> ''") == 1
    }
    store.clock.advance(.days(6))
    #expect(try await isKept())
    store.clock.advance(.days(1))
    #expect(try await !isKept())
    #expect(try await store.number("SELECT count(*) FROM act WHERE kind = 'setting'") == 1)
  }

  @Test("only who manages the site saves one") func others() async throws {
    let store = try await TestStore.make()
    let tomas = try await store.add(.tomas)
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await store.write { tx in try PlainSetting.reviewHours.save(5, by: tomas, in: tx) }
    }
  }
}
