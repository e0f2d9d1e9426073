import Foundation
import Testing

@testable import Archives

@Suite("An archive") struct ArchiveTests {
  /// Three members: of less than a block, of none, and of more than one.
  private func written(in folder: Folder) throws -> String {
    let path = folder.path("one.tar")
    let writer = try ArchiveWriter(path, time: 1_760_000_000)
    try writer.add(Folder.name("notes.txt"), Array("Hello".utf8))
    try writer.add(Folder.name("empty.txt"), [])
    let source = folder.path("source")
    try Data((0..<1300).map { UInt8($0 % 251) }).write(to: URL(fileURLWithPath: source))
    #expect(try writer.add(Folder.name("pictures/ab/abc.jpg"), fileAt: source) == 1300)
    #expect(try writer.add(Folder.name("pictures/ab/none.jpg"), fileAt: folder.path("none")) == nil)
    try writer.finish()
    return path
  }

  @Test("what went in comes out, in order and to the byte") func roundTrip() throws {
    let folder = try Folder()
    let sink = Kept()
    let contents = try ArchiveReader(try written(in: folder)).read(into: sink)
    #expect(contents.members.map(\.name) == ["notes.txt", "empty.txt", "pictures/ab/abc.jpg"])
    #expect(sink.files["notes.txt"] == Array("Hello".utf8))
    #expect(sink.files["empty.txt"] == [])
    #expect(sink.files["pictures/ab/abc.jpg"]?.count == 1300)
  }

  @Test("a single changed byte is found wherever it is, whichever bit") func everyByte() throws {
    let folder = try Folder()
    let bytes = try folder.bytes(try written(in: folder))
    for place in bytes.indices {
      for bit in [0x01, 0x20, 0x80] as [UInt8] {
        var other = bytes
        other[place] ^= bit
        let path = try folder.keep(other)
        #expect(throws: ArchiveFault.self, "byte \(place), bit \(bit)") { try ArchiveReader(path).read() }
      }
    }
  }

  @Test("a file that was cut off is found wherever it was cut, and one with more behind it") func cut() throws {
    let folder = try Folder()
    let bytes = try folder.bytes(try written(in: folder))
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let path = try folder.keep(Array(bytes.prefix(length)))
      #expect(throws: ArchiveFault.self, "\(length) bytes") { try ArchiveReader(path).read() }
    }
    for more in [1, 512, 10_240] {
      let path = try folder.keep(bytes + [UInt8](repeating: 0, count: more))
      #expect(throws: ArchiveFault.more) { try ArchiveReader(path).read() }
    }
  }

  @Test("it never takes another file's place, and stands under its name only when it is whole") func places() throws {
    let folder = try Folder()
    let path = try written(in: folder)
    let before = try folder.bytes(path)
    #expect(throws: ArchiveFault.exists(path)) { try ArchiveWriter(path, time: 1) }
    let next = folder.path("next.tar")
    var writer: ArchiveWriter? = try ArchiveWriter(next, time: 1)
    #expect(throws: ArchiveFault.beingWritten(next)) { try ArchiveWriter(next, time: 1) }
    try writer?.add(Folder.name("a"), [1])
    #expect(!FileManager.default.fileExists(atPath: next))
    // Somebody else puts a file there meanwhile.
    try Data([7]).write(to: URL(fileURLWithPath: next))
    #expect(throws: ArchiveFault.exists(next)) { try writer?.finish() }
    writer = nil
    #expect(try folder.bytes(next) == [7])
    #expect(try folder.bytes(path) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).filter { $0.hasSuffix(".part") } == [])
  }

  @Test("sizes that digits cannot say are said as GNU tar does") func large() throws {
    let header = TarHeader(name: try Folder.name("kindred.sqlite"), size: 9 << 33, time: 1_760_000_000)
    #expect(TarHeader(header.bytes) == header)
    #expect(header.bytes[124] == 0x80)
  }
}

/// What a sink was given.
private final class Kept: ArchiveReader.Sink {
  private(set) var files: [String: [UInt8]] = [:]
  private var name = ""
  func begin(_ name: ArchiveName, size: Int64) throws { (self.name, files[name.text]) = (name.text, []) }
  func take(_ bytes: [UInt8]) throws { files[name]? += bytes }
  func end() throws {}
}
