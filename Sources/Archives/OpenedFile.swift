import Foundation

/// A file of the system while it is read or written.
final class OpenedFile: Sendable {
  let path: String
  private let descriptor: Int32

  init(_ path: String, _ flags: Int32) throws {
    self.path = path
    descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.fault(path) }
  }

  deinit { close(descriptor) }

  static func fault(_ path: String) -> ArchiveFault { .system("\(path): \(String(cString: strerror(errno)))") }

  func size() throws -> Int64 {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw Self.fault(path) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw ArchiveFault.system("\(path) is no file") }
    return Int64(facts.st_size)
  }

  /// Up to `most` bytes; fewer only at the end.
  func read(_ most: Int) throws -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = 0
      while count < most, let start = buffer.baseAddress {
        let more = Foundation.read(descriptor, start + count, most - count)
        if more < 0, errno == EINTR { continue }
        failed = more < 0
        guard more > 0 else { return }
        count += more
      }
    }
    if failed { throw Self.fault(path) }
    return bytes
  }

  func write(_ bytes: [UInt8]) throws {
    var done = 0
    try bytes.withUnsafeBytes { all in
      while done < all.count, let start = all.baseAddress {
        let more = Foundation.write(descriptor, start + done, all.count - done)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { throw Self.fault(path) }
        done += more
      }
    }
  }

  /// Waits for the disk.
  func sync() throws { guard fsync(descriptor) == 0 else { throw Self.fault(path) } }

  func empty() throws { guard ftruncate(descriptor, 0) == 0 else { throw Self.fault(path) } }

  /// Whether nobody else has it locked; locked from now on.
  func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}
