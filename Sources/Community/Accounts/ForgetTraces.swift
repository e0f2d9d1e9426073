package import Database

/// Lets go of what has served its time: dead sessions and links, old attempts and drafts, conversations that everybody left, and where long
/// sessions came from.
package struct ForgetTraces: Sendable {
  package init() {}
  /// How long a lesson about spam can be unlearnt.
  private static let keep = Span.days(30)

  package func perform(in tx: Transaction) throws {
    let addresses = Span.days(Int64(try PlainSetting.addressDays.value(in: tx)))
    let searches = Span.days(Int64(try PlainSetting.searchDays.value(in: tx)))
    try tx.run("DELETE FROM session WHERE expires_at <= \(tx.now)")
    try tx.run("UPDATE session SET address = '' WHERE created_at <= \(tx.now - addresses) AND address <> ''")
    try tx.run("DELETE FROM fruitless_search WHERE last_at <= \(tx.now - searches)")
    try tx.run("DELETE FROM token WHERE expires_at <= \(tx.now)")
    try tx.run(
      """
      DELETE FROM draft WHERE (state <> 'kept' AND saved_at <= \(tx.now - Draft.restorable))
        OR (state = 'kept' AND saved_at <= \(tx.now - Draft.kept))
      """)
    try tx.run("DELETE FROM acceptance_taken_back WHERE at <= \(tx.now - AcceptAgain.offered)")
    try tx.run("DELETE FROM solved_taken_back WHERE at <= \(tx.now - AcceptAgain.offered)")
    try tx.run("DELETE FROM spam_lesson WHERE at <= \(tx.now - Self.keep)")
    try AbandonedConversations.forget(in: tx)
    // A bucket's name begins with its limit and the length of its slots, by which alone a slot can be dated.
    for limit in ForumError.Limit.allCases {
      for span in [Span.minutes(1), .minutes(15), .hours(1), .days(1)] {
        let oldest = (tx.now - .days(2)).rawValue / span.milliseconds
        let start = "\(limit.rawValue)/\(span.milliseconds)/"
        try tx.run("DELETE FROM attempt WHERE slot < \(oldest) AND substr(bucket, 1, CAST(\(start.utf8.count) AS INTEGER)) = \(start)")
      }
    }
  }
}
