import Community
import Database
import TestSupport
import Testing

@Suite("Changing one's account") struct ChangesTests {
  @Test("a handle changes every thirty days, and the old one leads here for ever")
  func changesHandle() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let kai = try await store.add(.kai)
    func change(_ actor: Actor, _ handle: String) async throws {
      let change = ChangeHandle(to: try Handle(handle))
      try await store.write { tx in try change.perform(by: actor, in: tx) }
    }
    let old = try Handle("ana")
    try await change(ana, "ana-c")
    #expect(try await store.handle(ana.id) == "ana-c")
    #expect(try await store.read { tx in try MemberProfile.successor(of: old, in: tx) } == "ana-c")
    await #expect(throws: ForumError.tooSoon(.names, until: store.clock.now + .days(30))) { try await change(ana, "ana-d") }
    await #expect(throws: ForumError.invalid("handle", .handleTaken)) { try await change(kai, "ana") }
    await #expect(throws: ForumError.invalid("handle", .handleTaken)) { try await change(kai, "ana-c") }
    await #expect(throws: ForumError.invalid("handle", .nameReserved)) { try await change(kai, "adm1n") }
    store.clock.advance(.days(30))
    // Going back is allowed, and leaves both names leading to Ana.
    try await change(ana, "ana")
    let between = try Handle("ana-c")
    #expect(try await store.read { tx in try MemberProfile.successor(of: between, in: tx) } == "ana")
    #expect(try await store.read { tx in try MemberProfile.successor(of: old, in: tx) } == nil)
  }

  @Test("of many who want one handle at once exactly one gets it")
  func handleInParallel() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let wanted = try Handle("honey")
    let got = await withTaskGroup(of: Bool.self) { group in
      for actor in cast.values {
        group.addTask { (try? await store.write { tx in try ChangeHandle(to: wanted).perform(by: actor, in: tx) }) != nil }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(got == 1)
  }

  @Test("a name may change, but not into the company's; staff may be called what they are")
  func changesName() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let mei = try await store.add(.mei)
    let free = ChangeName(to: try DisplayName("Ana C."))
    let staffs = ChangeName(to: try DisplayName("Mei Tanaka"))
    let support = ChangeName(to: try DisplayName("Support"))
    try await store.write { tx in try free.perform(by: ana, in: tx) }
    await #expect(throws: ForumError.invalid("name", .nameConfusable)) {
      try await store.write { tx in try staffs.perform(by: ana, in: tx) }
    }
    await #expect(throws: ForumError.invalid("name", .nameReserved)) {
      try await store.write { tx in try support.perform(by: ana, in: tx) }
    }
    try await store.write { tx in try support.perform(by: mei, in: tx) }
    #expect(try await store.kinds() == [.nameChanged, .nameChanged])
  }

  @Test("a new password needs the current one, and ends every other session")
  func changesPassword() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "old")
    let here = try await store.openSession(ana.id)
    let there = try await store.openSession(ana.id)
    let session = try #require(try await store.signedIn(here)).sessionID
    await #expect(throws: ForumError.invalid("current", .passwordWrong)) {
      try await store.write { tx in try ChangePassword(verifiedHash: "guess", newHash: "new").perform(by: ana, in: session, in: tx) }
    }
    try await store.write { tx in try ChangePassword(verifiedHash: "old", newHash: "new").perform(by: ana, in: session, in: tx) }
    #expect(try await store.signedIn(here) != nil)
    #expect(try await store.signedIn(there) == nil)
  }

  @Test("an address changes only by the link mailed to the new one")
  func changesEmail() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "hash")
    let change = ChangeEmail(to: try EmailAddress("New@example.org"), verifiedHash: "hash")
    try await store.write { tx in try change.perform(by: ana, in: tx) }
    #expect(try await store.read { tx in try OwnSettings.find(ana, in: tx)?.email } == Person.ana.email)
    let asked = try #require(try await store.read { tx in try tx.events(after: 0, limit: 5).last })
    #expect(asked.event == Event(.emailChangeAsked, actor: ana.id, member: ana.id, detail: "New@example.org"))
    let token = try await store.issue(.changeEmail, for: ana.id, address: "New@example.org")
    try await store.write { tx in try ConfirmEmailChange(token).perform(in: tx) }
    let settings = try await store.read { tx in try OwnSettings.find(ana, in: tx) }
    #expect(settings?.email == "New@example.org" && settings?.emailVerified == true)
    #expect(try await store.read { tx in try tx.events(after: 1, limit: 5).last?.event.detail } == Person.ana.email)
  }

  @Test("somebody else's address gets the same answer, changes nothing, and its owner is to be told")
  func takenEmail() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "hash")
    let kai = try await store.add(.kai)
    let change = ChangeEmail(to: try EmailAddress(Person.kai.email), verifiedHash: "hash")
    try await store.write { tx in try change.perform(by: ana, in: tx) }
    #expect(try await store.read { tx in try tx.events(after: 0, limit: 5).map(\.event) } == [Event(.emailTriedAgain, member: kai.id)])
    // Taken between the mail and the press.
    let token = try await store.issue(.changeEmail, for: ana.id, address: Person.kai.email)
    await #expect(throws: ForumError.invalid("token", .linkExpired)) {
      try await store.write { tx in try ConfirmEmailChange(token).perform(in: tx) }
    }
  }

  @Test("a reset ends all sessions, shows that the address is read, and asking looks alike for known and unknown")
  func resets() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe, hash: "lost")
    let session = try await store.openSession(zoe.id)
    let known = AskForReset(email: try EmailAddress(Person.zoe.email), address: "192.0.2.1")
    let unknown = AskForReset(email: try EmailAddress("nobody@example.org"), address: "192.0.2.1")
    try await store.write { tx in try known.perform(in: tx) }
    try await store.write { tx in try unknown.perform(in: tx) }
    #expect(try await store.read { tx in try tx.events(after: 0, limit: 5).map(\.event.member) } == [zoe.id, nil])
    let token = try await store.issue(.reset, for: zoe.id, address: Person.zoe.email)
    try await store.write { tx in try ResetPassword(token, newHash: "found").perform(in: tx) }
    #expect(try await store.signedIn(session) == nil)
    #expect(try await store.read { tx in try SignIn.passwordHash(of: zoe, in: tx) } == "found")
    #expect(try await store.read { tx in try Viewer.find(zoe.id, in: tx)?.isVerified } == true)
  }

  @Test("asking for mail is limited for unknown addresses too")
  func mailIsLimited() async throws {
    let store = try await TestStore.make()
    let unknown = AskForReset(email: try EmailAddress("nobody@example.org"), address: "192.0.2.1")
    for _ in 1...3 { try await store.write { tx in try unknown.perform(in: tx) } }
    await #expect(throws: ForumError.self) { try await store.write { tx in try unknown.perform(in: tx) } }
  }

  @Test("what has served its time is let go of, and nothing else")
  func forgetsTraces() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let old = try await store.openSession(ana.id)
    let email = try EmailAddress(Person.ana.email)
    try await store.write { tx in try SignIn.countAttempt(email: email, from: "192.0.2.1", in: tx) }
    _ = try await store.issue(.reset, for: ana.id, address: Person.ana.email)
    store.clock.advance(.days(20))
    try await store.write { tx in try Sessions.touch(old, in: tx) }
    store.clock.advance(.days(11))
    try await store.write { tx in
      try SignIn.countAttempt(email: email, from: "192.0.2.1", in: tx)
      try ForgetTraces().perform(in: tx)
    }
    let left = try await store.read { tx in
      (
        attempts: try tx.value("SELECT COUNT(*) FROM attempt", as: Int.self),
        tokens: try tx.value("SELECT COUNT(*) FROM token", as: Int.self),
        addresses: try tx.values("SELECT address FROM session", as: String.self)
      )
    }
    #expect(left.attempts == 2)
    #expect(left.tokens == 0)
    #expect(left.addresses == [""])
    #expect(try await store.signedIn(old) != nil)
  }
}
