/// A place on this site to go on to. Anything that a browser could read as another site is not one.
package struct ReturnPath: Sendable, Equatable {
  package let text: String

  /// Nil unless it is a path of plain, printable characters that begins with exactly one slash.
  package init?(_ raw: String) {
    let bytes = raw.utf8
    guard (1...2000).contains(bytes.count), bytes.first == UInt8(ascii: "/") else { return nil }
    guard bytes.dropFirst().first != UInt8(ascii: "/") else { return nil }
    // Browsers read a backslash as a slash and skip tabs and line breaks inside addresses.
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
    text = raw
  }
}
