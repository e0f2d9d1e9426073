import Database
import TestSupport
import Testing

@testable import Community

@Suite("When a backup is due") struct BackupScheduleTests {
  private func setUp() async throws -> (TestStore, Actor) {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    try await store.write { tx in _ = try SiteSettings.markSetUp(in: tx) }
    return (store, noor)
  }

  @Test("it is due each day at its hour, once, and on Mondays where somebody chose so") func due() async throws {
    let (store, noor) = try await setUp()
    func isDue() async throws -> Bool { try await store.read { try BackupRun.isDue(in: $0) } }
    // Monday the fifth of January 2026, nine o'clock.
    #expect(try await !isDue())
    store.clock.advance(.hours(17))
    #expect(try await !isDue())
    store.clock.advance(.hours(2))
    #expect(try await isDue())
    #expect(try await store.write { try BackupRun.begin(in: $0) } == 7)
    #expect(try await !isDue())
    let weekly = try #require(BackupSettings(every: "week", hour: "4", keep: "3"))
    try await store.write { tx in try weekly.save(by: noor, in: tx) }
    store.clock.advance(.days(5))
    #expect(try await !isDue())
    store.clock.advance(.hours(24))
    #expect(try await isDue())
    #expect(try await store.number("SELECT count(*) FROM act WHERE kind = 'setting'") == 1)
  }

  @Test("one that somebody asked for is due at once, and one that failed is not tried without end") func asked() async throws {
    let (store, noor) = try await setUp()
    store.clock.advance(.minutes(1))
    try await store.write { tx in try BackupRun.ask(by: noor, in: tx) }
    #expect(try await store.read { try BackupRun.isDue(in: $0) })
    #expect(try await store.read { try BackupRun.load(in: $0) } == BackupRun(isWaiting: true, fault: nil))
    try await store.write { tx in _ = try BackupRun.begin(in: tx) }
    #expect(try await !store.read { try BackupRun.isDue(in: $0) })
    try await store.write { tx in try BackupRun.end("the disk is full", in: tx) }
    #expect(try await store.read { try BackupRun.load(in: $0) } == BackupRun(isWaiting: false, fault: "the disk is full"))
    let ana = try await store.add(.ana)
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.write { try BackupRun.ask(by: ana, in: $0) } }
  }

  @Test(
    "what was not offered is refused",
    arguments: [("day", "24", "7"), ("day", "x", "7"), ("hour", "3", "7"), ("day", "3", "0"), ("day", "-1", "7")])
  func others(_ every: String, _ hour: String, _ keep: String) { #expect(BackupSettings(every: every, hour: hour, keep: keep) == nil) }
}
