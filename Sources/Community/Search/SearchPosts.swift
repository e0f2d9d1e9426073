package import Database
import Matching

/// What a search found.
package struct SearchFindings: Sendable {
  /// What has all of the words, a topic once.
  package let posts: [SearchResult]
  /// Topics that have some of the words, where hardly any has all.
  package let some: [SearchResult]
  /// What of the query means nothing here.
  package let problems: [SearchProblem]
  /// Members called so.
  package var people: [MemberBadge] = []
  /// Tags of these words.
  package var tags: [String] = []

  /// Whether there is no topic to show.
  package var isEmpty: Bool { posts.isEmpty && some.isEmpty }
}

/// Finds posts by their words and by what is asked of them. Bounded work for any query: the 200 newest matching titles and the 500 newest
/// matching posts are looked at, and ranked here, the same on both engines. Where other conditions than words and categories are asked,
/// they are put to the 5,000 newest matches. See ``SomeWords`` for what is done when hardly anything has all the words.
package struct SearchPosts: Sendable {
  /// The most results shown; a topic stands among them once.
  package static let most = 30
  /// The most results shown that have some of the words.
  package static let mostOfSome = 10
  private static let mostTitles = 200
  private static let mostNewest = 500
  private static let mostFiltered = 5_000
  /// With fewer topics than this that have all the words, others are looked for that have some.
  private static let few = 5
  private static let listed = 1_000
  /// Topics with less of the query than this are not shown.
  private static let leastShare = 0.2
  private let request: SearchRequest
  private let zone: String

  /// `zone` is where the dates of the request are.
  package init(_ request: SearchRequest, zone: String = "UTC") {
    self.request = request
    self.zone = zone
  }

  /// For one line as it was typed.
  package init(_ text: String) { self.init(SearchRequest(text)) }

  /// What the viewer may see of what matches, best first.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> SearchFindings {
    let query = request.query
    let filters = try SearchFilters(request.operators, zone: zone, for: viewer, in: tx)
    let index = try WordIndex(for: viewer, within: filters.categories, in: tx)
    let (all, some) = try topics(filters, index, for: viewer, in: tx)
    let results = try SearchResult.load(all + some, matching: query, for: viewer, in: tx)
    let ofSome = Set(some)
    return SearchFindings(
      posts: results.filter { !ofSome.contains($0.post) }, some: results.filter { ofSome.contains($0.post) }, problems: filters.problems,
      people: request.isFiltered ? [] : try SearchPeople(request).perform(in: tx),
      tags: request.isFiltered ? [] : try SearchTags(request).perform(for: viewer, in: tx))
  }

  /// The best post of each topic, in the order asked for: of those with all of the words, and of those with some.
  private func topics(
    _ filters: SearchFilters, _ index: WordIndex, for viewer: Viewer, in tx: Transaction
  ) throws -> (all: [PostID], some: [PostID]) {
    let query = request.query
    if query.isEmpty {
      let found = try FoundPost.load(newestTopics(filters, for: viewer, in: tx), filters, for: viewer, in: tx)
      let newest = newestFirst(without(query.unwanted, found))
      let isSplit = request.order == .solved
      return (first(Self.most, of: isSplit ? newest.filter(\.isSolved) + newest.filter { !$0.isSolved } : newest), [])
    }
    var found = without(query.unwanted, try FoundPost.load(candidates(filters, index, in: tx), filters, for: viewer, in: tx))
    let withAll = found
    var topics = Set(found.map(\.topic))
    var weights: [Double]?
    if query.required.count > 1, topics.count < Self.few {
      let more = try SomeWords(listed: Self.listed, index: index, filters: filters).posts(of: query, for: viewer, in: tx)
      let known = Set(found.map(\.post))
      found += without(query.unwanted, more.posts.filter { !known.contains($0.post) })
      weights = more.weights
    }
    let ranked = TopicRanking(query: query, weights: weights, solvedFirst: request.order == .solved)
      .topics(found.map { $0.candidate(now: tx.now) })
    topics.formUnion(ranked.filter(\.hasAll).map { found[$0.place].topic })
    let some = ranked.filter { !topics.contains(found[$0.place].topic) && $0.share >= Self.leastShare }.map { found[$0.place] }
    let all = ranked.map { found[$0.place] }.filter { topics.contains($0.topic) }
    return (
      first(Self.most, of: request.order == .newest ? newestFirst(withAll) : all), first(Self.mostOfSome, of: some)
    )
  }

  private func newestFirst(_ found: [FoundPost]) -> [FoundPost] { found.sorted { ($0.at, $0.post) > ($1.at, $1.post) } }

  /// A topic once.
  private func first(_ most: Int, of found: [FoundPost]) -> [PostID] {
    var seen: Set<TopicID> = []
    return found.filter { seen.insert($0.topic).inserted }.prefix(most).map(\.post)
  }

  private func candidates(_ filters: SearchFilters, _ index: WordIndex, in tx: Transaction) throws -> [PostID] {
    let isPlain = filters.needsNoRows
    guard let titles = index.newest(request.query, .title, most: isPlain ? Self.mostTitles : Self.mostFiltered),
      let posts = index.newest(request.query, .anywhere, most: isPlain ? Self.mostNewest : Self.mostFiltered)
    else { return [] }
    let ids =
      try tx.values(isPlain ? titles : filtered(titles, filters, most: Self.mostTitles), as: PostID.self)
      + tx.values(isPlain ? posts : filtered(posts, filters, most: Self.mostNewest), as: PostID.self)
    return Array(Set(ids))
  }

  private func filtered(_ matches: SQL, _ filters: SearchFilters, most: Int) -> SQL {
    """
    SELECT post.id FROM (\(matches)) found JOIN post ON post.id = found.post_id JOIN topic ON topic.id = post.topic_id
    WHERE \(filters.condition) ORDER BY post.id DESC LIMIT \(most)
    """
  }

  /// Without words: the opening posts of the topics in which something happened last, or the newest posts of the authors, of those that are as
  /// they were asked for. Where an end is asked, the topics are looked at too in which nothing happened since.
  private func newestTopics(_ filters: SearchFilters, for viewer: Viewer, in tx: Transaction) throws -> [PostID] {
    guard !filters.isEmpty else { return [] }
    let posts: SQL
    if filters.authors.isEmpty {
      let windows = [nil, filters.end].prefix(filters.end == nil ? 1 : 2).map { window(filters, before: $0, viewer) }
      posts = """
        SELECT post.id FROM (\(windows.joined(" UNION "))) newest
        JOIN topic ON topic.id = newest.id JOIN post ON post.topic_id = topic.id AND post.number = 1
        """
    } else {
      posts = """
        SELECT post.id FROM (SELECT post.id FROM post WHERE post.author_id \(anyOf: filters.authors)
          ORDER BY post.created_at DESC LIMIT \(Self.mostFiltered)) newest
        JOIN post ON post.id = newest.id JOIN topic ON topic.id = post.topic_id
        """
    }
    return try tx.values("\(posts) WHERE \(filters.condition) ORDER BY post.created_at DESC, post.id DESC LIMIT \(Self.mostNewest)")
  }

  /// The topics in which something happened last, of the narrowest set that has an index.
  private func window(_ filters: SearchFilters, before end: Timestamp?, _ viewer: Viewer) -> SQL {
    let standing = Visibility.standing(viewer)
    if let tag = filters.tags.first {
      let past: SQL = end.map { "topic_tag.bumped_at < \($0)" } ?? "TRUE"
      return """
        SELECT * FROM (SELECT topic.id FROM topic_tag JOIN topic ON topic.id = topic_tag.topic_id
          WHERE topic_tag.tag_id = \(tag) AND \(past) AND \(standing)
          ORDER BY topic_tag.bumped_at DESC, topic_tag.topic_id DESC LIMIT \(Self.mostFiltered)) tagged
        """
    }
    let past: SQL = end.map { "topic.bumped_at < \($0)" } ?? "TRUE"
    let within: SQL = filters.categories.map { $0.count == 1 ? "topic.category_id = \($0[0])" : "topic.category_id \(anyOf: $0)" } ?? "TRUE"
    return """
      SELECT * FROM (SELECT topic.id FROM topic WHERE \(past) AND \(within) AND \(standing)
        ORDER BY topic.bumped_at DESC, topic.id DESC LIMIT \(Self.mostFiltered)) latest
      """
  }

  /// Without what must not be there: in answers to words the index has left it out, here also what the title alone has.
  private func without(_ unwanted: SearchQuery, _ found: [FoundPost]) -> [FoundPost] {
    guard !unwanted.isEmpty else { return found }
    return found.filter { !TopicRanking.has(unwanted, in: $0.candidate(now: $0.at)) }
  }
}
