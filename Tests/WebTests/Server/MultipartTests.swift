import Testing

@testable import Web

@Suite("A form with a file") struct MultipartTests {
  private static let type = "multipart/form-data; boundary=x7"

  private func read(_ body: [UInt8], cutAfter lengths: [Int] = [], fields: Int = 1_000, file: Int? = 1_000) throws
    -> MultipartReader.Contents
  {
    var reader = try #require(MultipartReader(type: Self.type, mostFieldBytes: fields, mostFileBytes: file))
    var rest = body[...]
    var turn = 0
    while !rest.isEmpty {
      let length = lengths.isEmpty ? rest.count : lengths[turn % lengths.count]
      try reader.read(rest.prefix(length))
      rest = rest.dropFirst(length)
      turn += 1
    }
    return try reader.finish()
  }

  private func part(_ head: String, _ body: [UInt8]) -> [UInt8] { Array("--x7\r\n\(head)\r\n\r\n".utf8) + body + [0x0D, 0x0A] }
  private let end = Array("--x7--\r\n".utf8)

  @Test("is the same however it is cut") func cuts() throws {
    let picture = Array("\r\n--x\r\n--\r\n--x6\r\n\r\n\u{0}\r".utf8)
    let body =
      part("Content-Disposition: form-data; name=\"body\"", Array("Grüße\r\n--x".utf8))
      + part("content-disposition: form-data; name=\"empty\"", [])
      + part("Content-Disposition: form-data; name=\"picture\"; filename=\"../../a;b.png\"\r\nContent-Type: text/html", picture) + end
    let whole = try read(body)
    #expect(whole.fields.map(\.name) == ["body", "empty"])
    #expect(whole.fields.map(\.value) == ["Grüße\r\n--x", ""])
    #expect(whole.file == MultipartReader.File(field: "picture", bytes: picture, length: picture.count))
    for length in 1...body.count { #expect(try read(body, cutAfter: [length]) == whole, "\(length)") }
    for lengths in [[1, 2, 3], [7, 1], [13, 4, 1, 90]] { #expect(try read(body, cutAfter: lengths) == whole) }
  }

  @Test("may hold any bytes in its file") func anyBytes() throws {
    var state: UInt64 = 7
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      // Mostly the bytes that the delimiter is made of.
      for _ in 0..<Int(state >> 40 % 200) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let choices: [UInt8] = [0x0D, 0x0A, 0x2D, 0x78, 0x37, UInt8(truncatingIfNeeded: state >> 50)]
        bytes.append(choices[Int(state >> 33) % choices.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if bytes.firstRange(of: Array("\r\n--x7".utf8)) != nil { continue }
      let body = part("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", bytes) + end
      let contents = try read(body, cutAfter: [Int(state >> 60) + 1])
      #expect(contents.file?.bytes ?? [] == bytes)
    }
  }

  @Test("keeps no more of a file than it may, and says how long it was") func bounds() throws {
    let body = part("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", [UInt8](repeating: 7, count: 1_001)) + end
    #expect(try read(body, cutAfter: [64]).file == MultipartReader.File(field: "f", bytes: nil, length: 1_001))
    #expect(try read(body, file: nil).file == MultipartReader.File(field: "f", bytes: nil, length: 1_001))
    #expect(try read(body, file: 1_001).file?.bytes?.count == 1_001)
    let none = part("Content-Disposition: form-data; name=\"f\"; filename=\"\"", []) + end
    #expect(try read(none).file == nil)
    let long = part("Content-Disposition: form-data; name=\"body\"", [UInt8](repeating: 97, count: 1_001)) + end
    #expect(throws: Refused.bodyTooLarge) { try read(long, cutAfter: [100]) }
  }

  @Test("that no browser sends is refused") func strict() {
    let good = part("Content-Disposition: form-data; name=\"a\"", [97])
    let file = part("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", [97])
    let wrong: [[UInt8]] = [
      good, [], Array("--x7".utf8), Array("--x7--".utf8.dropLast()), [97] + good + end, good + Array("--x7?".utf8), file + file + end,
      part("Content-Disposition: form-data", []) + end, part("Content-Type: text/plain", []) + end,
      part("Content-Disposition: attachment; name=\"a\"", []) + end, part("no header", []) + end,
      part("Content-Disposition: form-data; name=\"a\"", [0xFF, 0xFE]) + end,
      part("Content-Disposition: form-data; name=\"a\"\r\nX: " + String(repeating: "y", count: 3_000), []) + end,
      [UInt8]((0..<300).map { _ in good }.joined()) + end,
      Array("--x7\r\n".utf8) + [UInt8](repeating: 97, count: 100_000),
    ]
    for (index, body) in wrong.enumerated() { #expect(throws: BadRequest.self, "\(index)") { try read(body, cutAfter: [97]) } }
    for type in [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\"",
      "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ] {
      #expect(MultipartReader(type: type, mostFieldBytes: 1, mostFileBytes: 1) == nil, "\(type)")
    }
    #expect(MultipartReader(type: "multipart/form-data; charset=utf-8; boundary=\"a-b\"", mostFieldBytes: 1, mostFileBytes: 1) != nil)
  }
}
