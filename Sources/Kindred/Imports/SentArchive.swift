import Archives
import Community
import Foundation
import Web

/// Unpacks an archive as it is sent. Of what is in it only files of dumps are written, each under a plain name of our own below one folder:
/// wherever an archive says that a file belongs, it comes to lie here.
actor SentArchive: ArchiveIntake {
  /// What it may come to.
  struct Limits: Sendable {
    var bytes: Int64 = 20_000_000_000
    var files = 500_000
    /// So much of the disk is left to the forum.
    var spare: Int64 = 1_000_000_000
  }

  private let name: String
  private let folder: String
  private let limits: Limits
  private let thread: ImportThread
  private let whenGone: @Sendable () -> Void
  private var gunzip = Gunzip()
  private var tar = TarStream()
  private var problem: Problem?
  private var file: FileHandle?
  private var written: Int64 = 0
  private var sinceLook: Int64 = .max
  private var taken: [String: Int] = [:]
  private var count = 0
  private var isHandedOver = false

  /// `whenGone` hears when nothing more is written to it.
  init(_ name: String, in parent: String, _ limits: Limits, on thread: ImportThread, whenGone: @escaping @Sendable () -> Void) {
    (self.name, folder, self.limits, self.thread, self.whenGone) = (name, parent + "/" + name, limits, thread, whenGone)
  }

  /// A request that broke off leaves nothing.
  deinit {
    if !isHandedOver { try? FileManager.default.removeItem(atPath: folder) }
    whenGone()
  }

  nonisolated func take(_ bytes: [UInt8]) async { await withTaskExecutorPreference(thread) { await unpack(bytes) } }

  nonisolated func finish() async -> ArrivedArchive { await withTaskExecutorPreference(thread) { await ended() } }

  private func unpack(_ bytes: [UInt8]) {
    guard problem == nil else { return }
    attempt {
      try gunzip.read(bytes) { part in try tar.read(part) { piece in try put(piece) } }
    }
  }

  private func ended() -> ArrivedArchive {
    if problem == nil {
      attempt {
        try gunzip.finish()
        try tar.finish()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
    }
    isHandedOver = true
    let path = folder
    return ArrivedArchive(problem.map { .failure($0) } ?? .success(name)) { [self] in
      // Held until it is known whether it is wanted: then nobody takes it for left over.
      withExtendedLifetime(self) { try? FileManager.default.removeItem(atPath: path) }
    }
  }

  private func attempt(_ work: () throws -> Void) {
    do { try work() } catch let problem as Problem { self.problem = problem } catch is ArchiveFault {
      problem = Problem(.archiveBad)
    } catch { problem = Problem(.archiveNoRoom) }
    guard problem != nil else { return }
    file = nil
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func put(_ piece: TarStream.Piece) throws {
    switch piece {
    case .file(let name, let size):
      count += 1
      guard count <= limits.files, written + size <= limits.bytes else { throw Problem(.archiveTooLarge) }
      file = try Self.plain(name).map { try open($0) }
    case .bytes(let bytes):
      guard let file else { return }
      try look(for: Int64(bytes.count))
      try file.write(contentsOf: bytes)
    case .end:
      try file?.close()
      file = nil
    }
  }

  /// The last part of a name, if a dump may have such a file.
  private static func plain(_ name: String) -> String? {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    // Some programs put a shadow beside each file.
    guard last.hasSuffix(".xml") || last.hasSuffix(".json"), !last.hasPrefix("._") else { return nil }
    let letters = last.utf8.map { byte -> UInt8 in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"): byte
      default: UInt8(ascii: "_")
      }
    }
    let plain = String(decoding: letters.suffix(100), as: UTF8.self)
    return plain.hasPrefix(".") ? "_" + plain : plain
  }

  /// A second file of the same name lies in a folder of its own.
  private func open(_ plain: String) throws -> FileHandle {
    let number = taken[plain, default: 0]
    taken[plain] = number + 1
    let parent = number == 0 ? folder : "\(folder)/\(number)"
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = Foundation.open(parent + "/" + plain, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Problem(.archiveNoRoom) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Throws before the disk is full, or the archive turns out to hold more than it may.
  private func look(for more: Int64) throws {
    written += more
    guard written <= limits.bytes else { throw Problem(.archiveTooLarge) }
    guard sinceLook >= 1 << 24 else {
      sinceLook += more
      return
    }
    sinceLook = 0
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0, Int64(disk.f_bavail) * Int64(disk.f_frsize) > limits.spare else { throw Problem(.archiveNoRoom) }
  }
}
