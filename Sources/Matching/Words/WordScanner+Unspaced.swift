extension WordScanner {
  private static var longestLetter: Int { 16 }

  /// A letter of a script without spaces: its spelling with what attaches to it, and where it stands.
  private struct Unit {
    var base: UInt32
    var marks: [UInt8] = []
    var source: Range<Int>
  }

  /// Reads a run of letters and hands out every pair of neighbours; the last one also alone, so that each letter begins some term.
  mutating func readUnspaced() {
    guard var last = readUnit() else { return }
    var isAlone = true
    while kind(at: position) == .unspaced, taken < TextAnalyzer.mostTerms {
      guard let next = readUnit() else { break }
      hand(last, next)
      last = next
      isAlone = false
    }
    term.removeAll(keepingCapacity: true)
    write(last)
    hand(last.source, isPart: !isAlone)
  }

  private mutating func hand(_ first: Unit, _ second: Unit) {
    term.removeAll(keepingCapacity: true)
    write(first)
    write(second)
    hand(first.source.lowerBound..<second.source.upperBound, isPart: false)
  }

  private mutating func readUnit() -> Unit? {
    guard position < bytes.count else { return nil }
    let start = position
    let (scalar, length) = scalar(at: position)
    position += length
    var unit = Unit(base: UnspacedScripts.widened(scalar), source: start..<position)
    while position < bytes.count {
      let (scalar, length) = self.scalar(at: position)
      switch kind(at: position) {
      case .unspaced, .mark:
        if let composed = UnspacedScripts.composed(unit.base, scalar), unit.marks.isEmpty {
          unit.base = composed
        } else if kind(at: position) == .mark || UnspacedScripts.attaches(scalar) {
          add(scalar, to: &unit)
        } else {
          return unit
        }
      case .dropped: break
      case .letter, .digit, .other: return unit
      }
      position += length
      unit.source = start..<position
    }
    return unit
  }

  private func add(_ scalar: UInt32, to unit: inout Unit) {
    guard let scalar = Unicode.Scalar(scalar), unit.marks.count + 4 <= Self.longestLetter else { return }
    unit.marks.append(contentsOf: UTF8.encode(scalar)!)
  }

  private mutating func write(_ unit: Unit) {
    if let scalar = Unicode.Scalar(unit.base) { term.append(contentsOf: UTF8.encode(scalar)!) }
    term.append(contentsOf: unit.marks)
  }
}
