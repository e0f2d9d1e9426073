/// A number for each term that is in use, and its spelling. A term that nothing uses any more is forgotten.
struct Vocabulary: Sendable {
  /// At most 2^24 terms: a term and how often it occurs share 32 bits.
  static let mostTerms = 1 << 24

  private var letters: [UInt8] = []
  private var entries: [Entry] = []
  private var free: [UInt32] = []
  /// Open addressing with linear probing: the entry's number and 1, or 0.
  private var table: [UInt32] = Array(repeating: 0, count: 1_024)
  private var used = 0
  private var wasted = 0

  private struct Entry {
    var start: UInt32
    var count: UInt8
    var uses: UInt32
  }

  func find(_ term: ArraySlice<UInt8>) -> UInt32? {
    let position = place(of: term)
    return table[position] == 0 ? nil : table[position] - 1
  }

  func find(_ term: String) -> UInt32? { find(Array(term.utf8)[...]) }

  func spelling(_ term: UInt32) -> String { String(decoding: bytes(term), as: UTF8.self) }

  func bytes(_ term: UInt32) -> ArraySlice<UInt8> {
    let entry = entries[Int(term)]
    return letters[Int(entry.start)..<Int(entry.start) + Int(entry.count)]
  }

  /// Nothing when there are too many terms.
  mutating func use(_ term: ArraySlice<UInt8>) -> UInt32? {
    let position = place(of: term)
    if table[position] > 0 {
      entries[Int(table[position] - 1)].uses += 1
      return table[position] - 1
    }
    let entry = Entry(start: UInt32(letters.count), count: UInt8(term.count), uses: 1)
    guard let number = newNumber(entry) else { return nil }
    letters.makeRoom(for: term.count)
    letters.append(contentsOf: term)
    table[position] = number + 1
    used += 1
    if used * 2 > table.count { rebuildTable(size: table.count * 2) }
    return number
  }

  mutating func release(_ term: UInt32) {
    entries[Int(term)].uses -= 1
    guard entries[Int(term)].uses == 0 else { return }
    takeOut(place(of: bytes(term)))
    let entry = entries[Int(term)]
    for position in Int(entry.start)..<Int(entry.start) + Int(entry.count) { letters[position] = 0 }
    wasted += Int(entry.count)
    entries[Int(term)] = Entry(start: 0, count: 0, uses: 0)
    free.append(term)
    used -= 1
    if wasted > 65_536, wasted * 2 > letters.count { squeeze() }
  }

  func uses(_ term: UInt32) -> Int { Int(entries[Int(term)].uses) }

  var count: Int { used }
  var bytes: Int { letters.capacity + entries.capacity * MemoryLayout<Entry>.stride + (table.capacity + free.capacity) * 4 }

  private mutating func newNumber(_ entry: Entry) -> UInt32? {
    if let number = free.popLast() {
      entries[Int(number)] = entry
      return number
    }
    guard entries.count < Self.mostTerms else { return nil }
    entries.appendSparingly(entry)
    return UInt32(entries.count - 1)
  }

  /// Where a term is in the table, or where it would go.
  private func place(of term: ArraySlice<UInt8>) -> Int {
    let mask = table.count - 1
    var position = Int(truncatingIfNeeded: hash(of: term)) & mask
    while table[position] > 0 {
      if bytes(table[position] - 1).elementsEqual(term) { return position }
      position = (position + 1) & mask
    }
    return position
  }

  /// Closes the gap, so that what was moved on because of the term is still found.
  private mutating func takeOut(_ gap: Int) {
    let mask = table.count - 1
    var gap = gap
    table[gap] = 0
    var position = (gap + 1) & mask
    while table[position] > 0 {
      let home = Int(truncatingIfNeeded: hash(of: bytes(table[position] - 1))) & mask
      if (position - home) & mask >= (position - gap) & mask {
        table[gap] = table[position]
        table[position] = 0
        gap = position
      }
      position = (position + 1) & mask
    }
  }

  private mutating func rebuildTable(size: Int) {
    table = Array(repeating: 0, count: size)
    for number in entries.indices where entries[number].uses > 0 {
      table[place(of: bytes(UInt32(number)))] = UInt32(number) + 1
    }
  }

  private mutating func squeeze() {
    var kept: [UInt8] = []
    kept.reserveCapacity(letters.count - wasted)
    for number in entries.indices where entries[number].uses > 0 {
      let start = UInt32(kept.count)
      kept.append(contentsOf: bytes(UInt32(number)))
      entries[number].start = start
    }
    letters = kept
    wasted = 0
  }

  /// FNV-1a, folded (http://www.isthe.com/chongo/tech/comp/fnv/).
  private func hash(of term: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
