package import Community
package import Templates

/// A member's face where they have not given one: their initials on a calm ground of their own.
package struct AvatarPage: Page {
  package static let template = "members/avatar"
  let initials: String
  let ground: String

  package init(_ badge: MemberBadge) {
    let words = badge.name.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).filter { $0.first?.isLetter ?? false }
    let letters = words.count > 1 ? [words[0], words[words.count - 1]] : words
    let text = String(letters.compactMap(\.first)).uppercased()
    initials = text.isEmpty ? "?" : String(text.prefix(2))
    ground = Self.grounds[Int(badge.id.rawValue.magnitude % UInt64(Self.grounds.count))]
  }

  private init() { (initials, ground) = ("AL", "#7A4B3A") }

  /// Each holds 4.5:1 and more under white letters.
  private static let grounds = [
    "#7A4B3A", "#3F5F4E", "#41547A", "#6B4C75", "#5C5330", "#2F5D6B", "#7B3F52", "#4A5A2E", "#554A86", "#75502A", "#2E6158", "#5E4A4A",
  ]

  package func field(_ field: String) -> Field? {
    switch field {
    case "initials": .text(initials)
    case "ground": .text(ground)
    default: nil
    }
  }

  package static let sample = AvatarPage()
}
