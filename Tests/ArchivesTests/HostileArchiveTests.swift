import Crypto
import Testing

@testable import Archives

@Suite("A hostile archive") struct HostileArchiveTests {
  /// What a member may pretend to be, with the sum of its header right again.
  private func member(_ name: String, kind: Character = "0", size: String? = nil, link: String = "", contents: [UInt8] = []) throws
    -> [UInt8]
  {
    var block = TarHeader(name: try Folder.name("x"), size: Int64(contents.count), time: 7).bytes
    func put(_ bytes: some Collection<UInt8>, at place: Int, _ room: Int) {
      block.replaceSubrange(
        place..<(place + room), with: Array(bytes.prefix(room)) + [UInt8](repeating: 0, count: max(0, room - bytes.count)))
    }
    put(name.utf8, at: 0, 100)
    if let size { put(size.utf8, at: 124, 12) }
    put(String(kind).utf8, at: 156, 1)
    put(link.utf8, at: 157, 100)
    put("        ".utf8, at: 148, 8)
    let digits = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    put((String(repeating: "0", count: 6 - digits.count) + digits + "\0 ").utf8, at: 148, 8)
    return block + contents + [UInt8](repeating: 0, count: TarHeader.filling(after: Int64(contents.count)))
  }

  private func sums(_ members: [(String, [UInt8])]) throws -> [UInt8] {
    var list = ArchiveSums()
    for (name, bytes) in members { list.add(try Folder.name(name), SHA256.hash(data: bytes)) }
    return try member("SHA256SUMS", contents: Array(list.text.utf8)) + [UInt8](repeating: 0, count: 1024)
  }

  private final class Nothing: ArchiveReader.Sink {
    private(set) var begun: [String] = []
    func begin(_ name: ArchiveName, size: Int64) throws { begun.append(name.text) }
    func take(_ bytes: [UInt8]) throws {}
    func end() throws {}
  }

  private func fault(of bytes: [UInt8]) throws -> (ArchiveFault?, begun: [String]) {
    let (folder, sink) = (try Folder(), Nothing())
    do { try ArchiveReader(try folder.keep(bytes)).read(into: sink) } catch let fault as ArchiveFault { return (fault, sink.begun) }
    return (nil, sink.begun)
  }

  @Test(
    "names that lead elsewhere are never handed on",
    arguments: [
      "../evil", "/etc/passwd", "a/../../b", "./a", "a//b", "a/", "", ".bashrc", "a/.ssh/keys", "a\\b", "a b", "naïve", "a\u{7}b", "a\nb",
    ])
  func names(_ name: String) throws {
    let (found, begun) = try fault(of: try member("good", contents: [1]) + member(name, contents: [2]))
    #expect(found == .strange(after: "good"))
    #expect(begun == ["good"])
  }

  @Test(
    "links, folders, devices and long names of other kinds are refused", arguments: ["1", "2", "3", "4", "5", "6", "7", "L", "x", "g", "S"])
  func kinds(_ kind: Character) throws {
    #expect(
      try fault(of: try member("good", contents: [1]) + member("other", kind: kind, link: "/etc/passwd")).0 == .strange(after: "good"))
  }

  @Test("a size beyond the file is refused before anything of it is read")
  func sizes() throws {
    for size in ["77777777777", "00000002000"] {
      let (found, begun) = try fault(of: try member("huge", size: size))
      #expect(found == .tooLarge("huge"))
      #expect(begun == [])
    }
    for size in ["-0000000001", "9999999999", "\u{7f}\u{7f}"] {
      #expect(try fault(of: try member("good", contents: [1]) + member("odd", size: size)).0 == .strange(after: "good"))
    }
  }

  @Test("a member that is there twice, missing, not listed or another than listed is found") func lists() throws {
    let (one, two) = (try member("one", contents: [1]), try member("two", contents: [2]))
    #expect(try fault(of: one + two + sums([("one", [1]), ("two", [2])])).0 == nil)
    #expect(try fault(of: one + one + sums([("one", [1])])).0 == .twice("one"))
    #expect(try fault(of: one + sums([("one", [1]), ("two", [2])])).0 == .missing(["two"]))
    #expect(try fault(of: one + two + sums([("one", [1])])).0 == .unlisted(["two"]))
    #expect(try fault(of: one + two + sums([("one", [1]), ("two", [3])])).0 == .damaged(["two"]))
    #expect(try fault(of: one + two + sums([("two", [2]), ("one", [1])])).0 == .sumsDamaged)
    #expect(try fault(of: one + two + [UInt8](repeating: 0, count: 1024)).0 == .sumsMissing)
  }

  @Test(
    "what is no archive is called none",
    arguments: [[], [0], Array("hello".utf8), [UInt8](repeating: 0, count: 4096), [UInt8](repeating: 65, count: 4096)])
  func others(_ bytes: [UInt8]) throws { #expect(try fault(of: bytes).0 == .notAnArchive) }
}
