import Community
import Database
import TestSupport
import Testing

@Suite("Names that speak for the company") struct ImpersonationTests {
  private func refusal(of name: String, in store: TestStore) async throws -> Problem.Code? {
    let parsed: DisplayName
    do throws(Problem) { parsed = try DisplayName(name) } catch { return error.code }
    let signUp = SignUp(
      name: parsed, email: try EmailAddress("new@example.org"), passwordHash: "x", address: "192.0.2.\(name.utf8.count)")
    do {
      try await store.write { tx in
        _ = try signUp.perform(in: tx)
        throw Undone()
      }
    } catch ForumError.invalid(let problems) { return problems.first?.problem.code } catch is Undone {}
    return nil
  }
  private struct Undone: Error {}

  private func store() async throws -> TestStore {
    let store = try await TestStore.make()
    try await store.addCast()
    try await store.write { tx in try tx.run("INSERT INTO setting (key, value) VALUES ('name', 'Kettle Club')") }
    return store
  }

  @Test("what the server says beside a name cannot be part of one: words of the badge in brackets, after a line, spelled out")
  func badges() async throws {
    let store = try await store()
    for name in [
      "Ana (Staff)", "Ana [staff]", "Ana | Support", "Ana – Team", "Ana - Moderator", "(Admin) Ana", "Ana, Staff", "Ana {Helper}",
      "Ana «Verified»", "Ana (Support Team)", "Ana S t a f f", "Ana Staff", "Ana (5taff)", "Ana (STAFF)", "Ana 𝐒𝐭𝐚𝐟𝐟", "Ana (Ｓｔａｆｆ)",
      "Ana / Customer", "Ana: Moderation", "Ana (Kunde)",
    ] { #expect(try await refusal(of: name, in: store) == .nameReserved, "\(name)") }
    for name in ["Ana 🆂🆃🅰🅵🅵", "Ana ⓈⓉⒶⒻⒻ", "Ana ✪", "Ana 👑", "Ana ™", "Ana ✅"] {
      #expect(try await refusal(of: name, in: store) == .badCharacters, "\(name)")
    }
  }

  @Test("the community's own name and what it could call its people are nobody's") func site() async throws {
    let store = try await store()
    for name in ["Kettle Club", "kettleclub", "KettIe C1ub", "Kettle Club Support", "Team Kettle Club", "The Admin", "Support", "Sүstem"] {
      #expect([.nameReserved, .nameConfusable].contains(try await refusal(of: name, in: store)), "\(name)")
    }
    for name in ["Mei Tanaka", "Mei Tаnaka", "MeiTanaka", "Tomas Novak", "Noor Haddad."] {
      #expect(try await refusal(of: name, in: store) == .nameConfusable, "\(name)")
    }
  }

  @Test(
    "people go by their names",
    arguments: [
      "Ana Costa", "Ana (Lisbon)", "Jean-Luc O’Hara", "J. R. Tolkien", "Kettle", "Ana 🇵🇹", "Ana & Kai", "Stafford", "Ana, Porto", "Anna 3",
      "Teamwork", "Club Ana", "M. Adminov", "田中 (メイ)",
    ])
  func people(_ name: String) async throws {
    #expect(try await refusal(of: name, in: try await store()) == nil)
  }

  @Test("changing one's name or handle is under the same rule") func changes() async throws {
    let store = try await store()
    let kai = try await store.actor(MemberID(rawValue: 2))
    for name in ["Kettle Club", "Kai (Staff)"] {
      let change = ChangeName(to: try DisplayName(name))
      await #expect(throws: ForumError.invalid("name", .nameReserved)) {
        try await store.write { tx in try change.perform(by: kai, in: tx) }
      }
    }
    for handle in ["kettle-club", "kettleclub-support", "staff", "kai-staff"] {
      let change = ChangeHandle(to: try Handle(handle))
      await #expect(throws: ForumError.invalid("handle", .nameReserved), "\(handle)") {
        try await store.write { tx in try change.perform(by: kai, in: tx) }
      }
    }
  }

  @Test("an account of the staff that is called after a function or has no picture is counted until it is a person's") func faces()
    async throws
  {
    let store = try await store()
    func count() async throws -> Int { try await store.read { tx in try StaffWithoutFace.count(in: tx) } }
    #expect(try await count() == 2, "Mei and Noor have no picture")
    try await store.write { tx in try tx.run("UPDATE member SET face = 'abcdefabcdefabcdefabcdef' WHERE role IN ('staff', 'admin')") }
    #expect(try await count() == 0)
    for name in ["Support", "Kettle Club", "Service Desk", "Mei Support"] {
      try await store.write { tx in try tx.run("UPDATE member SET name = \(name) WHERE handle = 'mei'") }
      #expect(try await count() == 1, "\(name)")
    }
    try await store.write { tx in try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(1)) WHERE handle = 'mei'") }
    #expect(try await count() == 0)
  }
}
