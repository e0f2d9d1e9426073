/// An e-mail address somebody gave: plain ASCII, one mailbox, nothing a mail server could read as anything else.
package struct EmailAddress: Sendable, Hashable {
  /// As typed, without the white space around it; mail goes here.
  package let text: String
  /// What makes two addresses the same: small letters.
  package let key: String

  /// Throws ``Problem`` `empty`, `tooLong` or `emailBad`.
  package init(_ raw: String) throws(Problem) {
    let trimmed = raw.trimmingWhiteSpace()
    if trimmed.isEmpty { throw Problem(.empty) }
    if trimmed.utf8.count > Self.mostBytes { throw Problem(.tooLong, Self.mostBytes) }
    let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, isLocalPart(parts[0].utf8), isDomain(parts[1].utf8) else { throw Problem(.emailBad) }
    text = trimmed
    key = trimmed.lowercased()
  }

  package static let mostBytes = 254
}

private func isLocalPart(_ local: Substring.UTF8View) -> Bool {
  let signs = Array("!#$%&'*+-/=?^_`{|}~.".utf8)
  return (1...64).contains(local.count) && local.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
    && local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
}

private func isDomain(_ domain: Substring.UTF8View) -> Bool {
  let hyphen = UInt8(ascii: "-")
  let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard labels.count > 1, domain.count <= 253, let last = labels.last, last.count > 1, !last.allSatisfy(isDigit) else { return false }
  return labels.allSatisfy { label in
    (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

extension String {
  func trimmingWhiteSpace() -> String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
