/// Words between two tags, put together from the pieces the parser hands out, with what was written escaped: an escaped `@` or `:`
/// is meant as itself and starts no link.
struct TextRun {
  private(set) var bytes: [UInt8] = []
  private var literals: Set<Int> = []
  /// Where the source starts, and where the last piece ended in it: an escaped character comes alone, right behind a backslash
  /// that did not come.
  var sourceStart: UnsafePointer<UInt8>?
  private var lastEnd: UnsafePointer<UInt8>?

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let start = piece.baseAddress, let first = piece.first else { return }
    if piece.count == 1, first.isPunctuation, start != lastEnd, let sourceStart, start > sourceStart,
      start[-1] == UInt8(ascii: "\\")
    {
      literals.insert(bytes.count)
    }
    lastEnd = start + piece.count
    bytes.appendRevealed(piece)
  }

  mutating func append(entity: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.appendDecoded(entity: entity)
    if bytes.count == start + 1 { literals.insert(start) }
    lastEnd = entity.baseAddress.map { $0 + entity.count }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    literals.removeAll()
  }

  func isLiteral(_ index: Int) -> Bool { !literals.isEmpty && literals.contains(index) }
}
