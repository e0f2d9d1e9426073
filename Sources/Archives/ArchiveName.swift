/// What a member of an archive may be called: a plain path below the folder it is unpacked into, and nothing that leads elsewhere.
package struct ArchiveName: Sendable, Hashable {
  package let text: String
  /// As long as the field of the format.
  static let longest = 100

  /// Nil for anything but letters, digits, dots, hyphens and underscores between single slashes.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (1...Self.longest).contains(bytes.count) else { return nil }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let first = part.first, first != UInt8(ascii: "."), part.allSatisfy(Self.isPlain) else { return nil }
    }
    self.text = text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
