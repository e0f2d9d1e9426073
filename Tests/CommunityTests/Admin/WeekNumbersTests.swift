import Database
import TestSupport
import Testing

@testable import Community

@Suite("What a week came to") struct WeekNumbersTests {
  /// Monday the fifth of January 2026, 09:00: where the clock of tests begins.
  private func count(_ store: TestStore) async throws {
    let weeks = try await store.read { tx in try CountWeeks.read(in: tx) }
    try await store.write { tx in try weeks.write(in: tx) }
  }

  private func numbers(_ store: TestStore, _ noor: Actor) async throws -> [WeekFigure: [WeekCount]] {
    try await store.read { tx in try WeekNumbers.load(for: noor, in: tx).counts }
  }

  @Test(
    "weeks begin on Mondays, at midnight UTC",
    arguments: [(1_767_571_200_000, 1_767_571_200_000), (1_768_175_999_999, 1_767_571_200_000), (1_768_176_000_000, 1_768_176_000_000)]
      as [(Int64, Int64)])
  func mondays(_ moment: Int64, _ start: Int64) {
    #expect(Week(of: Timestamp(milliseconds: moment)).start.rawValue == start)
    #expect(Week(of: Timestamp(milliseconds: moment)).end.rawValue == start + 7 * 86_400_000)
  }

  @Test("questions, those answered within a day by somebody else, those solved, and by whom") func questions() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, mei, noor) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.mei]), try #require(cast[.noor]))
    let place = try await store.addCategory()
    let first = try await store.open("Why does it hum?", by: ana, in: place)
    try await store.open("Mine alone", by: ana, in: place)
    // Not counted: what the company asks, a discussion, what is hidden, what was imported.
    try await store.open("What would you like?", by: mei, in: place)
    try await store.open("Say hello", by: kai, in: place, kind: .discussion)
    let spam = try await store.open("Buy these", by: kai, in: place)
    let old = try await store.open("Brought along", by: kai, in: place)
    let late = try await store.open("Answered late", by: kai, in: place)
    try await store.write { tx in
      try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(spam)")
      try tx.run("INSERT INTO external_id (source, kind, external, local_id) VALUES ('old', 'topic', '7', \(old))")
    }
    let answer = try await store.reply("The fan.", to: first, by: kai)
    try await store.write { tx in try AcceptAnswer(post: answer).perform(by: ana, in: tx) }
    try await store.reply("Nobody knows.", to: late, by: kai)
    store.clock.advance(.hours(25))
    let staff = try await store.reply("We do.", to: late, by: mei)
    try await count(store)
    var counts = try await numbers(store, noor)
    #expect(counts[.questions]?.last?.counted == 3 && counts[.questions]?.count == WeekNumbers.weeks)
    #expect(counts[.answered]?.last == WeekCount(week: Week(of: store.clock.now), counted: 1, ofAll: 3))
    #expect(counts[.solved]?.last?.counted == 1)
    #expect(counts[.byMembers]?.last == WeekCount(week: Week(of: store.clock.now), counted: 1, ofAll: 1))
    // A mark that comes two weeks later still counts for the week of the question.
    store.clock.advance(.days(14))
    try await store.write { tx in try AcceptAnswer(post: staff).perform(by: kai, in: tx) }
    try await count(store)
    counts = try await numbers(store, noor)
    #expect(counts[.solved]?.suffix(3).map(\.counted) == [2, 0, 0])
    #expect(counts[.byMembers]?.suffix(3).map(\.ofAll) == [2, 0, 0] && counts[.byMembers]?.suffix(3).first?.counted == 1)
  }

  @Test("active members are counted while the week runs, and stay; whoever was sent away or is of the company is none")
  func active() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let noor = try #require(cast[.noor])
    let readers = [Person.ana, .kai, .mei, .sam].compactMap { cast[$0]?.id }
    try await store.write { tx in
      try ActiveDays.count(readers, in: tx)
      try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(2)) WHERE handle = 'kai'")
    }
    try await count(store)
    #expect(try await numbers(store, noor)[.active]?.map(\.counted) == [2])
    store.clock.advance(.days(7))
    try await store.write { tx in try ActiveDays.count(readers.prefix(1), in: tx) }
    try await count(store)
    try await count(store)
    #expect(try await numbers(store, noor)[.active]?.map(\.counted) == [2, 1])
    // Sam joined in the first week and never came on another day; Ana is here for long.
    #expect(try await numbers(store, noor)[.cameBack]?.suffix(2).map(\.ofAll) == [2, 0])
    #expect(try await numbers(store, noor)[.cameBack]?.suffix(2).map(\.counted) == [0, 0])
  }

  @Test("nobody but an admin reads them") func others() async throws {
    let store = try await TestStore.make()
    let tomas = try await store.add(.tomas)
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.read { tx in try WeekNumbers.load(for: tomas, in: tx) } }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.read { tx in try WaitingWork.load(for: tomas, in: tx) } }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.read { tx in try ListedSetting.all(for: tomas, in: tx) } }
  }
}
