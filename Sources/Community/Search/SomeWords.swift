import Database
import Foundation
import Matching

/// Finds posts that have some of the words of a query, for when hardly any has all of them.
///
/// Of each word the newest posts are listed, as far as the viewer may read them, so that no figure depends on what they may not see. From
/// these lists follow how rare each word is and which posts have most of what is rare; those are read. Bounded work for any query.
struct SomeWords {
  /// The newest posts listed of each word.
  let listed: Int
  let index: WordIndex
  let filters: SearchFilters

  /// The most posts read.
  private static let most = 300

  /// The posts, and how much each phrase of the query counts.
  struct Found {
    var posts: [FoundPost] = []
    var weights: [Double]?
  }

  private struct Listed {
    let place: Int
    let post: PostID
  }

  /// Not of the topics `besides`.
  func posts(of query: SearchQuery, besides topics: Set<TopicID> = [], for viewer: Viewer, in tx: Transaction) throws -> Found {
    let lists = try lists(query, topics, viewer, tx)
    let newest = try tx.value("SELECT max(post_id) FROM post_search", as: PostID?.self).flatMap { $0 }
    guard !lists.isEmpty, let newest else { return Found() }
    let weights = weights(lists, phrases: query.required.count, total: Int(newest.rawValue))
    var coverage: [PostID: Double] = [:]
    for entry in lists { coverage[entry.post, default: 0] += weights[entry.place] }
    let best = coverage.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(Self.most).map(\.key)
    return Found(posts: try FoundPost.load(best, filters, for: viewer, in: tx), weights: weights)
  }

  private func lists(_ query: SearchQuery, _ known: Set<TopicID>, _ viewer: Viewer, _ tx: Transaction) throws -> [Listed] {
    let lists = query.parts.enumerated().compactMap { place, part -> SQL? in
      index.newest(part, .anywhere, most: listed).map { "SELECT CAST(\(place) AS bigint) AS place, found.post_id FROM (\($0)) found" }
    }
    guard !lists.isEmpty else { return [] }
    return try tx.all(
      """
      SELECT listed.place, listed.post_id FROM (\(lists.joined(" UNION ALL "))) listed
      JOIN post ON post.id = listed.post_id JOIN topic ON topic.id = post.topic_id
      WHERE \(Visibility.standingPost) AND \(Visibility.standing(viewer)) AND \(filters.condition) AND NOT topic.id \(anyOf: known.sorted())
      """
    ) { row in Listed(place: try row.next(), post: try row.next()) }
  }

  /// How much each word counts: w = (ln(1 + N / (1 + n)))^1.5 for one that n of N posts have. Where a list is full, n is judged by how far back it
  /// reaches.
  private func weights(_ lists: [Listed], phrases: Int, total: Int) -> [Double] {
    var counts = Array(repeating: 0, count: phrases)
    var oldest = Array(repeating: Int64(total), count: phrases)
    for entry in lists {
      counts[entry.place] += 1
      oldest[entry.place] = min(oldest[entry.place], entry.post.rawValue)
    }
    return counts.indices.map { place in
      // What nobody wrote tells no topic from another.
      if counts[place] == 0 { return 0 }
      let reach = Double(Int64(total) - oldest[place] + 1) / Double(max(total, 1))
      let count = counts[place] * 10 < listed * 9 ? Double(counts[place]) : Double(counts[place]) / max(reach, 0.001)
      return pow(log(1 + Double(max(total, 1)) / (1 + count)), 1.5)
    }
  }
}
