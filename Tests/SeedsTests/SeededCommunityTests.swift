import Testing

@testable import Seeds

/// 2026-11-20 14:00 UTC, a Friday.
private let now: Int64 = 1_795_183_200_000
private let community = SeededCommunity(members: 3_000, topics: 4_000, endingAt: now)

@Suite("Seeded community")
struct SeededCommunityTests {
  @Test("the same seed writes the same bytes on every machine")
  func deterministic() {
    var print = Fingerprint()
    for index in 0..<200 { print.take(community.topic(index)) }
    for index in 0..<200 { print.take(community.member(index)) }
    #expect(print.value == 6_505_950_522_000_546_775)
  }

  @Test("another seed writes another community behind the hand-written topics")
  func seeded() {
    let other = SeededCommunity(members: 3_000, topics: 4_000, seed: 2, endingAt: now)
    #expect(other.topic(0).body == community.topic(0).body)
    #expect(other.topic(500) != community.topic(500))
    #expect(other.member(500) != community.member(500))
  }

  @Test("a topic does not depend on which was read before it")
  func orderIndependent() {
    let forwards = (300..<340).map { community.topic($0) }
    let backwards = (300..<340).reversed().map { SeededCommunity(members: 3_000, topics: 4_000, endingAt: now).topic($0) }
    #expect(forwards == backwards.reversed())
  }

  @Test("topics are about six posts long, some without a reply, some with three pages, one in 500 with 400")
  func lengths() {
    let lengths = (WrittenTopic.all.count..<4_000).map { community.topic($0).posts.count + 1 }
    let average = Double(lengths.reduce(0, +)) / Double(lengths.count)
    #expect((5.0...7.0).contains(average))
    #expect(lengths.count { $0 == 1 } > 200)
    #expect(lengths.count { $0 > 60 } > 20)
    #expect(lengths.count { $0 == 401 } == 8)
  }

  @Test("titles of four thousand topics hardly repeat, and their words are many")
  func varied() {
    var titles: Set<String> = []
    var words: Set<Substring> = []
    for index in 0..<4_000 {
      let topic = community.topic(index)
      titles.insert(topic.title)
      words.formUnion(topic.title.split(separator: " "))
      words.formUnion(topic.body.split { $0 == " " || $0 == "\n" })
    }
    #expect(titles.count > 3_880)
    #expect(words.count > 8_000)
  }

  @Test("the shared cast stands at its indexes with its roles, however small the community")
  func cast() {
    let tiny = SeededCommunity(members: 1, topics: 100, endingAt: now)
    #expect(tiny.memberCount == 8)
    #expect((0..<8).map { tiny.member($0).handle } == ["ana", "kai", "mei", "tomas", "noor", "sam", "zoe", "omar"])
    #expect(
      (0..<8).map { tiny.member($0).role } == [.admin, .member, .member, .helper, .staff, .moderator, .member, .member])
    for index in 0..<100 {
      let topic = tiny.topic(index)
      #expect(([topic.author] + topic.posts.map(\.author)).allSatisfy { $0 < 8 })
    }
  }

  @Test("members have names, unique handles of plain letters, and addresses that reach nobody")
  func members() {
    var handles: Set<String> = []
    for index in 0..<3_000 {
      let member = community.member(index)
      #expect(!member.name.isEmpty)
      #expect(handles.insert(member.handle).inserted)
      #expect(member.handle.utf8.first.map { (97...122).contains($0) } == true)
      #expect(member.handle.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
      #expect(member.email.hasSuffix("@example.org") || member.email.hasSuffix(".example"))
      #expect(member.joinedAt <= now)
    }
  }
}

/// FNV-1a, 64 bits.
struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func take(_ topic: SeedTopic) {
    take(topic.title, topic.body, topic.lang ?? "", topic.solvedNote?.text ?? "", topic.kind.rawValue)
    take([topic.category, topic.author, topic.views, Int(topic.createdAt)] + topic.tags + topic.voters + topic.meToos)
    for post in topic.posts {
      take(post.body, post.kind.rawValue, post.lang ?? "", post.edits.first?.before ?? "")
      take([post.author, Int(post.createdAt), post.parent ?? -1, Int(post.accepted?.at ?? 0), post.accepted?.by ?? -1] + post.voters)
    }
  }

  mutating func take(_ member: SeedMember) {
    take(member.name, member.handle, member.email, member.role.rawValue, member.bio ?? "")
    take([Int(member.joinedAt)])
  }

  private mutating func take(_ texts: String...) {
    for text in texts { take(text.utf8) }
  }

  private mutating func take(_ numbers: [Int]) {
    for number in numbers { take("\(number) ".utf8) }
  }

  private mutating func take(_ bytes: String.UTF8View) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
