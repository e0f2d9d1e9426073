import Community
import Database
import TestSupport
import Testing

@Suite("Signing up") struct SignUpTests {
  @Test("a new account is a member with a handle, and joining is recorded")
  func newAccount() async throws {
    let store = try await TestStore.make()
    let outcome = try await store.signUp("Ana Costa", "Ana@Example.org")
    let id = try #require(outcome.member)
    #expect(try await store.handle(id) == "ana-costa")
    let viewer = try await store.read { tx in try Viewer.find(id, in: tx) }
    #expect(viewer?.role == .member)
    #expect(viewer?.isVerified == false)
    #expect(viewer?.isSettled == false)
    #expect(viewer?.may(.openTopic) == true)
    #expect(try await store.kinds() == [.memberJoined])
  }

  @Test("a second account for an address is not made, whatever its capitals, and the owner is to be told")
  func takenAddress() async throws {
    let store = try await TestStore.make()
    let first = try await store.signUp("Ana", "ana@example.org")
    let second = try await store.signUp("Other", "ANA@example.org")
    #expect(second == .taken)
    #expect(try await store.kinds() == [.memberJoined, .emailTriedAgain])
    let told = try await store.read { tx in try tx.events(after: 1, limit: 1).first?.event.member }
    #expect(told == first.member)
  }

  @Test("people of one name get -2, -3 and so on, also when they all come at once")
  func handlesInParallel() async throws {
    let store = try await TestStore.make()
    let handles = try await withThrowingTaskGroup(of: String?.self) { group in
      for number in 1...30 {
        group.addTask {
          let outcome = try await store.signUp("Ana Costa", "ana\(number)@example.org", from: "192.0.2.\(number)")
          return try await store.handle(#require(outcome.member))
        }
      }
      return try await group.reduce(into: [String]()) { if let handle = $1 { $0.append(handle) } }
    }
    #expect(Set(handles).count == 30)
    #expect(Set(handles).isSuperset(of: ["ana-costa", "ana-costa-2", "ana-costa-3", "ana-costa-20"]))
    #expect(handles.allSatisfy { $0 == "ana-costa" || $0.hasPrefix("ana-costa-") })
  }

  @Test("50 sign-ups with one address at once make one account")
  func addressInParallel() async throws {
    let store = try await TestStore.make()
    let outcomes = await withTaskGroup(of: SignUp.Outcome?.self) { group in
      for number in 1...50 { group.addTask { try? await store.signUp("Ana", "ana@example.org", from: "192.0.2.\(number)") } }
      return await group.reduce(into: [SignUp.Outcome]()) { if let outcome = $1 { $0.append(outcome) } }
    }
    #expect(outcomes.compactMap(\.member).count == 1)
    // Five tries an hour for one address; the others were too soon.
    #expect(outcomes.count == 5)
    #expect(try await store.read { tx in try tx.value("SELECT COUNT(*) FROM member", as: Int.self) } == 1)
  }

  @Test("a name that cannot be written in a-z gets a number, and so does one whose handle would be the company's")
  func numberedHandles() async throws {
    let store = try await TestStore.make()
    let first = try await store.signUp("田中", "a@example.org").member
    let second = try await store.signUp("محمد", "b@example.org").member
    #expect(try await store.handle(#require(first)) == "member-1")
    #expect(try await store.handle(#require(second)) == "member-2")
  }

  @Test("a handle that somebody gave up, or that an imported member has, is nobody else's")
  func handlesAreNeverFree() async throws {
    let store = try await TestStore.make()
    let kai = try await store.add(.kai)
    try await store.write { tx in try ChangeHandle(to: Handle("kai-new")).perform(by: kai, in: tx) }
    let name = try DisplayName("Omar")
    try await store.write { tx in
      _ = try NewMember(name: name, email: nil, passwordHash: nil, role: .member, isVerified: false, isImported: true).insert(in: tx)
    }
    #expect(try await store.handle(#require(store.signUp("Kai", "other@example.org").member)) == "kai-2")
    #expect(try await store.handle(#require(store.signUp("Omar", "omar2@example.org").member)) == "omar-2")
  }

  @Test(
    "reserved words, and what can be read as one, are the company's",
    arguments: [
      "Admin", "ADMIN", "adm1n", "Adrnin", "ADMlN", "Admin Team", "The Moderator", "Kindred Support", "Support", "5upport", "St4ff",
      "m0derator", "ＡＤＭＩＮ", "Ádmin", "K1ndred", "Administrator", "Customer Service", "ΑΔΜΙΝ", "ВОТ", "тєам",
    ])
  func reservedNames(name: String) async throws {
    let store = try await TestStore.make()
    await #expect(throws: ForumError.invalid("name", .nameReserved)) { try await store.signUp(name, "a@example.org") }
  }

  @Test(
    "nobody can be called like one of the staff, or so that it looks like it",
    arguments: ["Mei Tanaka", "MEI TANAKA", "MeI Tanaka", "Mei  T4naka", "Noor Haddad", "N00r Haddad", "Tomas Novak", "mei", "Noor"])
  func staffNames(name: String) async throws {
    let store = try await TestStore.make()
    try await store.addCast()
    await #expect(throws: ForumError.invalid("name", .nameConfusable)) { try await store.signUp(name, "a@example.org") }
  }

  @Test(
    "names that only begin alike are free",
    arguments: ["Mel Tanaka", "Meike", "Ali", "Anna", "Christopher Guest", "Nora Haddad", "Null", "Modesta", "Kai Lindqvist"])
  func freeNames(name: String) async throws {
    let store = try await TestStore.make()
    try await store.addCast()
    #expect(try await store.signUp(name, "a@example.org").member != nil)
  }

  @Test("sign-ups from one place are limited")
  func limited() async throws {
    let store = try await TestStore.make()
    for number in 1...20 { _ = try await store.signUp("Ana", "a\(number)@example.org") }
    await #expect(throws: ForumError.self) { try await store.signUp("Ana", "last@example.org") }
    store.clock.advance(.hours(1))
    #expect(try await store.signUp("Ana", "last@example.org").member != nil)
  }
}
