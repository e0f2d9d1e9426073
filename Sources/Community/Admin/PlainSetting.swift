package import Database

/// A setting that is one number, and has no page of its own.
package enum PlainSetting: String, Sendable, CaseIterable {
  /// Within how many hours a person looks at what waits: what people are told.
  case reviewHours
  /// For how many days network addresses are kept.
  case addressDays
  /// For how many days searches without a result are kept.
  case searchDays

  /// What it is while nobody has decided.
  package var standard: Int {
    switch self {
    case .reviewHours: Review.usualHours
    case .addressDays: 30
    case .searchDays: 90
    }
  }

  package var range: ClosedRange<Int> {
    switch self {
    case .reviewHours: 1...168
    case .addressDays: 1...90
    case .searchDays: 1...365
    }
  }

  package func value(in tx: Transaction) throws -> Int {
    let text: String? = try tx.value("SELECT value FROM setting WHERE key = \(rawValue)")
    return text.flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil } ?? standard
  }

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site. A number out of range is a fault of the caller, and becomes the nearest.
  package func save(_ number: Int, by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let number = min(max(number, range.lowerBound), range.upperBound)
    let before = try value(in: tx)
    guard before != number else { return }
    try SettingChange.put(rawValue, String(number), by: actor, in: tx)
    try SettingChange.log("\(rawValue) \(before) > \(number)", by: actor, in: tx)
  }
}
