package import Community
package import Templates

/// A member's face where they have not given one: their initials on a calm ground of their own.
package struct AvatarPage: Page {
  package static let template = "members/avatar"
  let initials: String
  let ground: String
  /// Where the lighter round stands that tells two faces of one tone apart.
  let x: Int
  let y: Int

  package init(_ badge: MemberBadge) {
    let words = badge.name.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).filter { $0.first?.isLetter ?? false }
    let letters = words.count > 1 ? [words[0], words[words.count - 1]] : words
    // Letters without capitals join or crowd: one of them is enough.
    let firsts = letters.compactMap(\.first)
    let text = String(firsts.allSatisfy(\.isCased) ? firsts : Array(firsts.prefix(1))).uppercased()
    initials = text.isEmpty ? "?" : String(text.prefix(2))
    // Spread, so that those who joined one after the other differ much.
    let spread = badge.id.rawValue.magnitude &* 0x9E37_79B9_7F4A_7C15 >> 33
    ground = Self.grounds[Int(spread % UInt64(Self.grounds.count))]
    (x, y) = Self.rounds[Int(spread / UInt64(Self.grounds.count) % UInt64(Self.rounds.count))]
  }

  private init() { (initials, ground, x, y) = ("AL", "#7A4B3A", 32, 32) }

  private static let rounds = [(33, 33), (7, 33), (33, 7), (7, 7), (20, 38), (38, 20), (2, 20), (20, 2)]
  /// Each holds 4.5:1 and more under white letters, with the round over it too.
  private static let grounds = [
    "#8A3F3A", "#35508C", "#5A6420", "#7A3E6E", "#286A5A", "#84451F", "#554A86", "#3B6B3A", "#7B3F52", "#1F5F7A", "#6A5520",
    "#6B3F8C", "#3F5F4E", "#8A3A5E", "#41547A", "#75502A", "#2F5D6B", "#6B4C75", "#4A5A2E", "#5E4A4A", "#4D5666",
  ]

  package func field(_ field: String) -> Field? {
    switch field {
    case "initials": .text(initials)
    case "ground": .text(ground)
    case "x": .number(x)
    case "y": .number(y)
    default: nil
    }
  }

  package static let sample = AvatarPage()
}
