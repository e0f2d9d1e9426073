import Crypto

/// The list of checksums an archive ends with: a line for each member before it, in their order, as `sha256sum --check` reads it.
struct ArchiveSums: Equatable {
  private(set) var lines: [(name: String, sum: String)] = []

  static func == (a: ArchiveSums, b: ArchiveSums) -> Bool { a.text == b.text }

  init() {}

  /// Nil unless every line is as we write it.
  init?(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].utf8.count == 64, parts[1].isEmpty else { return nil }
      lines.append((String(parts[2]), String(parts[0])))
    }
    guard Array(text.utf8) == bytes else { return nil }
  }

  mutating func add(_ name: ArchiveName, _ sum: SHA256Digest) { lines.append((name.text, Self.hex(sum))) }

  var text: String { lines.map { "\($0.sum)  \($0.name)\n" }.joined() }

  static func line(_ name: ArchiveName, _ sum: SHA256Digest) -> String { "\(hex(sum))  \(name.text)\n" }

  /// Throws what differs between what was found, which this is, and what the archive says of itself.
  func check(against listed: ArchiveSums) throws {
    let (found, wanted) = (
      Dictionary(lines.map { ($0.name, $0.sum) }) { a, _ in a }, Dictionary(listed.lines.map { ($0.name, $0.sum) }) { a, _ in a }
    )
    let damaged = listed.lines.filter { line in found[line.name].map { $0 != line.sum } ?? false }.map(\.name)
    guard damaged.isEmpty else { throw ArchiveFault.damaged(damaged) }
    let missing = listed.lines.map(\.name).filter { found[$0] == nil }
    guard missing.isEmpty else { throw ArchiveFault.missing(missing) }
    let unlisted = lines.map(\.name).filter { wanted[$0] == nil }
    guard unlisted.isEmpty else { throw ArchiveFault.unlisted(unlisted) }
    guard self == listed else { throw ArchiveFault.sumsDamaged }
  }

  private static func hex(_ sum: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
