/// Somebody's address, and the name to show beside it.
package struct MailAddress: Sendable, Equatable {
  /// What the reader's mail program shows instead of the address.
  package let name: String?
  /// `local@domain`, printable ASCII; the domain in small letters.
  package let address: String

  /// Parses an address strictly; nil when a mail server might read it as anything but one mailbox, or when the name holds control
  /// characters. Domains in other scripts are taken in their `xn--` form only, as not every server on the way knows another.
  package init?(name: String? = nil, _ address: String) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard address.utf8.count <= 254, parts.count == 2, Self.isLocalPart(parts[0].utf8), Self.isDomain(parts[1].utf8) else { return nil }
    guard name.map({ $0.utf8.count <= 256 && !$0.hasControls }) != false else { return nil }
    self.name = name.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    self.address = parts[0] + "@" + parts[1].lowercased()
  }

  /// The part behind the @.
  var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

  private static func isLocalPart(_ local: Substring.UTF8View) -> Bool {
    let signs = Array("!#$%&'*+-/=?^_`{|}~.".utf8)
    let dot = UInt8(ascii: ".")
    return (1...64).contains(local.count) && local.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
      && local.split(separator: dot, omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
  }

  /// Host name labels. One alone is a slip of the pen, but for `localhost`; digits alone at the end are an IP address.
  static func isDomain(_ domain: Substring.UTF8View) -> Bool {
    let hyphen = UInt8(ascii: "-")
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1 || domain.elementsEqual("localhost".utf8), domain.count <= 253 else { return false }
    guard let last = labels.last, !last.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension String {
  /// Whether a header with this in it could end early: anything that some program takes for a line break or a control.
  var hasControls: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}" }
  }
}
