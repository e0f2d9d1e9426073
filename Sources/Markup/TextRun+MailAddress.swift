extension TextRun {
  /// A mail address around the `@` at `index`; looks back at most 64 bytes and on at most 253, so that a page of `a@` stays linear.
  func mailAddress(around index: Int, notBefore floor: Int) -> (range: Range<Int>, target: LinkTarget)? {
    var start = index
    while start > max(floor, index - 64), Self.isLocal(bytes[start - 1]) { start -= 1 }
    while start < index, !bytes[start].isLetterOrDigit { start += 1 }
    guard start < index, bytes[index - 1] != UInt8(ascii: ".") else { return nil }
    if start > 0, let before = bytes.character(before: start), !mayPrecedeMail(before, at: start) { return nil }

    var end = index + 1
    var labelStart = end
    var lastDot: Int?
    while end < bytes.count, end - index <= 253 {
      let byte = bytes[end]
      if byte == UInt8(ascii: "."), end > labelStart {
        lastDot = end
        labelStart = end + 1
      } else if !byte.isLetterOrDigit, byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    // A dot or hyphen at the end is the sentence's.
    while end > index + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    if let dot = lastDot, dot >= end { lastDot = bytes[index..<end].lastIndex(of: UInt8(ascii: ".")) }
    guard let lastDot, end - lastDot > 2, bytes[(lastDot + 1)..<end].allSatisfy(\.isLetter) else { return nil }
    guard !continuesAsPath(end) else { return nil }
    guard let target = LinkTarget(Array("mailto:".utf8) + bytes[start..<end]) else { return nil }
    return (start..<end, target)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "%")
  }

  /// `ssh://git@host` and `name:word@host` are not mail.
  private func mayPrecedeMail(_ before: Unicode.Scalar, at start: Int) -> Bool {
    if before == ":" { return bytes.hasPrefix("mailto:", at: start - 7) }
    return before != "/" && before != "@" && !before.isWordCharacter
  }

  /// `git@host.example:project` and `name@host.example@other` are not mail.
  private func continuesAsPath(_ end: Int) -> Bool {
    guard end < bytes.count else { return false }
    if bytes[end] == UInt8(ascii: "@") || bytes[end] == UInt8(ascii: "_") { return true }
    return bytes[end] == UInt8(ascii: ":") && end + 1 < bytes.count
      && (bytes[end + 1].isLetterOrDigit || bytes[end + 1] == UInt8(ascii: "/"))
  }
}
