import Community
import Database
import TestSupport
import Testing

@Suite("Sessions") struct SessionsTests {
  @Test("a session says who is signed in and what they may do")
  func findsTheMember() async throws {
    let store = try await TestStore.make()
    let mei = try await store.add(.mei)
    let token = try await store.openSession(mei.id)
    let found = try #require(try await store.signedIn(token))
    #expect(found.name == "Mei Tanaka")
    #expect(found.handle == "mei")
    #expect(found.viewer.role == .staff)
    #expect(found.viewer.may(.acceptAny))
    #expect(!found.viewer.may(.seeDeleted))
    #expect(found.emailVerified)
    #expect(try await store.signedIn(SecretToken.fresh()) == nil)
  }

  @Test("only the token's hash is stored")
  func onlyTheHashIsStored() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let token = try await store.openSession(ana.id)
    let stored = try await store.read { tx in try tx.value("SELECT token_hash FROM session", as: [UInt8].self) }
    #expect(stored == token.hash)
    #expect(stored.map { String(decoding: $0, as: UTF8.self) } != token.text)
  }

  @Test("a session ends thirty days after it was last seen")
  func slides() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let token = try await store.openSession(ana.id)
    store.clock.advance(.days(29))
    #expect(try await store.signedIn(token)?.isDueForTouch == true)
    try await store.write { tx in try Sessions.touch(token, in: tx) }
    #expect(try await store.signedIn(token)?.isDueForTouch == false)
    store.clock.advance(.days(29))
    #expect(try await store.signedIn(token) != nil)
    store.clock.advance(.days(2))
    #expect(try await store.signedIn(token) == nil)
    try await store.write { tx in try Sessions.touch(token, in: tx) }
    #expect(try await store.signedIn(token) == nil)
  }

  @Test("being seen is written at most every ten minutes")
  func touchedSeldom() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let token = try await store.openSession(ana.id)
    let opened = store.clock.now
    store.clock.advance(.minutes(9))
    try await store.write { tx in try Sessions.touch(token, in: tx) }
    #expect(try await store.read { tx in try tx.value("SELECT seen_at FROM session", as: Timestamp.self) } == opened)
    store.clock.advance(.minutes(1))
    try await store.write { tx in try Sessions.touch(token, in: tx) }
    #expect(try await store.read { tx in try tx.value("SELECT seen_at FROM session", as: Timestamp.self) } == store.clock.now)
  }

  @Test("a suspended member is signed out, and may not sign in")
  func suspended() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "right")
    let token = try await store.openSession(ana.id)
    let until = store.clock.now + .days(3)
    try await store.write { tx in try tx.run("UPDATE member SET suspended_until = \(until)") }
    #expect(try await store.signedIn(token) == nil)
    let session = NewSession(token: .fresh(), address: "", agent: "")
    await #expect(throws: ForumError.forbidden(.suspended), "only who knows the password hears of it") {
      try await store.write { tx in
        try SignIn.Finish(member: ana.id, verifiedHash: "right", newHash: nil, session: session).perform(in: tx)
      }
    }
    store.clock.advance(.days(3))
    #expect(try await store.signedIn(token) != nil)
  }

  @Test("a member lists their own sessions and ends them one by one or all but one; nobody else's")
  func listedAndEnded() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana)
    let kai = try await store.add(.kai)
    let here = try await store.openSession(ana.id)
    let there = try await store.openSession(ana.id)
    let kais = try await store.openSession(kai.id)
    let kaisID = try #require(try await store.signedIn(kais)).sessionID
    let thereID = try #require(try await store.signedIn(there)).sessionID
    let hereID = try #require(try await store.signedIn(here)).sessionID
    #expect(try await store.read { tx in try Sessions.list(of: ana, in: tx).map(\.id) } == [thereID, hereID])
    await #expect(throws: ForumError.notFound) { try await store.write { tx in try EndSession(kaisID).perform(by: ana, in: tx) } }
    try await store.write { tx in try EndSession(thereID).perform(by: ana, in: tx) }
    #expect(try await store.signedIn(there) == nil)
    let third = try await store.openSession(ana.id)
    try await store.write { tx in try EndSession.allOthers(than: hereID, by: ana, in: tx) }
    #expect(try await store.signedIn(third) == nil)
    #expect(try await store.signedIn(here) != nil)
    #expect(try await store.signedIn(kais) != nil)
    try await store.write { tx in try Sessions.end(here, in: tx) }
    #expect(try await store.signedIn(here) == nil)
  }

  @Test("a change of role ends every session of the member")
  func roleChangeEndsSessions() async throws {
    let store = try await TestStore.make()
    let mei = try await store.add(.mei)
    let token = try await store.openSession(mei.id)
    let email = try EmailAddress(Person.mei.email)
    try await store.write { tx in try PromoteMember(email, to: .member).perform(in: tx) }
    #expect(try await store.signedIn(token) == nil)
    #expect(try await store.read { tx in try Viewer.find(mei.id, in: tx)?.role } == .member)
  }

  @Test("a member is settled after 24 hours with two posts left standing")
  func settled() async throws {
    let store = try await TestStore.make()
    let sam = try await store.add(.sam)
    let topic = try await store.insertTopic(by: sam.id)
    let reply = try await store.insertPost(in: topic, by: sam.id)
    func isSettled() async throws -> Bool? { try await store.read { tx in try Viewer.find(sam.id, in: tx)?.isSettled } }
    #expect(try await isSettled() == false)
    store.clock.advance(.hours(24))
    #expect(try await isSettled() == true)
    try await store.write { tx in try tx.run("UPDATE post SET deleted_at = \(tx.now) WHERE id = \(reply)") }
    #expect(try await isSettled() == false)
  }
}
