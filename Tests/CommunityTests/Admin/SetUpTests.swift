import Community
import Database
import TestSupport
import Testing

@Suite("The first run") struct SetUpTests {
  private func setUp(_ token: SecretToken, email: String = "noor@example.org") throws -> SetUp {
    let categories = try ["Help", "Ideas", "Team"].map {
      CreateCategory(name: try CategoryName($0), access: $0 == "Team" ? .staff : .everyone)
    }
    return SetUp(
      token, siteName: try SiteName("Honeybee"), name: try DisplayName("Admin Noor"), email: try EmailAddress(email), passwordHash: "hash",
      categories: categories)
  }

  @Test("the newest link makes the admin, the name and the categories; of 50 uses at once one counts")
  func setsUpOnce() async throws {
    let store = try await TestStore.make()
    let old = SecretToken.fresh()
    let token = SecretToken.fresh()
    #expect(try await store.write { tx in try OfferSetUp(old).perform(in: tx) })
    #expect(try await store.write { tx in try OfferSetUp(token).perform(in: tx) })
    #expect(try await store.read { tx in try OfferSetUp.isGood(token, in: tx) && !OfferSetUp.isGood(old, in: tx) })
    let late = try setUp(old)
    await #expect(throws: ForumError.notFound) { try await store.write { tx in try late.perform(in: tx) } }
    store.clock.advance(.days(90))
    let done = await withTaskGroup(of: MemberID?.self) { group in
      for number in 1...50 {
        group.addTask {
          guard let step = try? setUp(token, email: "noor\(number)@example.org") else { return nil }
          return try? await store.write { tx in try step.perform(in: tx) }
        }
      }
      return await group.reduce(into: [MemberID]()) { if let id = $1 { $0.append(id) } }
    }
    #expect(done.count == 1)
    let site = try await store.read { tx in try SiteSettings.load(in: tx) }
    #expect(site.name == "Honeybee" && site.isSetUp)
    #expect(try await store.read { tx in try Viewer.find(done[0], in: tx)?.may(.manageSite) } == true)
    #expect(
      try await store.read { tx in try tx.values("SELECT slug FROM category ORDER BY position", as: String.self) } == [
        "help", "ideas", "team",
      ])
    #expect(try await store.write { tx in try OfferSetUp(.fresh()).perform(in: tx) } == false)
  }

  @Test("an admin from the command line sets the site up too, and the link in the log is dead")
  func commandLine() async throws {
    let store = try await TestStore.make()
    let token = SecretToken.fresh()
    try await store.write { tx in _ = try OfferSetUp(token).perform(in: tx) }
    let add = AddMember(
      name: try DisplayName("Noor"), email: try EmailAddress("noor@example.org"), passwordHash: "hash", role: .admin,
      firstCategories: [CreateCategory(name: try CategoryName("Help"))])
    let id = try await store.write { tx in try add.perform(in: tx) }
    #expect(try await store.read { tx in try Viewer.find(id, in: tx)?.isVerified } == true)
    #expect(try await store.read { tx in try SiteSettings.load(in: tx).isSetUp && !OfferSetUp.isGood(token, in: tx) })
    await #expect(throws: ForumError.invalid("email", .emailTaken)) { try await store.write { tx in try add.perform(in: tx) } }
    #expect(try await store.read { tx in try tx.value("SELECT COUNT(*) FROM category", as: Int.self) } == 1)
  }

  @Test("the last admin stays one")
  func lastAdmin() async throws {
    let store = try await TestStore.make()
    try await store.add(.noor)
    let email = try EmailAddress(Person.noor.email)
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await store.write { tx in try PromoteMember(email, to: .member).perform(in: tx) }
    }
  }

  @Test("a category is open as its preset says, and its address is made from its name")
  func categories() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let noor = try #require(cast[.noor])
    let ana = try #require(cast[.ana])
    for (name, access) in [("Fragen & Hilfe", CategoryAccess.everyone), ("会员", .members), ("Team", .staff), ("Team!", .staff)] {
      let create = CreateCategory(name: try CategoryName(name), access: access)
      await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.write { tx in try create.perform(by: ana, in: tx) } }
      try await store.write { tx in _ = try create.perform(by: noor, in: tx) }
      await #expect(throws: ForumError.invalid("name", .collision)) { try await store.write { tx in try create.perform(by: noor, in: tx) } }
    }
    func seen(_ viewer: Viewer, _ rule: @escaping @Sendable (Viewer) -> SQL) async throws -> [String] {
      try await store.read { tx in try tx.values("SELECT slug FROM category WHERE \(rule(viewer)) ORDER BY position", as: String.self) }
    }
    #expect(try await seen(.visitor, Visibility.categories) == ["fragen-hilfe"])
    #expect(try await seen(.visitor, Visibility.opensTopics) == [])
    #expect(try await seen(ana.viewer, Visibility.opensTopics) == ["fragen-hilfe", "category"])
    #expect(try await seen(try #require(cast[.omar]).viewer, Visibility.categories) == ["fragen-hilfe", "category"])
    for person in [Person.mei, .tomas, .noor] {
      #expect(try await seen(try #require(cast[person]).viewer, Visibility.opensTopics) == ["fragen-hilfe", "category", "team", "team-2"])
    }
  }
}
