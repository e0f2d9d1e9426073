import Templates

/// What a browser says of the languages its owner reads (RFC 9110, 12.5.4). People's programs write what they like there: what is not
/// understood is passed over, and only the beginning is read.
enum AcceptLanguage {
  private static let mostBytes = 1_000, mostRanges = 30

  /// The offered tag that suits best; nil when none does.
  static func best(_ header: String, among offered: [String]) -> String? {
    var wanted: [(range: String, weight: Int)] = []
    for entry in header.utf8.prefix(mostBytes).split(separator: UInt8(ascii: ",")).prefix(mostRanges) {
      let parts = entry.split(separator: UInt8(ascii: ";"), maxSplits: 8).map { Substring($0).trimmingSpaces }
      guard let range = parts.first?.lowercased(), let weight = weight(parts.dropFirst()), weight > 0 else { continue }
      wanted.append((range, weight))
    }
    let order = wanted.indices.sorted { (-wanted[$0].weight, $0) < (-wanted[$1].weight, $1) }
    for index in order {
      if wanted[index].range == "*" { return nil }
      if let found = lookUp(wanted[index].range, offered) { return found }
    }
    return nil
  }

  /// `de-AT` is served by `de-AT`, else by `de`, else by another German, such as `de-CH`; those made for tests only by their whole name.
  private static func lookUp(_ range: String, _ offered: [String]) -> String? {
    var shorter = range[...]
    while true {
      if let found = offered.first(where: { $0.lowercased() == shorter }) { return found }
      guard let hyphen = shorter.lastIndex(of: "-") else { break }
      shorter = shorter[..<hyphen]
    }
    let pseudo = PseudoCatalog.Kind.allCases.map(\.rawValue)
    return offered.first { !pseudo.contains($0) && Language.primary($0) == Language.primary(range) }
  }

  /// In thousandths, 1000 where nothing is said; nil for what is no weight.
  private static func weight(_ parameters: ArraySlice<Substring>) -> Int? {
    guard let q = parameters.first(where: { $0.hasPrefix("q=") || $0.hasPrefix("Q=") })?.dropFirst(2).utf8 else { return 1000 }
    guard let first = q.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1"), q.count <= 5 else { return nil }
    let decimals = q.dropFirst()
    guard decimals.isEmpty || decimals.first == UInt8(ascii: ".") else { return nil }
    var weight = first == UInt8(ascii: "1") ? 1000 : 0
    var place = 100
    for digit in decimals.dropFirst() {
      guard (0x30...0x39).contains(digit) else { return nil }
      weight += Int(digit - 0x30) * place
      place /= 10
    }
    return min(weight, 1000)
  }
}
