import Community
import Database
import TestSupport
import Testing

@Suite("Pages of a topic") struct TopicViewTests {
  /// 74 answers, some deleted, some with votes, one accepted.
  private func scene() async throws -> (store: TestStore, topic: TopicID, moderator: Actor) {
    let store = try await TestStore.make()
    let (ana, mei, tomas) = (try await store.add(.ana), try await store.add(.mei), try await store.add(.tomas))
    let topic = try await store.open("The oven smells", by: ana, in: try await store.addCategory())
    var posts: [PostID] = []
    for number in 2...75 { posts.append(try await store.reply("Answer \(number)", to: topic, by: mei)) }
    for index in [3, 30, 31, 73] {
      let post = posts[index]
      try await store.write { tx in try DeletePost(post: post).perform(by: mei, in: tx) }
    }
    for index in [10, 40, 41, 72] {
      let post = posts[index]
      try await store.write { tx in try VotePost(post: post, wanted: true).perform(by: tomas, in: tx) }
    }
    let accepted = posts[60]
    try await store.write { tx in try AcceptAnswer(post: accepted).perform(by: ana, in: tx) }
    return (store, topic, tomas)
  }

  @Test("page k holds 30 posts in every order, deleted ones in their places, each once, the question on every page")
  func pages() async throws {
    let (store, topic, _) = try await scene()
    for order in AnswerOrder.allCases {
      var numbers: [Int] = []
      for page in 1...3 {
        let view = try await store.read { tx in try TopicView.load(topic, order: order, page: page, for: .visitor, in: tx) }
        #expect(view.pageCount == 3)
        #expect(view.opening.number == 1)
        #expect(view.posts.count == [29, 30, 15][page - 1], "\(order) \(page)")
        numbers += view.posts.compactMap(\.number)
        let shown = view.posts.compactMap(\.number)
        if order == .oldest { #expect(shown == Array(max(2, 30 * (page - 1) + 1)...min(75, 30 * page))) }
        #expect(view.accepted.compactMap(\.number) == (page == 1 ? [62] : []))
      }
      #expect(numbers.sorted() == Array(2...75), "\(order)")
      switch order {
      case .oldest: #expect(numbers == Array(2...75))
      case .newest: #expect(numbers == Array(2...75).reversed())
      case .best: #expect(Array(numbers.prefix(5)) == [62, 12, 42, 43, 74])
      }
    }
    for page in [0, 4, -1] {
      await #expect(throws: ForumError.notFound) {
        try await store.read { tx in try TopicView.load(topic, order: .oldest, page: page, for: .visitor, in: tx) }
      }
    }
  }

  @Test("a permalink names the page of its post, and a remark's the page of what it hangs on") func places() async throws {
    let (store, topic, moderator) = try await scene()
    let posts = try await store.read { tx in
      try tx.all("SELECT id, number FROM post WHERE topic_id = \(topic) AND number IS NOT NULL") { row in
        (try row.next(PostID.self), try row.next(Int.self))
      }
    }
    for (post, number) in posts {
      let place = try await store.read { tx in try PostPlace.find(post, for: .visitor, in: tx) }
      #expect(place?.page == (number - 1) / 30 + 1)
      #expect(place?.topic == topic)
    }
    let parent = try #require(posts.first { $0.1 == 61 }?.0)
    let remark = try await store.remark(on: parent, by: moderator)
    #expect(try await store.read { tx in try PostPlace.find(remark, for: .visitor, in: tx) }?.page == 3)
  }

  @Test("a post that a moderator hid has no address for others, as one that never was") func hiddenPlace() async throws {
    let (store, topic, moderator) = try await scene()
    let post: PostID = try #require(
      try await store.read { tx in try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 5") })
    try await store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(post)") }
    #expect(try await store.read { tx in try PostPlace.find(post, for: .visitor, in: tx) } == nil)
    #expect(try await store.read { tx in try PostPlace.find(post, for: moderator.viewer, in: tx) } != nil)
  }

  @Test("lists are cut by a key: every topic once, in order, however many have the same moment") func lists() async throws {
    let store = try await TestStore.make()
    let mei = try await store.add(.mei)
    let help = try await store.addCategory()
    for number in 1...65 {
      if number % 7 == 0 { store.clock.advance(.seconds(1)) }
      try await store.open("Topic \(number)", by: mei, in: help, tags: "oven")
    }
    let tag: TopicTagID = try #require(try await store.read { tx in try tx.value("SELECT id FROM tag") })
    for scope in [TopicList.Scope.latest, .unanswered, .category(help), .tag(tag), .author(mei.id)] {
      var seen: [TopicID] = []
      var cursor: TopicList.Cursor?
      repeat {
        let from = cursor
        let list = try await store.read { tx in try TopicList.load(scope, before: from, for: .visitor, in: tx) }
        seen += list.rows.map(\.id)
        cursor = list.older.flatMap { TopicList.Cursor($0.text) }
      } while cursor != nil
      #expect(seen == (1...65).reversed().map { TopicID(rawValue: $0) })
    }
  }

  @Test("a question waits until somebody else has replied, whatever its author adds, and again when that reply is taken back")
  func waiting() async throws {
    let store = try await TestStore.make()
    let (mei, ana) = (try await store.add(.mei), try await store.add(.ana))
    let topic = try await store.open("Why does it hum?", by: mei, in: try await store.addCategory())
    func waits() async throws -> Bool {
      let found = try await store.read { tx in try TopicList.load(.unanswered, before: nil, for: .visitor, in: tx).rows.map(\.id) }
      return found == [topic]
    }
    try await store.reply("It hums louder when it is cold.", to: topic, by: mei)
    #expect(try await waits())
    let answer = try await store.reply("Tighten the screw at the back.", to: topic, by: ana)
    #expect(try await !waits())
    try await store.write { tx in try DeletePost(post: answer).perform(by: ana, in: tx) }
    #expect(try await waits())
  }

  @Test("a read mark goes forward to the topic's end and never back") func marks() async throws {
    let (store, topic, moderator) = try await scene()
    func mark(_ number: Int) async throws -> Int? {
      let marks = MarkRead(marks: [MarkRead.Mark(member: moderator.id, topic: topic): number], views: [topic: 2])
      return try await store.write { tx in
        try marks.perform(in: tx)
        return try TopicHead.find(topic, for: moderator.viewer, in: tx)?.readNumber
      }
    }
    #expect(try await mark(30) == 30)
    let list = try await store.read { tx in try TopicList.load(.latest, before: nil, for: moderator.viewer, in: tx) }
    #expect(list.rows.first?.isUnread == true)
    #expect(try await mark(10) == 30)
    #expect(try await mark(90) == 75)
    #expect(try await store.number("SELECT view_count FROM topic") == 6)
    let read = try await store.read { tx in try TopicList.load(.latest, before: nil, for: moderator.viewer, in: tx) }
    #expect(read.rows.first?.isUnread == false)
  }
}
