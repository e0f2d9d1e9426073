import Testing

@testable import Seeds

private let now: Int64 = 1_795_183_200_000
private let community = SeededCommunity(members: 3_000, topics: 3_000, endingAt: now)

@Suite("Seeded topics")
struct SeedTopicTests {
  @Test("a topic never breaks a limit of the forum")
  func limits() {
    for topic in topics() {
      #expect((8...150).contains(topic.title.count), "\(topic.title)")
      #expect(!topic.title.contains("\n"))
      #expect(community.categories.indices.contains(topic.category))
      #expect(topic.tags.count <= 5 && Set(topic.tags).count == topic.tags.count)
      #expect(topic.tags.allSatisfy(community.tags.indices.contains))
      for body in texts(of: topic) { #expect((1...32_768).contains(body.utf8.count)) }
    }
  }

  @Test("hand-written topics name categories and tags that exist")
  func shelves() {
    let categories = Set(community.categories.map(\.slug))
    let tags = Set(community.tags.map(\.name))
    for topic in WrittenTopic.all {
      #expect(categories.contains(topic.category), "\(topic.title)")
      #expect(topic.tags.allSatisfy(tags.contains), "\(topic.title)")
    }
    for subject in Subject.all {
      #expect(categories.contains(subject.category))
      #expect(subject.tags.allSatisfy(tags.contains), "\(subject.tags)")
    }
    #expect(WrittenTopic.all.count >= 60)
    #expect(community.tags.flatMap(\.synonyms).allSatisfy { !tags.contains($0) })
  }

  @Test("topics are newest first, posts follow their opening in order, and nothing is in the future")
  func times() {
    var previous = now
    for topic in topics() {
      #expect(topic.createdAt <= previous)
      previous = topic.createdAt
      var last = topic.createdAt
      for post in topic.posts {
        #expect(post.createdAt >= last)
        last = post.createdAt
        #expect(post.createdAt <= now)
        #expect(post.edits.allSatisfy { $0.at >= post.createdAt && $0.at <= now })
        if let accepted = post.accepted { #expect(accepted.at >= post.createdAt && accepted.at <= now) }
      }
      #expect(topic.edits.allSatisfy { $0.at >= topic.createdAt && $0.at <= now })
      if let note = topic.solvedNote { #expect(note.at >= topic.createdAt && note.at <= now) }
    }
  }

  @Test("people write and vote only after they have joined")
  func present() {
    for topic in topics().prefix(1_500) {
      for index in [topic.author] + topic.voters + topic.meToos + topic.posts.flatMap({ [$0.author] + $0.voters })
      where index >= SeedCast.firstNewcomer {
        if topic.index >= WrittenTopic.all.count { #expect(community.member(index).joinedAt <= topic.createdAt) }
      }
      #expect(community.member(topic.author).joinedAt <= topic.createdAt)
    }
  }

  @Test("few write at night, many in the morning")
  func rhythm() {
    let hours = topics().map { $0.createdAt / 3_600_000 % 24 }
    #expect(hours.count { $0 < 3 } * 4 < hours.count { (9..<12).contains($0) })
    #expect(hours.count { $0 < 3 } > 0)
  }

  @Test("answers are accepted in questions only, by the asker or the company's people, and not beside a solved note")
  func acceptance() {
    for topic in topics() {
      let accepted = topic.posts.filter { $0.accepted != nil }
      if topic.kind == .discussion {
        #expect(topic.solvedNote == nil && topic.meToos.isEmpty)
        #expect(topic.posts.allSatisfy { $0.kind == .reply })
      } else {
        #expect(topic.posts.allSatisfy { $0.kind != .reply })
      }
      #expect(accepted.allSatisfy { $0.kind == .answer })
      #expect(accepted.isEmpty || topic.solvedNote == nil)
      for post in accepted {
        let by = post.accepted?.by ?? -1
        #expect(by == topic.author || [.staff, .moderator, .admin].contains(community.member(by).role))
      }
    }
  }

  @Test("a parent stands before its post, and a remark hangs on the opening or on an answer")
  func parents() {
    for topic in topics() {
      for (index, post) in topic.posts.enumerated() {
        guard let parent = post.parent else { continue }
        #expect(post.kind != .answer)
        #expect((0..<index).contains(parent))
        if post.kind == .remark, topic.posts.indices.contains(parent) { #expect(topic.posts[parent].kind == .answer, "\(topic.title)") }
      }
    }
  }

  @Test("nobody votes twice, or for themselves")
  func votes() {
    for topic in topics() {
      for (author, voters) in [(topic.author, topic.voters), (topic.author, topic.meToos)] + topic.posts.map({ ($0.author, $0.voters) }) {
        #expect(Set(voters).count == voters.count)
        #expect(!voters.contains(author))
        #expect(voters.allSatisfy { (0..<community.memberCount).contains($0) })
      }
    }
  }

  @Test("links lead to example.com, addresses to nobody, mentions to members, and no slot stays empty")
  func addresses() {
    let handles = Set((0..<community.memberCount).map { community.member($0).handle })
    for text in topics().flatMap(texts) {
      #expect(!text.contains(Vocabulary.missing), "\(text)")
      for link in text.split(separator: "://", omittingEmptySubsequences: false).dropFirst() {
        #expect(link.hasPrefix("example.com/"), "\(link.prefix(40))")
      }
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.contains("@") {
        #expect(word.hasPrefix("@") && handles.contains(String(word.dropFirst())), "\(word)")
      }
    }
  }

  @Test("the company's people never shout")
  func manners() {
    for topic in topics() {
      for post in topic.posts where [.staff, .admin].contains(community.member(post.author).role) {
        #expect(!post.body.contains { "!！¡".contains($0) }, "\(post.body)")
        #expect(!post.body.contains("Oops"))
      }
    }
  }

  @Test("code fences are closed")
  func fences() {
    for text in topics().flatMap(texts) {
      #expect(text.split(separator: "\n").count { $0.hasPrefix("```") } % 2 == 0, "\(text)")
    }
  }

  @Test("several languages and scripts are spoken")
  func languages() {
    let spoken = Set(topics().flatMap { [$0.lang] + $0.posts.map(\.lang) }.compactMap { $0 })
    #expect(spoken.isSuperset(of: ["de", "es", "ar", "ja", "zh"]))
  }

  private func topics() -> [SeedTopic] { Self.made }

  private static let made = (0..<community.topicCount).map { community.topic($0) }

  private func texts(of topic: SeedTopic) -> [String] {
    [topic.title, topic.body] + topic.edits.map(\.before) + [topic.solvedNote?.text].compactMap { $0 }
      + topic.posts.flatMap { [$0.body] + $0.edits.map(\.before) }
  }
}
