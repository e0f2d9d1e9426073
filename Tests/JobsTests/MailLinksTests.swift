import Community
import Database
import Foundation
import Jobs
import TestSupport
import Testing

@Suite("Mail that follows from events") struct MailLinksTests {
  private func drain(_ store: TestStore) async throws { try await store.worker(Reactions.all(try .make())).drain() }

  /// The token in the one link of a letter.
  private func token(in text: String, after path: String) throws -> SecretToken {
    let start = try #require(text.range(of: "https://bees.example\(path)"))
    let line = text[start.upperBound...].prefix { $0 != "\n" }
    return try #require(SecretToken(presented: String(line)))
  }

  @Test("joining mails one link that verifies the address, in text and in HTML")
  func verification() async throws {
    let store = try await TestStore.make()
    let signUp = SignUp(
      name: try DisplayName("Ana <b>Costa</b> & Co"), email: try EmailAddress("ana@example.org"), passwordHash: "hash", address: "192.0.2.1"
    )
    let outcome = try await store.write { tx in try signUp.perform(in: tx) }
    guard case .created(let ana) = outcome else { return #expect(Bool(false), "no account was made") }
    try await drain(store)
    try await drain(store)
    let mail = try await store.mail()
    #expect(mail.map(\.kind) == ["verify"])
    #expect(mail[0].to == "ana@example.org")
    #expect(mail[0].subject == "Please confirm your address for Kindred")
    #expect(mail[0].text.contains("Ana <b>Costa</b> & Co"))
    #expect(!mail[0].html.contains("<b>Costa"))
    let token = try token(in: mail[0].text, after: "/verify/")
    #expect(mail[0].html.contains(#"href="https://bees.example/verify/\#(token.text)""#))
    try await store.write { tx in try VerifyEmail(token).perform(in: tx) }
    #expect(try await store.read { tx in try Viewer.find(ana, in: tx)?.isVerified } == true)
  }

  @Test("asking again mails a new link, and the old one is dead")
  func verificationAgain() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    for _ in 1...2 {
      try await store.write { tx in try AskForVerification().perform(by: zoe, in: tx) }
      try await drain(store)
    }
    let mail = try await store.mail()
    #expect(mail.count == 2)
    let first = try token(in: mail[0].text, after: "/verify/")
    let second = try token(in: mail[1].text, after: "/verify/")
    await #expect(throws: ForumError.invalid("token", .linkExpired)) {
      try await store.write { tx in try VerifyEmail(first).perform(in: tx) }
    }
    try await store.write { tx in try VerifyEmail(second).perform(in: tx) }
  }

  @Test("a member whom the operator vouched for gets no verification")
  func noVerificationForVouched() async throws {
    let store = try await TestStore.make()
    let add = AddMember(
      name: try DisplayName("Mei"), email: try EmailAddress("mei@example.org"), passwordHash: "hash", role: .staff, firstCategories: [])
    try await store.write { tx in _ = try add.perform(in: tx) }
    try await drain(store)
    #expect(try await store.mail().isEmpty)
  }

  @Test("a reset mails a link to the member and nothing to anybody else")
  func reset() async throws {
    let store = try await TestStore.make()
    try await store.add(.ana, hash: "old")
    for address in ["ana@example.org", "nobody@example.org"] {
      let ask = AskForReset(email: try EmailAddress(address), address: "192.0.2.1")
      try await store.write { tx in try ask.perform(in: tx) }
    }
    try await drain(store)
    let mail = try await store.mail()
    #expect(mail.map(\.to) == ["ana@example.org"])
    let token = try token(in: mail[0].text, after: "/reset/")
    try await store.write { tx in try ResetPassword(token, newHash: "new").perform(in: tx) }
  }

  @Test("a change of address mails the link to the new one, and then tells the old one")
  func emailChange() async throws {
    let store = try await TestStore.make()
    let ana = try await store.add(.ana, hash: "hash")
    let change = ChangeEmail(to: try EmailAddress("new@example.org"), verifiedHash: "hash")
    try await store.write { tx in try change.perform(by: ana, in: tx) }
    try await drain(store)
    let asked = try await store.mail()
    #expect(asked.map(\.to) == ["new@example.org"])
    let token = try token(in: asked[0].text, after: "/email/")
    try await store.write { tx in try ConfirmEmailChange(token).perform(in: tx) }
    try await drain(store)
    let told = try await store.mail()
    #expect(told.map(\.to) == ["new@example.org", "ana@example.org"])
    #expect(!told[1].text.contains("https://"))
  }

  @Test("an address that is not verified gets no mail but links of its own account")
  func nothingToUnverified() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe, hash: "hash")
    let signUp = SignUp(
      name: try DisplayName("Other"), email: try EmailAddress(Person.zoe.email), passwordHash: "x", address: "192.0.2.1")
    #expect(try await store.write { tx in try signUp.perform(in: tx) } == .taken)
    try await store.write { tx in try tx.run("UPDATE member SET role = 'staff' WHERE id = \(zoe.id)") }
    try await objection(in: store)
    try await drain(store)
    #expect(try await store.mail().filter { $0.to == Person.zoe.email }.isEmpty)
  }

  @Test("the owner of a verified address is told when somebody tries it")
  func ownerIsTold() async throws {
    let store = try await TestStore.make()
    try await store.add(.ana)
    let signUp = SignUp(
      name: try DisplayName("Other"), email: try EmailAddress(Person.ana.email), passwordHash: "x", address: "192.0.2.1")
    try await store.write { tx in _ = try signUp.perform(in: tx) }
    try await drain(store)
    #expect(try await store.mail().map(\.kind) == ["emailTriedAgain"])
  }

  @Test("staff who may see the question are told of an objection, each once")
  func objectionIsTold() async throws {
    let store = try await TestStore.make()
    try await store.addCast()
    try await store.write { tx in try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(1)) WHERE handle = 'tomas'") }
    try await objection(in: store)
    try await drain(store)
    try await drain(store)
    let mail = try await store.mail()
    #expect(Set(mail.map(\.to)) == [Person.mei.email, Person.noor.email])
    #expect(mail.count == 2)
    #expect(mail.allSatisfy { $0.subject.contains("Where do bees sleep") && $0.text.contains("https://bees.example/p/") })
  }

  @Test("nobody is mailed about a question they may not see")
  func objectionIsNotToldToTheBlind() async throws {
    let store = try await TestStore.make()
    try await store.addCast()
    try await objection(in: store)
    try await store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'staff'") }
    try await drain(store)
    #expect(Set(try await store.mail().map(\.to)) == [Person.tomas.email, Person.noor.email])
  }

  @Test("what nobody waits for any more is not mailed late")
  func staleEvents() async throws {
    let store = try await TestStore.make()
    let zoe = try await store.add(.zoe)
    try await store.write { tx in try AskForVerification().perform(by: zoe, in: tx) }
    store.clock.advance(.days(1))
    try await drain(store)
    #expect(try await store.mail().isEmpty)
  }

  private func objection(in store: TestStore) async throws {
    let ana = try await store.read { tx in try tx.value("SELECT id FROM member WHERE handle = 'ana'", as: MemberID.self) }
    let asker: MemberID
    if let ana { asker = ana } else { asker = try await store.add(.ana).id }
    let topic = try await store.insertTopic(by: asker)
    let answer = try await store.insertPost(in: topic, by: asker, kind: "answer")
    try await store.write { tx in
      try tx.run("INSERT INTO objection (post_id, topic_id, member_id, note, at) VALUES (\(answer), \(topic), \(asker), '', \(tx.now))")
      try tx.record(Event(.acceptanceObjected, actor: asker, topic: topic, post: answer))
    }
  }
}
