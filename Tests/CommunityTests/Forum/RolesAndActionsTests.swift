import Community
import Database
import TestSupport
import Testing

@Suite("Roles and actions") struct RolesAndActionsTests {
  /// Written out by hand, so that a line added to the table in haste fails here.
  private static let expected: [Role: Set<Action>] = [
    .visitor: [],
    .member: [.openTopic, .reply, .remark, .vote, .meToo, .converse],
    .helper: [.openTopic, .reply, .remark, .vote, .meToo, .converse, .editTags, .proposeDuplicates],
    .staff: [
      .openTopic, .reply, .remark, .vote, .meToo, .converse, .createTags, .acceptAny, .skipLimits, .beTold, .announce, .answerPrivately,
      .editTags, .proposeDuplicates, .confirmDuplicates, .seeTrust, .nameHelpers, .verifyCustomers, .closeAny, .moveAny,
    ],
    .moderator: [
      .openTopic, .reply, .remark, .vote, .meToo, .converse, .createTags, .acceptAny, .skipLimits, .beTold, .announce, .editAny, .deleteAny,
      .seeDeleted, .readReported, .editTags, .proposeDuplicates, .confirmDuplicates, .seeTrust,
      .decide, .hideAny, .closeAny, .moveAny, .restrictMembers, .readLog,
    ],
    .admin: Set(Action.allCases),
  ]

  @Test("each role may do what the table lists and nothing else", arguments: Role.allCases) func table(_ role: Role) async throws {
    let store = try await TestStore.make()
    let listed = try await store.read { tx in try tx.values("SELECT action FROM role_action WHERE role = \(role)", as: String.self) }
    let actions = Actions(listed)
    for action in Action.allCases {
      #expect(actions.contains(action) == Self.expected[role]?.contains(action), "\(role) and \(action)")
    }
    #expect(listed.allSatisfy { Action(rawValue: $0) != nil }, "an action the program does not know")
  }

  @Test("who sees, opens and replies in a category is what its three ways say", arguments: CategoryAccess.allCases)
  func categories(_ access: CategoryAccess) async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let noor = try #require(cast[.noor])
    let category = try await store.addCategory("Here", access)
    let topic = try await store.open("Where is it", by: noor, in: category, kind: .discussion)
    for person in Person.allCases where person != .noor {
      let actor = try #require(cast[person])
      let isInside = access != .staff || [.mei, .tomas].contains(person)
      let seen = try await store.read { tx in try TopicHead.find(topic, for: actor.viewer, in: tx) != nil }
      #expect(seen == isInside, "\(person) sees")
      let rows = try await store.read { tx in try CategoryRow.all(for: actor.viewer, in: tx) }
      #expect(rows.contains { $0.id == category } == isInside)
      // The limits of those who have not followed their link are tested elsewhere.
      guard person != .zoe else { continue }
      if isInside {
        try await store.open("Me too \(person)", by: actor, in: category)
        try await store.reply(to: topic, by: actor)
      } else {
        await #expect(throws: ForumError.invalid("category", .categoryUnknown)) { try await store.open("Me too", by: actor, in: category) }
        await #expect(throws: ForumError.notFound) { try await store.reply(to: topic, by: actor) }
      }
    }
    let visitors = try await store.read { tx in try TopicHead.find(topic, for: .visitor, in: tx) != nil }
    #expect(visitors == (access == .everyone))
  }

  @Test("seeing, opening and replying are three rights of their own") func threeRights() async throws {
    let store = try await TestStore.make()
    let (kai, mei) = (try await store.add(.kai), try await store.add(.mei))
    let category = try await store.addCategory("News")
    let topic = try await store.open("New ovens", by: mei, in: category, kind: .discussion)
    let post = try await store.opening(of: topic)
    try await store.write { tx in try tx.run("UPDATE category_access SET may_open = FALSE, may_reply = FALSE WHERE role = 'member'") }
    await #expect(throws: ForumError.invalid("category", .categoryUnknown)) { try await store.open("Mine", by: kai, in: category) }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.reply(to: topic, by: kai) }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.remark(on: post, by: kai) }
    try await store.write { tx in try VotePost(post: post, wanted: true).perform(by: kai, in: tx) }
    try await store.write { tx in
      try tx.run("UPDATE category_access SET may_see = FALSE, may_open = TRUE, may_reply = TRUE WHERE role = 'member'")
    }
    await #expect(throws: ForumError.invalid("category", .categoryUnknown)) { try await store.open("Mine", by: kai, in: category) }
    await #expect(throws: ForumError.notFound) { try await store.reply(to: topic, by: kai) }
    await #expect(throws: ForumError.notFound) {
      try await store.write { tx in try VotePost(post: post, wanted: false).perform(by: kai, in: tx) }
    }
    #expect(try await store.miscounts() == [])
  }
}
