import Crypto
import Foundation

/// Writes a tar archive whose last member is a list of checksums, as `sha256sum` writes it. It stands under its name only once it is whole
/// and on the disk, and never in another file's place.
package final class ArchiveWriter {
  package static let sumsName = "SHA256SUMS"
  private static let chunk = 1 << 20
  private let path: String
  private let part: String
  private let file: OpenedFile
  private let time: Int64
  private var sums = ""
  private var isFinished = false

  /// `time` (seconds since 1970) is what every member is dated with. Throws ``ArchiveFault``.
  package init(_ path: String, time: Int64) throws {
    guard access(path, F_OK) != 0 else { throw ArchiveFault.exists(path) }
    (self.path, part, self.time) = (path, path + ".part", time)
    file = try OpenedFile(part, O_WRONLY | O_CREAT)
    guard file.lock() else { throw ArchiveFault.beingWritten(path) }
    try file.empty()
  }

  /// What was not finished leaves nothing.
  deinit { if !isFinished { unlink(part) } }

  /// Adds what is in memory.
  package func add(_ name: ArchiveName, _ bytes: [UInt8]) throws {
    try file.write(TarHeader(name: name, size: Int64(bytes.count), time: time).bytes + bytes + filling(after: Int64(bytes.count)))
    list(name, SHA256.hash(data: bytes))
  }

  /// Adds a file as it is now; nothing may change it meanwhile. Answers its size, nil when there is none.
  @discardableResult package func add(_ name: ArchiveName, fileAt source: String) throws -> Int64? {
    guard access(source, F_OK) == 0 || errno != ENOENT else { return nil }
    let input = try OpenedFile(source, O_RDONLY)
    let size = try input.size()
    try file.write(TarHeader(name: name, size: size, time: time).bytes)
    var hash = SHA256()
    var left = size
    while left > 0 {
      let bytes = try input.read(Int(min(Int64(Self.chunk), left)))
      guard !bytes.isEmpty else { throw ArchiveFault.system("\(source) became shorter while it was read") }
      hash.update(data: bytes)
      try file.write(bytes)
      left -= Int64(bytes.count)
    }
    try file.write(filling(after: size))
    list(name, hash.finalize())
    return size
  }

  /// Writes the checksums and puts the archive in its place. Throws ``ArchiveFault/exists(_:)`` when something stands there by now.
  package func finish() throws {
    let sums = Array(self.sums.utf8)
    guard let name = ArchiveName(Self.sumsName) else { throw ArchiveFault.sumsMissing }
    try file.write(TarHeader(name: name, size: Int64(sums.count), time: time).bytes + sums + filling(after: Int64(sums.count)))
    try file.write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
    try file.sync()
    try place()
    isFinished = true
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    try? OpenedFile(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY).sync()
  }

  /// A second name, then the first away: unlike a rename it fails where something stands.
  private func place() throws {
    if link(part, path) == 0 {
      unlink(part)
      return
    }
    guard errno != EEXIST else { throw ArchiveFault.exists(path) }
    // A disk without links, as of a camera: nobody else knows the name yet.
    guard access(path, F_OK) != 0 else { throw ArchiveFault.exists(path) }
    guard rename(part, path) == 0 else { throw OpenedFile.fault(path) }
  }

  private func filling(after size: Int64) -> [UInt8] { [UInt8](repeating: 0, count: TarHeader.filling(after: size)) }

  private func list(_ name: ArchiveName, _ sum: SHA256Digest) { sums += ArchiveSums.line(name, sum) }
}
