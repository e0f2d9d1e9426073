/// Reads a tar archive as it arrives, as any program writes one (POSIX, GNU). It tells of plain files only: links, folders and devices are
/// passed over, and what a file is called is a text and no place.
package struct TarStream {
  package enum Piece {
    /// A file begins.
    case file(name: String, size: Int64)
    /// The next of its bytes.
    case bytes(ArraySlice<UInt8>)
    case end
  }

  private enum Part { case file, longName, facts, other }
  private enum State {
    case header
    case content(Part, left: Int64, filling: Int)
    case ended
  }

  private static let block = TarHeader.blockSize
  /// More than any name or fact needs.
  private static let mostHeld: Int64 = 1 << 16
  private static let mostSize: Int64 = 1 << 50
  private var state = State.header
  private var pending: [UInt8] = []
  /// What says how the next file is called, and how large it is, where its own header has no room for it.
  private var held: [UInt8] = []
  private var nextName: String?
  private var nextSize: Int64?

  package init() {}

  /// Throws ``ArchiveFault`` for what is no archive, and whatever `body` throws.
  package mutating func read(_ bytes: ArraySlice<UInt8>, _ body: (Piece) throws -> Void) throws {
    var rest = bytes
    while !rest.isEmpty {
      switch state {
      case .ended: return
      case .header:
        let more = rest.prefix(Self.block - pending.count)
        pending += more
        rest = rest.dropFirst(more.count)
        if pending.count == Self.block { try begin(body) }
      case .content(let part, let left, let filling):
        let more = rest.prefix(left > 0 ? Int(min(left, Int64(rest.count))) : filling)
        rest = rest.dropFirst(more.count)
        if left == 0 {
          state = filling == more.count ? .header : .content(part, left: 0, filling: filling - more.count)
        } else {
          if part == .file { try body(.bytes(more)) } else if part != .other { held += more }
          try go(on: part, left - Int64(more.count), filling, body)
        }
      }
    }
  }

  /// Throws ``ArchiveFault`` where its end is missing.
  package func finish() throws {
    if case .ended = state { return }
    // Some programs leave the empty blocks at the end away.
    if case .header = state, pending.isEmpty, isBegun { return }
    throw isBegun ? ArchiveFault.cut(after: nil) : ArchiveFault.notAnArchive
  }

  private var isBegun = false

  private mutating func begin(_ body: (Piece) throws -> Void) throws {
    let block = pending
    pending = []
    if block.allSatisfy({ $0 == 0 }) {
      guard isBegun else { throw ArchiveFault.notAnArchive }
      state = .ended
      return
    }
    guard Self.isWhole(block), let written = Self.number(block[124..<136]) else {
      throw isBegun ? ArchiveFault.strange(after: nil) : ArchiveFault.notAnArchive
    }
    isBegun = true
    let part: Part =
      switch block[156] {
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
      case UInt8(ascii: "L"): .longName
      case UInt8(ascii: "x"): .facts
      default: .other
      }
    let isAboutNext = part == .longName || part == .facts
    let size = isAboutNext ? written : nextSize ?? written
    guard (0...(isAboutNext ? Self.mostHeld : Self.mostSize)).contains(size) else { throw ArchiveFault.strange(after: nil) }
    held = []
    let name = nextName ?? Self.name(block)
    if !isAboutNext { (nextName, nextSize) = (nil, nil) }
    if part == .file { try body(.file(name: name, size: size)) }
    try go(on: part, size, TarHeader.filling(after: size), body)
  }

  private mutating func go(on part: Part, _ left: Int64, _ filling: Int, _ body: (Piece) throws -> Void) throws {
    state = left == 0 && filling == 0 ? .header : .content(part, left: left, filling: filling)
    guard left == 0 else { return }
    switch part {
    case .file: try body(.end)
    case .longName: nextName = String(decoding: held.prefix { $0 != 0 }, as: UTF8.self)
    case .facts: takeFacts()
    case .other: break
    }
    held = []
  }

  /// Lines such as `27 path=a/long/name`, the number being the line's length.
  private mutating func takeFacts() {
    var rest = held[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")), let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
      length > space - rest.startIndex + 1, length <= rest.count
    {
      let fact = rest[(space + 1)..<(rest.startIndex + length)].dropLast()
      rest = rest.dropFirst(length)
      guard let equals = fact.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = String(decoding: fact[(equals + 1)...], as: UTF8.self)
      switch String(decoding: fact[..<equals], as: UTF8.self) {
      case "path": nextName = value
      case "size": nextSize = Int64(value)
      default: break
      }
    }
  }

  /// The sum of its bytes, with spaces where the sum stands.
  private static func isWhole(_ block: [UInt8]) -> Bool {
    let sum = block.enumerated().reduce(Int64(0)) { $0 + ((148..<156).contains($1.offset) ? 32 : Int64($1.element)) }
    return number(block[148..<156]) == sum
  }

  private static func name(_ block: [UInt8]) -> String {
    let own = String(decoding: block[..<100].prefix { $0 != 0 }, as: UTF8.self)
    let isPOSIX = block[257..<263].elementsEqual("ustar\0".utf8)
    let folder = isPOSIX ? String(decoding: block[345..<500].prefix { $0 != 0 }, as: UTF8.self) : ""
    return folder.isEmpty ? own : folder + "/" + own
  }

  /// Octal digits between spaces and zeros, or binary where they cannot say it.
  private static func number(_ field: ArraySlice<UInt8>) -> Int64? {
    if field.first == 0x80 {
      return field.dropFirst().reduce(Int64?(0)) { value, byte in value.flatMap { $0 < 1 << 50 ? $0 << 8 | Int64(byte) : nil } }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    return digits.isEmpty ? 0 : Int64(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}
