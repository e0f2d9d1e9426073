package import Community
package import Database
import Synchronization

/// Which topics go with a topic, remembered for a while: to find them is worth a search, to show them one look by number, which asks
/// again what the viewer may see.
package final class RelatedTopics: Sendable {
  private struct Key: Hashable {
    let topic: TopicID
    /// What somebody may see of topics depends on nothing else.
    let role: Role
    let moderated: [CategoryID]
  }
  private struct Kept {
    let ids: [TopicID]
    let until: Timestamp
  }
  private static let most = 20_000
  /// More than are shown, for those that are gone when they would be.
  private static let looked = SimilarTopics.most * 2
  private static let keep = Span.minutes(10)
  private let kept = Mutex<[Key: Kept]>([:])
  package init() {}

  /// The topics to show beside this one.
  package func topics(
    with view: TopicView, for viewer: Viewer, _ index: MatchIndex, in tx: Transaction
  ) throws -> [SimilarTopic] {
    let key = Key(topic: view.topic.id, role: viewer.role, moderated: viewer.moderated)
    let known = kept.withLock { $0[key] }
    if let known, known.until > tx.now { return try shown(known.ids, for: viewer, in: tx) }
    // What matching knows is public; for all else, and while it is made ready, there is the search.
    let ids =
      try index.related(to: view.topic.id, most: Self.looked, in: tx)
      ?? SimilarTopics(title: view.topic.title, tags: view.tags, besides: view.topic.id).perform(for: viewer, in: tx)
    kept.withLock { kept in
      if kept.count >= Self.most { kept.removeAll() }
      kept[key] = Kept(ids: ids, until: tx.now + Self.keep)
    }
    return try shown(ids, for: viewer, in: tx)
  }

  /// The first of them that the viewer may see, solved ones before the others.
  private func shown(_ ids: [TopicID], for viewer: Viewer, in tx: Transaction) throws -> [SimilarTopic] {
    let topics = try SimilarTopic.load(ids, for: viewer, in: tx).prefix(SimilarTopics.most)
    return topics.filter(\.isSolved) + topics.filter { !$0.isSolved }
  }
}
