/// How much somebody has written of late, and how helpful it was: sums that fade, with the time they were summed up for.
struct Activity: Sendable, Equatable {
  private var month = Decayed()
  private var quarter = Decayed()
  private var help = Decayed()
  private(set) var last: Int64 = 0

  static let oneMonth = HalfLife(days: 30)
  static let oneQuarter = HalfLife(days: 90)
  /// The newest posts that are looked at.
  static let newest = 200

  init() {}

  /// Posts of one member, the oldest first.
  init(_ posts: some Sequence<PostRecord>) {
    for post in posts {
      month.add(1, at: post.time, Self.oneMonth)
      quarter.add(1, at: post.time, Self.oneQuarter)
      last = post.time
      if post.kind == .answer {
        help.add(1, at: post.time, Self.oneQuarter)
      }
    }
  }

  func idleDays(at now: Int64) -> Double { Double(max(0, now - last)) / 86_400_000 }
  func lastMonth(at now: Int64) -> Double { month.value(at: now, Self.oneMonth) }
  func helps(at now: Int64) -> Double { help.value(at: now, Self.oneQuarter) }
  func lastQuarter(at now: Int64) -> Double { quarter.value(at: now, Self.oneQuarter) }
}
