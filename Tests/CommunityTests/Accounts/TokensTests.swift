import Community
import Database
import TestSupport
import Testing

@Suite("Single-use links") struct TokensTests {
  @Test("of 50 uses of one link at once exactly one counts")
  func oneUseCounts() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe, hash: "old")
    let token = try await store.issue(.reset, for: zoe.id, address: Person.zoe.email)
    let counted = await withTaskGroup(of: Bool.self) { group in
      for number in 1...50 {
        group.addTask {
          (try? await store.write { tx in try ResetPassword(token, newHash: "hash \(number)").perform(in: tx) }) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(counted == 1)
    #expect(try await store.kinds() == [.passwordChanged])
  }

  @Test("looking at a link does not use it up")
  func lookingIsFree() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    let token = try await store.issue(.verify, for: zoe.id, address: Person.zoe.email)
    for _ in 1...3 { #expect(try await store.read { tx in try AccountTokens.holder(token, .verify, in: tx)?.member } == zoe.id) }
    try await store.write { tx in try VerifyEmail(token).perform(in: tx) }
    #expect(try await store.read { tx in try AccountTokens.holder(token, .verify, in: tx) } == nil)
    #expect(try await store.read { tx in try Viewer.find(zoe.id, in: tx)?.isVerified } == true)
  }

  @Test("a link is good for an hour, and for one purpose")
  func hourAndPurpose() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    let token = try await store.issue(.verify, for: zoe.id, address: Person.zoe.email)
    await #expect(throws: ForumError.invalid("token", .linkExpired)) {
      try await store.write { tx in try ResetPassword(token, newHash: "mine").perform(in: tx) }
    }
    store.clock.advance(.minutes(60))
    await #expect(throws: ForumError.invalid("token", .linkExpired)) {
      try await store.write { tx in try VerifyEmail(token).perform(in: tx) }
    }
  }

  @Test("a link for an address that is not the member's any more is dead")
  func boundToAddress() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    let token = try await store.issue(.verify, for: zoe.id, address: Person.zoe.email)
    try await store.write { tx in try tx.run("UPDATE member SET email = 'new@example.org', email_key = 'new@example.org'") }
    await #expect(throws: ForumError.invalid("token", .linkExpired)) {
      try await store.write { tx in try VerifyEmail(token).perform(in: tx) }
    }
  }

  @Test("a clock that jumped ahead and came back leaves no link that is good for longer than an hour")
  func clockJump() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    let start = store.clock.now
    store.clock.advance(.days(365))
    let token = try await store.issue(.reset, for: zoe.id, address: Person.zoe.email)
    store.clock.now = start
    #expect(try await store.read { tx in try AccountTokens.holder(token, .reset, in: tx) } == nil)
  }

  @Test("all links of a member die on a use, a new issue, and a change of password or e-mail", arguments: 0..<4)
  func allDie(way: Int) async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "old")
    let session = try #require(try await store.signedIn(try await store.openSession(ana.id))).sessionID
    let token = try await store.issue(.reset, for: ana.id, address: Person.ana.email)
    switch way {
    case 0: _ = try await store.issue(.reset, for: ana.id, address: Person.ana.email)
    case 1: try await store.write { tx in try ChangePassword(verifiedHash: "old", newHash: "new").perform(by: ana, in: session, in: tx) }
    case 2:
      let change = try await store.issue(.changeEmail, for: ana.id, address: "new@example.org")
      try await store.write { tx in try ConfirmEmailChange(change).perform(in: tx) }
    default:
      let email = try EmailAddress(Person.ana.email)
      try await store.write { tx in try SetPassword(email, newHash: "new").perform(in: tx) }
    }
    await #expect(throws: ForumError.invalid("token", .linkExpired)) {
      try await store.write { tx in try ResetPassword(token, newHash: "theirs").perform(in: tx) }
    }
    #expect(
      try await store.read { tx in try tx.value("SELECT COUNT(*) FROM token WHERE member_id = \(ana.id)", as: Int.self) }
        == (way == 0 ? 1 : 0))
  }

  @Test("an admin's link gives an imported account to whoever holds it, once; nobody else's account can be claimed")
  func claim() async throws {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    let ana = try await store.add(.ana)
    let name = try DisplayName("Old Hand")
    let imported = try #require(
      try await store.write { tx in
        try NewMember(name: name, email: nil, passwordHash: nil, role: .member, isVerified: false, isImported: true).insert(in: tx)
      })
    let token = SecretToken.fresh()
    let link = MakeClaimLink(for: try Handle("old-hand"), token: token)
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.write { tx in try link.perform(by: ana, in: tx) } }
    let other = MakeClaimLink(for: try Handle("ana"), token: token)
    await #expect(throws: ForumError.notFound) { try await store.write { tx in try other.perform(by: noor, in: tx) } }
    try await store.write { tx in try link.perform(by: noor, in: tx) }
    let claim = ClaimAccount(token, email: try EmailAddress("old@example.org"), passwordHash: "hash")
    #expect(try await store.write { tx in try claim.perform(in: tx) } == imported)
    await #expect(throws: ForumError.invalid("token", .linkExpired)) { try await store.write { tx in try claim.perform(in: tx) } }
    await #expect(throws: ForumError.notFound) { try await store.write { tx in try link.perform(by: noor, in: tx) } }
  }
}
