import Database

/// What a post said before it is edited: what a person has let stand is not held for it again.
struct StoodBefore {
  private let title: String
  private let source: String
  let counts: [PreventionSettings.Counted: Int]

  static func find(_ post: PostID, in tx: Transaction) throws -> StoodBefore? {
    try tx.first(
      """
      SELECT CASE WHEN post.kind = 'opening' THEN topic.title ELSE '' END, post.body, post.html
      FROM post JOIN topic ON topic.id = post.topic_id WHERE post.id = \(post)
      """
    ) { row in StoodBefore(title: try row.next(), source: try row.next(), html: try row.next()) }
  }

  private init(title: String, source: String, html: String) {
    (self.title, self.source) = (title, source)
    let bytes = Array(html.utf8)
    counts = [
      .links: Self.count(#"<a href="http"#, in: bytes), .mentions: Self.count(#"<a class="mention""#, in: bytes),
      .pictures: Self.count("<img ", in: bytes),
    ]
  }

  /// Whether a rule was met already.
  func has(_ rule: WordRule) -> Bool { !rule.pattern.places(in: FoldedText(title + "\n" + source)).isEmpty }

  /// Our own HTML, in one pass: none of the marks has its first byte twice.
  private static func count(_ mark: String, in html: [UInt8]) -> Int {
    let mark = Array(mark.utf8)
    var (count, met) = (0, 0)
    for byte in html {
      met = byte == mark[met] ? met + 1 : byte == mark[0] ? 1 : 0
      if met == mark.count { (count, met) = (count + 1, 0) }
    }
    return count
  }
}
