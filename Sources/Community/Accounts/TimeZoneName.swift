import Foundation

/// A time zone of the IANA list, such as `Europe/Lisbon`: the one a member's times are shown in.
package struct TimeZoneName: Sendable, Hashable {
  package let text: String

  /// Throws ``Problem`` `timeZoneUnknown`.
  package init(_ raw: String) throws(Problem) {
    guard raw.utf8.count <= 64, Self.isPlain(raw), TimeZone(identifier: raw) != nil else { throw Problem(.timeZoneUnknown) }
    text = raw
  }

  /// What a form offers, in order.
  package static var all: [String] { TimeZone.knownTimeZoneIdentifiers.sorted() }

  // The name may become part of a file's path below: only what IANA names are made of gets that far.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
    }
  }
}
