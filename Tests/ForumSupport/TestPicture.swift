/// A picture to send, made without a library: RFC 2083 with nothing packed.
package enum TestPicture {
  /// One colour all over; another `shade` is another file.
  package static func png(_ width: Int = 40, _ height: Int = 30, shade: UInt8 = 120) -> [UInt8] {
    let row: [UInt8] = [0] + [UInt8](repeating: shade, count: width)
    let pixels = [UInt8]((0..<height).map { _ in row }.joined())
    var packed: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: pixels.count, by: 65_535) {
      let block = pixels[start..<min(start + 65_535, pixels.count)]
      let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
      packed += [block.endIndex == pixels.count ? 1 : 0, low, high, ~low, ~high] + block
    }
    packed += big(adler(pixels))
    let header = big(UInt32(width)) + big(UInt32(height)) + [8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("IDAT", packed) + chunk("IEND", [])
  }

  private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + body
    return big(UInt32(body.count)) + named + big(crc(named))
  }

  private static func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }

  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
