/// When people write: few at night, fewer on Sundays. Distances are measured in weeks of *activity*, so that what is
/// spread evenly there lands on the hours when bakers sit down.
struct Rhythm: Sendable {
  static let week: Int64 = 7 * 24 * 3_600_000
  /// 1970-01-05 was the first Monday.
  private static let firstMonday: Int64 = 4 * 24 * 3_600_000
  private static let hours: [Double] = [
    1, 1, 1, 2, 3, 4, 5, 7, 10, 14, 16, 16, 14, 15, 16, 14, 11, 9, 9, 11, 11, 8, 4, 2,
  ]
  private static let days: [Double] = [1.1, 1.1, 1.05, 1, 0.9, 0.7, 0.5]

  /// Share of the week's activity that lies before each of its 168 hours, and 1 at the end.
  private let before: [Double]

  init() {
    let weights = Self.days.flatMap { day in Self.hours.map { $0 * day } }
    let total = weights.reduce(0, +)
    var sum = 0.0
    before =
      weights.map { weight in
        defer { sum += weight }
        return sum / total
      } + [1]
  }

  /// Weeks of activity from the first Monday to this moment (milliseconds UTC).
  func activity(at time: Int64) -> Double {
    let elapsed = time - Self.firstMonday
    let weeks = elapsed / Self.week - (elapsed % Self.week < 0 ? 1 : 0)
    let hours = Double(elapsed - weeks * Self.week) / 3_600_000
    let hour = min(167, Int(hours))
    return Double(weeks) + before[hour] + (before[hour + 1] - before[hour]) * (hours - Double(hour))
  }

  /// The moment (milliseconds UTC) at which this much activity, never negative, has passed.
  func time(ofActivity activity: Double) -> Int64 {
    let weeks = Int64(activity)
    let share = activity - Double(weeks)
    var low = 0
    var high = 168
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= share { low = middle } else { high = middle }
    }
    let hours = Double(low) + (share - before[low]) / (before[low + 1] - before[low])
    return Self.firstMonday + weeks * Self.week + Int64(hours * 3_600_000)
  }

  /// The moment that lies so many minutes of average activity after another.
  func time(_ minutes: Double, after time: Int64) -> Int64 {
    max(time, self.time(ofActivity: activity(at: time) + minutes / 10_080))
  }
}
