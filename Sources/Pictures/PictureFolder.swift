import Foundation
package import Threads

/// The files of pictures below one folder, each under a name that the server made. Disks can be slow, so threads of its own wait for them.
package final class PictureFolder: Sendable {
  private let path: String
  private let threads: BoundedThreads

  /// Why a file could not be written or removed, as the system says it: for the log.
  package struct Fault: Error, Sendable, Equatable {
    let code: Int32
    /// Whether there is no room left.
    package var isFull: Bool { code == ENOSPC || code == EDQUOT }
  }

  package init(_ path: String, threads: BoundedThreads = BoundedThreads(limit: 4, queueLimit: 256)) {
    (self.path, self.threads) = (path, threads)
  }

  /// Writes files that are not there yet, whole or not at all; on the disk when it returns. Throws ``Fault`` and ``ThreadsBusy``.
  package func keep(_ files: [(name: String, bytes: [UInt8])]) async throws {
    try await threads.run { [path] in
      for file in files { try PictureFile(file.name, in: path).write(file.bytes) }
    }
  }

  /// A file's bytes; nil when there is none of that name. Throws ``Fault`` and ``ThreadsBusy``.
  package func bytes(_ name: String) async throws -> [UInt8]? {
    try await threads.run { [path] in try PictureFile(name, in: path).read() }
  }

  /// Whether there is a file of that name.
  package func has(_ name: String) async throws -> Bool {
    try await threads.run { [path] in try PictureFile(name, in: path).isThere }
  }

  /// Removes those of the files that are there. Throws ``Fault`` and ``ThreadsBusy``.
  package func remove(_ names: [String]) async throws {
    try await threads.run { [path] in for name in names { try PictureFile(name, in: path).remove() } }
  }
}

/// One file: `ab/abcd...jpg`, so that no folder has too many.
private struct PictureFile {
  private let folder: String
  private let place: String

  /// Throws for anything but small letters, digits, hyphens and single dots: no name leads elsewhere.
  init(_ name: String, in root: String) throws {
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    guard isPlain, (4...80).contains(name.utf8.count), !name.hasPrefix("."), !name.contains("..") else {
      throw PictureFolder.Fault(code: EINVAL)
    }
    folder = "\(root)/\(name.prefix(2))"
    place = "\(folder)/\(name)"
  }

  var isThere: Bool { access(place, R_OK) == 0 }

  func write(_ bytes: [UInt8]) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw PictureFolder.Fault(code: errno == 0 ? EIO : errno) }
    let part = place + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PictureFolder.Fault(code: errno) }
    do {
      try Self.write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw PictureFolder.Fault(code: errno) }
    } catch {
      close(descriptor)
      unlink(part)
      throw error
    }
    close(descriptor)
    guard rename(part, place) == 0 else {
      let code = errno
      unlink(part)
      throw PictureFolder.Fault(code: code)
    }
    let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { return }
    fsync(parent)
    close(parent)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { all in
      var rest = all[...]
      while let start = rest.baseAddressOfRest(in: all) {
        let written = Foundation.write(descriptor, start, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw PictureFolder.Fault(code: errno) }
        rest = rest.dropFirst(written)
      }
    }
  }

  func read() throws -> [UInt8]? {
    let descriptor = open(place, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw PictureFolder.Fault(code: errno)
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw PictureFolder.Fault(code: errno) }
    let length = Int(facts.st_size)
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while got < length, let start = buffer.baseAddress {
        let more = Foundation.read(descriptor, start + got, length - got)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { break }
        got += more
      }
      count = got
    }
    guard got == length else { throw PictureFolder.Fault(code: EIO) }
    return bytes
  }

  func remove() throws {
    guard unlink(place) == 0 || errno == ENOENT else { throw PictureFolder.Fault(code: errno) }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Where what is left begins; nil when nothing is.
  fileprivate func baseAddressOfRest(in all: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    isEmpty ? nil : all.baseAddress.map { $0 + startIndex }
  }
}
