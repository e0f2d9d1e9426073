import Pages

/// The stylesheet with the categories' colours. The colours stand in its address, so it needs no memory, never changes, and shows
/// nobody a colour of a category they may not see.
enum ColorSheet {
  static let name = "colors.css"
  private static let most = 64

  /// Colours are `#0B5C8A`; what is none is left out.
  static func path(_ colors: [String]) -> String {
    let digits = Set(colors.compactMap { hex($0.dropFirst()) }).sorted().prefix(most)
    return Paths.asset(hash: digits.isEmpty ? "none" : digits.joined(separator: "-"), name: name)
  }

  /// The sheet at an address: a class for each colour. Nil for an address we did not make.
  static func css(_ hash: String) -> String? {
    if hash == "none" { return "" }
    let parts = hash.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.compactMap(hex)
    guard parts.count == digits.count, parts.count <= most else { return nil }
    return digits.map { ".color-\($0){--category:#\($0)}\n" }.joined()
  }

  private static func hex(_ text: Substring) -> String? {
    let lower = text.lowercased()
    guard lower.utf8.count == 6, lower.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
    return lower
  }
}
