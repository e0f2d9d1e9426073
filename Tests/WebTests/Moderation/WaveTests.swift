import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("A wave of spam") struct WaveTests {
  private static let campaigns = 4
  private static let sellers = 50
  private static let honest = 60

  /// A forum into which 200 sellers and 60 newcomers came this morning; whoever posted a link is held, and some first posts too.
  private func flooded() async throws -> TestForum {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Which mixer?", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    var bodies: [(String, PostBody, String)] = []
    for campaign in 0..<Self.campaigns {
      for seller in 0..<Self.sellers {
        let body =
          "Offer \(Self.praise[(campaign + seller) % 5]) number \(seller): see https://shop-\(campaign).example/\(seller) for more."
        bodies.append(("seller-\(campaign)-\(seller)", try PostBody(body), "203.0.113.\(campaign * 10 + seller % 5)"))
      }
    }
    for person in 0..<Self.honest {
      let link = person < 10 ? " Is https://shop-0.example/manual the right manual?" : ""
      bodies.append(
        (
          "newcomer-\(person)", try PostBody("My mixer \(Self.name(of: person)) hums in the \(Self.places[person % 4]).\(link)"),
          "198.51.100.\(person)"
        ))
    }
    let all = bodies
    for part in stride(from: 0, to: all.count, by: 20) {
      try await forum.store.write { tx in
        for (handle, body, address) in all[part..<min(part + 20, all.count)] { try Self.write(handle, body, from: address, in: topic, tx) }
      }
    }
    return forum
  }

  private static let praise = ["of the day", "you will love", "for clever people", "without risk", "from the maker"]
  private static let places = ["kitchen", "cellar", "garage", "barn"]

  /// Nobody honest says quite the same as another.
  private static func name(of person: Int) -> String {
    let sounds = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti"]
    return sounds[person / 8] + sounds[person % 8] + "ron"
  }

  private static func write(_ handle: String, _ body: PostBody, from address: String, in topic: TopicID, _ tx: Transaction) throws {
    let member: MemberID? = try tx.value(
      """
      INSERT INTO member (name, handle, email_verified_at, role, created_at) VALUES (\(handle), \(handle), 1, 'member', \(tx.now)) RETURNING id
      """)
    guard let member, let viewer = try Viewer.find(member, in: tx), let actor = Actor(viewer), let key = SubmissionKey("wave-" + handle)
    else {
      throw ForumError.notFound
    }
    try tx.run(
      """
      INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, address, agent)
      VALUES (\(Array(handle.utf8)), \(member), \(tx.now), \(tx.now), \(tx.now), \(address), '')
      """)
    let post = try WriteReply(topic: topic, body: body, seen: nil, replyTo: nil, key: key).perform(by: actor, in: tx)
    if body.source.contains("https:") || handle.hasSuffix("7") { try Review.hold(post, because: .links, in: tx) }
  }

  /// Everything of the honest that a decision about others must leave alone.
  private func honest(_ forum: TestForum) async throws -> [String] {
    try await forum.store.read { tx in
      try tx.values(
        """
        SELECT member.handle || ' ' || CASE WHEN post.hidden THEN 'held' ELSE 'stands' END || ' ' || coalesce(review.due_at, 0) || ' '
          || CASE WHEN post.deleted_at IS NULL THEN '' ELSE 'deleted' END || CASE WHEN member.suspended_until IS NULL THEN '' ELSE 'suspended' END
        FROM member JOIN post ON post.author_id = member.id LEFT JOIN review ON review.post_id = post.id AND review.settled_at IS NULL
        WHERE member.handle LIKE 'newcomer-%' ORDER BY member.id
        """, as: String.self)
    }
  }

  @Test("one moderator cleans it in eight presses; nobody honest is hidden or held longer; four more bring all back") func cleaned()
    async throws
  {
    let forum = try await flooded()
    let before = try await honest(forum)
    #expect(before.count { $0.contains("held") } == 15)
    let tomas = try await forum.member("tomas")
    var presses = 0
    var acts: [Int] = []
    while true {
      // The queue is where a decision leads to: no press.
      let queue = try await tomas.get("/moderation").text
      guard let range = queue.firstRange(of: "/moderation/wave?kind=link") else { break }
      let path = queue[range.lowerBound...].prefix { $0 != "\"" }.replacing("&amp;", with: "&")
      let page = try await tomas.get(String(path)).text
      presses += 1
      let ticked = page.split(separator: "name=\"review\" value=\"").dropFirst()
        .filter { $0.prefix(40).contains(" checked") }.map { $0.prefix { $0.isNumber } }
      guard !ticked.isEmpty else { break }
      let body = ticked.map { "review=\($0)" }.joined(separator: "&") + "&outcome=spam&suspend=yes"
      let sent = try await tomas.send(
        .post, "/moderation/wave", headers: [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"],
        body: body)
      #expect(sent.status == 303)
      presses += 1
      acts.append(try await forum.store.number("SELECT max(id) FROM act WHERE batch IS NULL AND kind = 'delete'"))
    }
    #expect(presses <= 9, "the last look finds nothing ticked")
    #expect(acts.count == Self.campaigns)
    #expect(try await forum.store.number("SELECT count(*) FROM post WHERE deleted_at IS NOT NULL") == Self.campaigns * Self.sellers)
    #expect(try await forum.store.number("SELECT count(*) FROM member WHERE suspended_until IS NOT NULL") == Self.campaigns * Self.sellers)
    #expect(try await honest(forum) == before)
    for act in acts { #expect(try await tomas.post("/admin/log/\(act)/undo").status == 303) }
    #expect(try await forum.store.number("SELECT count(*) FROM post WHERE deleted_at IS NOT NULL") == 0)
    #expect(try await forum.store.number("SELECT count(*) FROM member WHERE suspended_until IS NOT NULL") == 0)
    #expect(try await forum.store.number("SELECT count(*) FROM review WHERE settled_at IS NULL") == Self.campaigns * Self.sellers + 15)
    #expect(try await honest(forum) == before)
    #expect(try await forum.store.miscounts() == [])
  }
}
