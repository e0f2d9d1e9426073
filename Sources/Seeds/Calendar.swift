/// When the community began, who had joined by when, and when each topic was opened.
struct Calendar: Sendable {
  let rhythm = Rhythm()
  let endingAt: Int64
  private let end: Double
  /// Weeks of activity before `endingAt` that belong to the hand-written topics.
  private static let writtenWeeks = 1.0
  /// Weeks over which the other topics are spread.
  private let weeks: Double
  private let members: Int
  private let topics: Int
  private let castSize: Int

  init(endingAt: Int64, members: Int, topics: Int, castSize: Int) {
    self.endingAt = endingAt
    self.members = members
    self.topics = topics
    self.castSize = castSize
    end = rhythm.activity(at: endingAt)
    weeks = min(312, max(26, Double(topics) / 12))
  }

  /// Age of the share `x` (0 newest, 1 oldest) as a share of the whole: a community that grows.
  private func age(_ x: Double) -> Double { x * 0.6 + x * x * 0.4 }

  /// The other way round, by halving: a square root would need a library this layer does not import.
  private func share(ofAge age: Double) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<44 {
      let middle = (low + high) / 2
      if self.age(middle) < age { low = middle } else { high = middle }
    }
    return high
  }

  /// The opening of the nth generated topic; `jitter` from 0 to 1 keeps it inside its own place in the order.
  func opened(nth: Int, jitter: Double) -> Int64 {
    let x = (Double(nth) + jitter) / Double(max(1, topics))
    return min(endingAt, rhythm.time(ofActivity: end - Self.writtenWeeks - weeks * age(x)))
  }

  /// The opening of a hand-written topic.
  func opened(hoursAgo: Double) -> Int64 {
    min(endingAt, rhythm.time(ofActivity: end - hoursAgo / 168))
  }

  /// The early ones of the cast were there before the first topic, its newcomers came in the last weeks.
  func joined(_ index: Int) -> Int64 {
    switch index {
    case ..<SeedCast.firstNewcomer:
      return rhythm.time(ofActivity: end - Self.writtenWeeks - weeks - 2 + Double(index) * 0.06)
    case ..<castSize:
      let back = Double(castSize - index) / Double(castSize - SeedCast.firstNewcomer)
      return rhythm.time(ofActivity: end - 1.1 - back * 6)
    default:
      let x = 1 - Double(index - castSize) / Double(max(1, members - castSize))
      return rhythm.time(ofActivity: end - Self.writtenWeeks - weeks * age(x))
    }
  }

  /// How many may take part at a moment. `person` turns 0 up to this into member indexes.
  func present(at time: Int64) -> Int {
    let early = min(SeedCast.firstNewcomer, members)
    let later = max(0, members - castSize)
    let age = (end - Self.writtenWeeks - rhythm.activity(at: time)) / weeks
    // The smallest step down keeps rounding from letting somebody in a millisecond early.
    let share = 1 - self.share(ofAge: min(1, max(0, age))) - 1e-9
    return early + max(0, Int(share * Double(later)))
  }

  func person(_ nth: Int) -> Int {
    nth < SeedCast.firstNewcomer ? nth : nth - SeedCast.firstNewcomer + castSize
  }
}
