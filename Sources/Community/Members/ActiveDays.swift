import Database

/// Counts the days on which somebody read here: one number and the last day, so that nobody can see later when they came.
enum ActiveDays {
  /// Counts today for those who read, once however often it is called.
  static func count(_ members: some Sequence<MemberID>, in tx: Transaction) throws {
    let today = tx.now.rawValue / Span.days(1).milliseconds
    try tx.run(
      """
      UPDATE member SET active_days = active_days + 1, active_on = \(today)
      WHERE id \(anyOf: Set(members).sorted()) AND (active_on IS NULL OR active_on < \(today))
      """)
  }
}
