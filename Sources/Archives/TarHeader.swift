/// The block before each member of a tar archive, in the one way we write it: a plain file of nobody's. Whatever is written otherwise was not
/// written by us.
struct TarHeader: Sendable, Equatable {
  static let blockSize = 512
  let name: ArchiveName
  let size: Int64
  /// Seconds since 1970.
  let time: Int64

  init(name: ArchiveName, size: Int64, time: Int64) { (self.name, self.size, self.time) = (name, size, time) }

  /// Nil unless the block is to the byte what we would write.
  init?(_ block: [UInt8]) {
    guard block.count == Self.blockSize else { return nil }
    let letters = block[..<ArchiveName.longest].prefix { $0 != 0 }
    guard let name = ArchiveName(String(decoding: letters, as: UTF8.self)), let size = Self.number(block[124..<136]),
      let time = Self.number(block[136..<148])
    else { return nil }
    self.init(name: name, size: size, time: time)
    guard bytes == block else { return nil }
  }

  /// POSIX.1-1988 (ustar); a size that its digits cannot say is written as GNU tar does, in binary.
  var bytes: [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ text: String, at place: Int) { block.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8) }
    put(name.text, at: 0)
    put("0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    block.replaceSubrange(124..<136, with: Self.field(size))
    block.replaceSubrange(136..<148, with: Self.field(time))
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = block.reduce(0) { $0 + Int64($1) }
    put(Self.octal(sum, digits: 6), at: 148)
    block[154] = 0
    return block
  }

  /// How many bytes its contents take, filled up to whole blocks.
  var filledSize: Int64 { size + Int64(Self.filling(after: size)) }

  static func filling(after size: Int64) -> Int { (blockSize - Int(size % Int64(blockSize))) % blockSize }

  /// So far that sums of sizes cannot overflow.
  private static let most: UInt64 = 1 << 60

  private static func field(_ number: Int64) -> [UInt8] {
    if number < 1 << 33 { return Array(octal(number, digits: 11).utf8) + [0] }
    return [0x80, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64($0))) }
  }

  private static func octal(_ number: Int64, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int64? {
    if field.first == 0x80 {
      var value: UInt64 = 0
      for byte in field.dropFirst(4) { value = value << 8 | UInt64(byte) }
      return value <= most ? Int64(value) : nil
    }
    return Int64(String(decoding: field.prefix { $0 != 0 }, as: UTF8.self), radix: 8).flatMap { $0 < 0 ? nil : $0 }
  }
}
