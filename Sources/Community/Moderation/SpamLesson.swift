package import Database

/// What this site's decisions teach: a post removed as spam, or let stand after somebody looked. One lesson for each post; another decision
/// replaces it.
package enum SpamLesson {
  /// The bucket in which whole texts are counted.
  private static let ofTexts = -1
  /// Beyond so many texts all counts are halved, so that what was long ago fades.
  private static let mostTexts = 20_000

  package static func learn(_ post: PostID, isSpam: Bool, in tx: Transaction) throws {
    try forget(post, in: tx)
    guard let features = try features(of: [post], in: tx)[post] else { return }
    try move(features.buckets + [ofTexts], isSpam: isSpam, in: tx)
    try tx.run(
      "INSERT INTO spam_lesson (post_id, is_spam, buckets, at) VALUES (\(post), \(isSpam), \(packed(features.buckets)), \(tx.now))")
    try fade(in: tx)
  }

  /// Unlearns what was learnt of a post, as when a decision is taken back.
  package static func forget(_ post: PostID, in tx: Transaction) throws {
    let lesson = try tx.first("DELETE FROM spam_lesson WHERE post_id = \(post) RETURNING is_spam, buckets") { row in
      (isSpam: try row.next(Bool.self), buckets: try row.next([UInt8].self))
    }
    guard let lesson else { return }
    let buckets = unpacked(lesson.buckets) + [ofTexts]
    if lesson.isSpam {
      try tx.run("UPDATE spam_count SET spam = spam - 1 WHERE spam > 0 AND bucket \(anyOf: buckets)")
    } else {
      try tx.run("UPDATE spam_count SET honest = honest - 1 WHERE honest > 0 AND bucket \(anyOf: buckets)")
    }
    try tx.run("DELETE FROM spam_count WHERE spam = 0 AND honest = 0 AND bucket \(anyOf: buckets)")
  }

  /// The counts that these texts need.
  static func counts(for features: some Sequence<SpamFeatures>, in tx: Transaction) throws -> SpamCounts {
    let buckets = Set(features.flatMap(\.buckets)).union([ofTexts])
    let rows = try tx.all("SELECT bucket, spam, honest FROM spam_count WHERE bucket \(anyOf: buckets.sorted())") { row in
      (bucket: try row.next(Int.self), pair: SpamCounts.Pair(spam: try row.next(), honest: try row.next()))
    }
    var counts = SpamCounts()
    for row in rows { if row.bucket == ofTexts { counts.texts = row.pair } else { counts.met[row.bucket] = row.pair } }
    return counts
  }

  /// What posts are scored by; an opening post has its title with it.
  static func features(of posts: [PostID], in tx: Transaction) throws -> [PostID: SpamFeatures] {
    let rows = try tx.all(
      """
      SELECT post.id, CASE WHEN post.kind = 'opening' THEN topic.title ELSE '' END, post.body
      FROM post JOIN topic ON topic.id = post.topic_id WHERE post.id \(anyOf: posts)
      """
    ) { row in (post: try row.next(PostID.self), features: SpamFeatures(title: try row.next(), source: try row.next())) }
    return Dictionary(rows.map { ($0.post, $0.features) }, uniquingKeysWith: { first, _ in first })
  }

  private static func move(_ buckets: [Int], isSpam: Bool, in tx: Transaction) throws {
    for part in ManyRows.parts(of: buckets) {
      let rows = part.map { "(\($0), \(isSpam ? 1 : 0), \(isSpam ? 0 : 1))" as SQL }.joined(", ")
      try tx.run(
        """
        INSERT INTO spam_count (bucket, spam, honest) VALUES \(rows)
        ON CONFLICT (bucket) DO UPDATE SET spam = spam_count.spam + excluded.spam, honest = spam_count.honest + excluded.honest
        """)
    }
  }

  private static func fade(in tx: Transaction) throws {
    let texts: Int = try tx.value("SELECT spam + honest FROM spam_count WHERE bucket = \(ofTexts)") ?? 0
    guard texts > mostTexts else { return }
    try tx.run("UPDATE spam_count SET spam = spam / 2, honest = honest / 2")
    try tx.run("DELETE FROM spam_count WHERE spam = 0 AND honest = 0")
  }

  private static func packed(_ buckets: [Int]) -> [UInt8] { buckets.flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] } }

  private static func unpacked(_ bytes: [UInt8]) -> [Int] {
    stride(from: 0, to: bytes.count - 1, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
  }
}

extension SpamScore {
  /// The score of one post, by what was learnt so far.
  package static func of(_ post: PostID, in tx: Transaction) throws -> SpamScore { try of([post], in: tx)[post] ?? .unknown }

  /// The scores of many posts, in two statements however many they are. What is not there has none.
  package static func of(_ posts: [PostID], in tx: Transaction) throws -> [PostID: SpamScore] {
    if posts.isEmpty { return [:] }
    let features = try SpamLesson.features(of: posts, in: tx)
    let counts = try SpamLesson.counts(for: features.values, in: tx)
    return features.mapValues { SpamScorer.score($0, counts) }
  }
}
