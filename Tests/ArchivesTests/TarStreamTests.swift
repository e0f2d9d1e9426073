import Testing

@testable import Archives

@Suite("Archives of other programs") struct TarStreamTests {
  private func member(_ name: String, _ contents: String, kind: Character = "0") throws -> [UInt8] {
    let plain = try #require(ArchiveName("x"))
    var block = TarHeader(name: plain, size: Int64(contents.utf8.count), time: 0).bytes
    block.replaceSubrange(0..<100, with: Array(name.utf8.prefix(100)) + [UInt8](repeating: 0, count: max(0, 100 - name.utf8.count)))
    block[156] = kind.asciiValue ?? 0
    block.replaceSubrange(148..<156, with: Array(repeating: 0x20, count: 8))
    let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    block.replaceSubrange(148..<156, with: Array((String(repeating: "0", count: 6 - sum.count) + sum).utf8) + [0, 0x20])
    return block + Array(contents.utf8) + [UInt8](repeating: 0, count: TarHeader.filling(after: Int64(contents.utf8.count)))
  }

  private func read(_ bytes: [UInt8], by step: Int) throws -> [String] {
    var (tar, found): (TarStream, [String]) = (TarStream(), [])
    for start in stride(from: 0, to: bytes.count, by: step) {
      try tar.read(bytes[start..<min(start + step, bytes.count)]) { piece in
        switch piece {
        case .file(let name, let size): found.append("\(name) \(size) ")
        case .bytes(let more): found[found.count - 1] += String(decoding: more, as: UTF8.self)
        case .end: found[found.count - 1] += "."
        }
      }
    }
    try tar.finish()
    return found
  }

  private func whole() throws -> [UInt8] {
    let long = String(repeating: "a/", count: 60) + "b.json"
    let fact = "path=é/c.json\n"
    let line = "\(fact.utf8.count + 3) \(fact)"
    return try member("folder/", "", kind: "5") + member("./one.json", "{1}") + member("link", "", kind: "2")
      + member("././@LongLink", long + "\0", kind: "L") + member("short", "{2}") + member("facts", line, kind: "x")
      + member("other", String(repeating: "x", count: 512)) + member("../../etc/passwd", "") + [UInt8](repeating: 0, count: 1024)
  }

  @Test("plain files are told of with their whole names, however the bytes come", arguments: [1, 7, 512, 100_000]) func pieces(_ step: Int)
    throws
  {
    let long = String(repeating: "a/", count: 60) + "b.json"
    #expect(
      try read(whole(), by: step) == [
        "./one.json 3 {1}.", "\(long) 3 {2}.", "é/c.json 512 \(String(repeating: "x", count: 512)).", "../../etc/passwd 0 .",
      ])
  }

  @Test("what is cut off or changed anywhere in a header is refused, and nothing else is read into it") func damage() throws {
    let bytes = try whole()
    for length in [1, 511, 600, 1_100, bytes.count - 1_200] {
      #expect(throws: ArchiveFault.self) { try read(Array(bytes.prefix(length)), by: 64) }
    }
    for place in [0, 124, 156, 512] {
      var changed = bytes
      changed[place] ^= 0x41
      #expect(throws: ArchiveFault.self) { try read(changed, by: 512) }
    }
    #expect(throws: ArchiveFault.notAnArchive) { try read([], by: 1) }
    #expect(try read(bytes.dropLast(1_024), by: 512).count == 4)
  }

  @Test("what is no gzip passes as it is") func plain() throws {
    let gunzip = Gunzip()
    var found: [UInt8] = []
    for byte in "hello".utf8 { try gunzip.read([byte]) { found += $0 } }
    try gunzip.finish()
    #expect(found == Array("hello".utf8))
    #expect(throws: ArchiveFault.self) {
      let broken = Gunzip()
      try broken.read([0x1F, 0x8B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]) { _ in }
      try broken.finish()
    }
  }
}
