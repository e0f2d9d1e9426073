import Community
import Database
import Templates

/// That mail to a member comes back, in their settings.
struct BounceFields: Fields {
  let day: String
  /// Nil when nobody said why.
  let reason: String?

  init(at: Timestamp, reason: String, maker: PageMaker) {
    day = maker.time(at).text
    self.reason = reason.isEmpty ? nil : reason
  }

  private init() { (day, reason) = ("3 May 2025, 10:00", "550 no such mailbox") }

  func field(_ field: String) -> Field? {
    switch field {
    case "day": .text(day)
    case "reason": reason.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = BounceFields()
}
