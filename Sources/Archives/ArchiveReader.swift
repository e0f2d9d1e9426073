import Crypto
import Foundation

/// Reads an archive from its first byte to its last, and trusts none of them: every byte is either part of a member that its checksum covers,
/// or must be the only one that can stand there.
package struct ArchiveReader: Sendable {
  /// What is done with the members. Their bytes come before it is known that they are right.
  package protocol Sink: AnyObject {
    func begin(_ name: ArchiveName, size: Int64) throws
    func take(_ bytes: [UInt8]) throws
    func end() throws
  }

  /// What an archive holds.
  package struct Contents: Sendable, Equatable {
    /// Sizes in bytes, without the list of checksums.
    package let members: [(name: String, size: Int64)]
    package let bytes: Int64
    package static func == (a: Contents, b: Contents) -> Bool { a.bytes == b.bytes && a.members.map(\.name) == b.members.map(\.name) }
  }

  private static let chunk = 1 << 20
  private static let mostSums: Int64 = 1 << 28
  private let path: String

  package init(_ path: String) { self.path = path }

  /// Reads all of it. Throws ``ArchiveFault``, and whatever the sink throws.
  @discardableResult package func read(into sink: (any Sink)? = nil) throws -> Contents {
    let file = try OpenedFile(path, O_RDONLY)
    var walk = Walk(file: file, left: try file.size())
    let bytes = walk.left
    var members: [(name: String, size: Int64)] = []
    var names: Set<String> = []
    var sums = ArchiveSums()
    while let header = try walk.header() {
      let name = header.name.text
      guard names.insert(name).inserted else { throw ArchiveFault.twice(name) }
      guard header.filledSize <= walk.left else { throw ArchiveFault.tooLarge(name) }
      if name == ArchiveWriter.sumsName {
        guard header.size <= Self.mostSums else { throw ArchiveFault.sumsDamaged }
        guard let listed = ArchiveSums(try walk.bytes(Int(header.size))) else { throw ArchiveFault.sumsDamaged }
        try walk.filling(after: header)
        try walk.end()
        try sums.check(against: listed)
        return Contents(members: members, bytes: bytes)
      }
      sums.add(header.name, try Self.contents(of: header, &walk, into: sink))
      members.append((name, header.size))
    }
    throw members.isEmpty ? ArchiveFault.notAnArchive : ArchiveFault.sumsMissing
  }

  private static func contents(of header: TarHeader, _ walk: inout Walk, into sink: (any Sink)?) throws -> SHA256Digest {
    try sink?.begin(header.name, size: header.size)
    var hash = SHA256()
    var left = header.size
    while left > 0 {
      let bytes = try walk.bytes(Int(min(Int64(chunk), left)))
      hash.update(data: bytes)
      try sink?.take(bytes)
      left -= Int64(bytes.count)
    }
    try walk.filling(after: header)
    try sink?.end()
    return hash.finalize()
  }

  /// The way through the file.
  private struct Walk {
    let file: OpenedFile
    var left: Int64
    var last: String?

    mutating func bytes(_ count: Int) throws -> [UInt8] {
      let bytes = try file.read(count)
      guard bytes.count == count else { throw ArchiveFault.cut(after: last) }
      left -= Int64(count)
      return bytes
    }

    /// Nil where the archive says it is at its end.
    mutating func header() throws -> TarHeader? {
      guard left >= Int64(TarHeader.blockSize) else { throw last == nil ? ArchiveFault.notAnArchive : ArchiveFault.cut(after: last) }
      let block = try bytes(TarHeader.blockSize)
      if block.allSatisfy({ $0 == 0 }) { return nil }
      guard let header = TarHeader(block) else { throw last == nil ? ArchiveFault.notAnArchive : ArchiveFault.strange(after: last) }
      last = header.name.text
      return header
    }

    mutating func filling(after header: TarHeader) throws {
      guard try bytes(TarHeader.filling(after: header.size)).allSatisfy({ $0 == 0 }) else {
        throw ArchiveFault.filling(after: header.name.text)
      }
    }

    /// Two empty blocks, and nothing behind them.
    mutating func end() throws {
      guard left >= Int64(2 * TarHeader.blockSize) else { throw ArchiveFault.cut(after: last) }
      guard try bytes(2 * TarHeader.blockSize).allSatisfy({ $0 == 0 }), left == 0 else { throw ArchiveFault.more }
    }
  }
}
