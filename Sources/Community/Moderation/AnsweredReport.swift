package import Database

/// A report that was settled, for the answer to whoever sent it.
package struct AnsweredReport: Sendable {
  /// Nil for a visitor, who left an address.
  package let member: MemberID?
  package let address: String
  package let isUpheld: Bool
  /// What it was about, where whoever reported it may still know of it.
  package let title: String

  /// Everybody who reported what a review was about and wants to hear of it. Of removed posts and of messages nothing is said but that.
  package static func all(of review: ReviewID, in tx: Transaction) throws -> [AnsweredReport] {
    try tx.all(
      """
      SELECT report.member_id, report.address, report.upheld, coalesce(CASE WHEN \(Visibility.standing(.visitor)) THEN topic.title END, '')
      FROM report JOIN review ON review.id = report.review_id
      LEFT JOIN post ON post.id = review.post_id LEFT JOIN topic ON topic.id = post.topic_id
      WHERE report.review_id = \(review) AND report.upheld IS NOT NULL AND (report.member_id IS NOT NULL OR report.address <> '')
      ORDER BY report.id LIMIT 100
      """
    ) { AnsweredReport(member: try $0.next(), address: try $0.next(), isUpheld: try $0.next(), title: try $0.next()) }
  }
}
