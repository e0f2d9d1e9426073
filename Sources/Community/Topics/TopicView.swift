package import Database

/// A topic and one page of its posts, as one viewer may read them.
package struct TopicView: Sendable {
  /// Posts on a page: page k holds the posts numbered 30(k-1)+1 to 30k.
  package static let pageSize = 30
  package let topic: TopicHead
  /// The opening post, on every page.
  package let opening: PostView
  /// The accepted answers, shown under the question on page 1.
  package let accepted: [PostView]
  /// The replies of this page in the order asked for.
  package let posts: [PostView]
  /// What was done to the topic between the posts of this page, oldest first; none where posts stand by votes and not by time.
  package let history: [HistoryLine]
  /// The remarks of everything shown, oldest first, by the post they hang on.
  package let remarks: [PostID: [PostView]]
  package let tags: [String]
  package let order: AnswerOrder
  /// What the viewer chose to hear of it; nil for a visitor.
  package let followLevel: FollowLevel?
  /// Which of the posts shown the viewer keeps.
  package let bookmarks: Set<PostID>
  /// That it is announced, for those who may announce; nobody else asks.
  package let announcement: Announcement?
  /// That it repeats another, for those who may propose or confirm that; nobody else asks.
  package let proposal: DuplicateProposal?
  /// That the asker is away, by their name, for who might wait for their answer.
  package let askerAway: (name: String, away: Away)?
  package let page: Int
  package let pageCount: Int

  /// Everything on the page that the viewer can read.
  package var readable: [PostID] { ([opening] + accepted + posts + remarks.values.joined()).filter(\.isReadable).map(\.id) }

  /// Who wrote what is on the page, under their names.
  package var writers: Set<MemberID> { Set(([opening] + accepted + posts + remarks.values.joined()).compactMap { $0.author?.id }) }

  /// Loads a page. Throws ``ForumError/gone`` for a deleted topic that everybody could once read, else ``ForumError/notFound``.
  package static func load(_ id: TopicID, order: AnswerOrder, page: Int, for viewer: Viewer, in tx: Transaction) throws -> TopicView {
    guard let topic = try TopicHead.find(id, for: viewer, in: tx) else { throw try TopicHead.absence(of: id, for: viewer, in: tx) }
    let order = topic.kind == .question ? order : .oldest
    let pageCount = max(1, (topic.lastNumber + pageSize - 1) / pageSize)
    guard (1...pageCount).contains(page) else { throw ForumError.notFound }
    let shown = try postsOfPage(page, of: topic, order: order, for: viewer, in: tx)
    guard let opening = shown.first(where: { $0.number == 1 }) else { throw ForumError.notFound }
    let accepted = page == 1 && topic.isQuestion ? try acceptedAnswers(of: topic, among: shown, for: viewer, in: tx) : []
    let all = shown + accepted
    let level = try FollowLevel.of(.topic(id), for: viewer, in: tx)
    return TopicView(
      topic: topic, opening: opening, accepted: accepted, posts: shown.filter { $0.number != 1 },
      history: try history(ofPage: page, of: topic, order: order, for: viewer, in: tx),
      remarks: try remarks(of: all, for: viewer, in: tx), tags: try topic.tags(in: tx), order: order,
      followLevel: level, bookmarks: try BookmarkList.kept(among: all.map(\.id), for: viewer, in: tx),
      announcement: viewer.may(.announce, in: topic.categoryID) ? try Announcement.of(id, in: tx) : nil,
      proposal: try DuplicateProposal.find(id, in: topic.categoryID, for: viewer, in: tx),
      askerAway: try askerAway(of: topic, opening, for: viewer, in: tx), page: page, pageCount: pageCount)
  }

  private static func askerAway(
    of topic: TopicHead, _ opening: PostView, for viewer: Viewer, in tx: Transaction
  ) throws -> (name: String, away: Away)? {
    guard viewer.memberID != nil, !viewer.isMember(topic.authorID), topic.isQuestion, !topic.isSolved, let author = opening.author else {
      return nil
    }
    return try Away.find(author.id, in: tx).map { (author.name, $0) }
  }

  private static func postsOfPage(
    _ page: Int, of topic: TopicHead, order: AnswerOrder, for viewer: Viewer, in tx: Transaction
  ) throws -> [PostView] {
    let (first, last) = (pageSize * (page - 1) + 1, pageSize * page)
    switch order {
    case .oldest:
      return try tx.all(
        PostView.select(
          """
          post.topic_id = \(topic.id) AND (post.number = 1 OR post.number BETWEEN \(first) AND \(last)) AND \(Visibility.placed(viewer))
          ORDER BY post.number
          """, for: viewer))
    case .newest:
      let (low, high) = newest(page, of: topic)
      return try tx.all(
        PostView.select(
          """
          post.topic_id = \(topic.id) AND (post.number = 1 OR post.number BETWEEN \(low) AND \(high)) AND \(Visibility.placed(viewer))
          ORDER BY post.number DESC
          """, for: viewer))
    case .best:
      let ranked = try tx.values(
        """
        SELECT post.id FROM post LEFT JOIN acceptance ON acceptance.post_id = post.id
        WHERE post.topic_id = \(topic.id) AND post.number > 1 AND \(Visibility.placed(viewer))
        ORDER BY acceptance.post_id IS NULL OR post.deleted_at IS NOT NULL, post.deleted_at IS NOT NULL,
          post.vote_count + post.imported_votes DESC, post.number
        """, as: PostID.self)
      let ids = Array(ranked.dropFirst(max(0, first - 2)).prefix(page == 1 ? pageSize - 1 : pageSize))
      let posts: [PostView] = try tx.all(
        PostView.select("post.topic_id = \(topic.id) AND (post.number = 1 OR post.id \(anyOf: ids))", for: viewer))
      let place = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
      return posts.sorted { (place[$0.id] ?? -1) < (place[$1.id] ?? -1) }
    }
  }

  /// The opening post keeps its place; answers are counted from the end.
  private static func newest(_ page: Int, of topic: TopicHead) -> (low: Int, high: Int) {
    (low: max(2, topic.lastNumber + 2 - pageSize * page), high: topic.lastNumber + 2 - max(pageSize * (page - 1) + 1, 2))
  }

  private static func history(
    ofPage page: Int, of topic: TopicHead, order: AnswerOrder, for viewer: Viewer, in tx: Transaction
  ) throws -> [HistoryLine] {
    switch order {
    case .oldest:
      return try HistoryLine.load(topic.id, after: pageSize * (page - 1) + 1...pageSize * page, for: viewer, in: tx)
    case .newest:
      let (low, high) = newest(page, of: topic)
      // What follows the opening post stands at the very end.
      return try HistoryLine.load(topic.id, after: (low == 2 ? 1 : low)...high, for: viewer, in: tx)
    case .best: return []
    }
  }

  private static func acceptedAnswers(
    of topic: TopicHead, among shown: [PostView], for viewer: Viewer, in tx: Transaction
  ) throws -> [PostView] {
    let ids = try tx.values(
      "SELECT post_id FROM acceptance WHERE topic_id = \(topic.id) ORDER BY at, post_id LIMIT 5", as: PostID.self)
    guard !ids.isEmpty else { return [] }
    let missing = ids.filter { id in !shown.contains { $0.id == id } }
    let fetched: [PostView] = missing.isEmpty ? [] : try tx.all(PostView.select("post.id \(anyOf: missing)", for: viewer))
    return ids.compactMap { id in (shown + fetched).first { $0.id == id } }.filter { $0.removal == nil }
  }

  private static func remarks(of posts: [PostView], for viewer: Viewer, in tx: Transaction) throws -> [PostID: [PostView]] {
    // What is hidden is not counted, and still there for its author and whoever looks after it.
    let parents = posts.filter { ($0.remarkCount > 0 || viewer.memberID != nil) && $0.isReadable }.map(\.id)
    guard !parents.isEmpty else { return [:] }
    let remarks: [PostView] = try tx.all(
      PostView.select(
        "post.kind = 'remark' AND post.parent_id \(anyOf: parents) AND \(Visibility.readable(viewer)) ORDER BY post.id LIMIT 1000",
        for: viewer))
    return Dictionary(grouping: remarks) { $0.parentID ?? $0.id }
  }
}
