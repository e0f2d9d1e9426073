/// A member's unique name in addresses and mentions: `a-z`, `0-9` and hyphens inside.
package struct Handle: Sendable, Hashable, CustomStringConvertible {
  package let text: String
  package var description: String { text }
  package static let least = 2
  package static let most = 30

  /// Takes capitals for small letters and a leading `@` for what it means.
  /// Throws ``Problem`` `empty`, `tooShort`, `tooLong` or `handleBad`.
  package init(_ raw: String) throws(Problem) {
    guard raw.utf8.count <= 256 else { throw Problem(.tooLong, Self.most) }
    var typed = raw.trimmingWhiteSpace()
    if typed.first == "@" { typed.removeFirst() }
    let text = typed.lowercased()
    if text.isEmpty { throw Problem(.empty) }
    if text.utf8.count < Self.least { throw Problem(.tooShort, Self.least) }
    if text.utf8.count > Self.most { throw Problem(.tooLong, Self.most) }
    guard let handle = Handle(plain: text) else { throw Problem(.handleBad) }
    self = handle
  }

  /// A handle that is right as it stands; nil otherwise.
  package init?(plain text: String) {
    guard (Self.least...Self.most).contains(text.utf8.count), text.utf8.first != hyphen, text.utf8.last != hyphen else { return nil }
    guard text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == hyphen }) else { return nil }
    self.text = text
  }

  init(trusted text: StaticString) { self.text = text.description }

  /// The handle with a number behind it, cut so that it fits.
  func numbered(_ number: Int64) -> Handle {
    let suffix = "-\(number)"
    var stem = text.prefix(Self.most - suffix.utf8.count)
    while stem.last == "-" { stem.removeLast() }
    return Handle(plain: stem + suffix) ?? self
  }
}

private let hyphen = UInt8(ascii: "-")
