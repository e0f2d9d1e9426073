package import Community
package import Database
import ServiceLifecycle
import Synchronization

/// What was read, gathered in memory and written every two seconds, so that reading a page never waits for the disk.
package final class ReadMarks: Service {
  private struct Gathered {
    var marks: [MarkRead.Mark: Int] = [:]
    var views: [TopicID: Int] = [:]
    var posts: [MemberID: Set<PostID>] = [:]
    var conversations: [ReadConversation: Int] = [:]
    var decisions: [MemberID: Set<ActID>] = [:]
  }
  /// More than this is not remembered until the next flush: a bound on memory, not on reading.
  private static let most = 100_000
  private let gathered = Mutex(Gathered())
  private let store: any Store
  package init(store: any Store) { self.store = store }

  /// Somebody opened a page of a topic; `posts` are those on it, where they may have been told of one.
  package func saw(_ topic: TopicID, page: Int, by member: MemberID?, posts: [PostID] = []) {
    gathered.withLock { gathered in
      guard gathered.marks.count + gathered.views.count < Self.most else { return }
      gathered.views[topic, default: 0] += 1
      guard let member else { return }
      let mark = MarkRead.Mark(member: member, topic: topic)
      gathered.marks[mark] = max(gathered.marks[mark] ?? 0, page * TopicView.pageSize)
      if !posts.isEmpty { gathered.posts[member, default: []].formUnion(posts) }
    }
  }

  /// Somebody had a conversation before them up to a part.
  package func saw(_ conversation: ConversationID, upTo number: Int, by member: MemberID) {
    gathered.withLock { gathered in
      guard gathered.conversations.count < Self.most else { return }
      let read = ReadConversation(member: member, conversation: conversation)
      gathered.conversations[read] = max(gathered.conversations[read] ?? 0, number)
    }
  }

  /// Somebody read what was decided about them.
  package func saw(_ decisions: [ActID], by member: MemberID) {
    gathered.withLock { gathered in
      guard !decisions.isEmpty, gathered.decisions.count < Self.most else { return }
      gathered.decisions[member, default: []].formUnion(decisions)
    }
  }

  /// Writes what was gathered. Lost when the disk fails: a mark is worth no error page.
  package func flush() async {
    let taken = gathered.withLock { gathered in
      defer { gathered = Gathered() }
      return gathered
    }
    guard !taken.views.isEmpty || !taken.conversations.isEmpty || !taken.decisions.isEmpty else { return }
    let marks = MarkRead(
      marks: taken.marks, views: taken.views, posts: taken.posts, conversations: taken.conversations, decisions: taken.decisions)
    try? await store.write { tx in try marks.perform(in: tx) }
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(2))
        await self.flush()
      }
    }
    await flush()
  }
}
