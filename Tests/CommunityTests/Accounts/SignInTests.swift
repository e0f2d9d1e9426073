import Community
import Database
import TestSupport
import Testing

@Suite("Signing in") struct SignInTests {
  private func finish(_ member: MemberID, verified: String, new: String? = nil, token: SecretToken = .fresh()) -> SignIn.Finish {
    SignIn.Finish(
      member: member, verifiedHash: verified, newHash: new, session: NewSession(token: token, address: "192.0.2.1", agent: "x\ny"))
  }

  @Test("the account of an address is found whatever its capitals; an unknown one has no hash to verify against")
  func findsTheAccount() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "stored")
    let known = try EmailAddress("ANA@example.org")
    let unknown = try EmailAddress("nobody@example.org")
    #expect(try await store.read { tx in try SignIn.account(known, in: tx).member } == ana.id)
    #expect(try await store.read { tx in try SignIn.account(known, in: tx).passwordHash } == "stored")
    let account = try await store.read { tx in try SignIn.account(unknown, in: tx) }
    #expect(account.member == nil && account.passwordHash == nil)
  }

  @Test("a session opens when the hash is still the verified one, and a risen cost replaces it")
  func opensASession() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "cheap")
    let token = SecretToken.fresh()
    let step = finish(ana.id, verified: "cheap", new: "dear", token: token)
    try await store.write { tx in try step.perform(in: tx) }
    #expect(try await store.signedIn(token)?.viewer.memberID == ana.id)
    #expect(try await store.read { tx in try SignIn.passwordHash(of: ana, in: tx) } == "dear")
    #expect(try await store.kinds() == [.signedIn])
  }

  @Test("a password that was changed between verifying and writing opens nothing")
  func changedMeanwhile() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "new")
    let token = SecretToken.fresh()
    let step = finish(ana.id, verified: "old", token: token)
    await #expect(throws: ForumError.invalid("password", .credentialsWrong)) { try await store.write { tx in try step.perform(in: tx) } }
    #expect(try await store.signedIn(token) == nil)
  }

  @Test("1,000 attempts at one account from 1,000 addresses get 20 through")
  func limitedPerAccount() async throws {
    let store = try await TestStore.make()
    let email = try EmailAddress("ana@example.org")
    let through = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<1000 {
        group.addTask {
          let address = "198.51.\(number / 250).\(number % 250)"
          return (try? await store.write { tx in try SignIn.countAttempt(email: email, from: address, in: tx) }) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(through == 20)
  }

  @Test("1,000 attempts from one address at as many accounts get 60 through")
  func limitedPerAddress() async throws {
    let store = try await TestStore.make()
    let through = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<1000 {
        group.addTask {
          guard let email = try? EmailAddress("m\(number)@example.org") else { return false }
          return (try? await store.write { tx in try SignIn.countAttempt(email: email, from: "192.0.2.1", in: tx) }) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(through == 60)
  }

  @Test("the limit names the time it ends, is over then, and a success forgets the account's attempts")
  func limitEnds() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "stored")
    let email = try EmailAddress(Person.ana.email)
    for number in 1...20 { try await store.write { tx in try SignIn.countAttempt(email: email, from: "192.0.2.\(number)", in: tx) } }
    await #expect(throws: ForumError.tooSoon(.signIn, until: store.clock.now + .minutes(15))) {
      try await store.write { tx in try SignIn.countAttempt(email: email, from: "192.0.2.99", in: tx) }
    }
    store.clock.advance(.minutes(15))
    for _ in 1...3 {
      for number in 1...19 { try await store.write { tx in try SignIn.countAttempt(email: email, from: "192.0.2.\(number)", in: tx) } }
      let step = finish(ana.id, verified: "stored")
      try await store.write { tx in try step.perform(in: tx) }
    }
  }
}
