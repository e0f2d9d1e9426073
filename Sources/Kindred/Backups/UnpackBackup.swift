import Archives
import Foundation

/// Writes the files of a backup into a folder that was made for it.
final class UnpackBackup: ArchiveReader.Sink {
  private let folder: String
  private var file: FileHandle?

  init(into folder: String) { self.folder = folder }

  func begin(_ name: ArchiveName, size: Int64) throws {
    guard BackupMember(name) != nil else { throw BackupFault.strange(name.text) }
    let path = folder + "/" + name.text
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ArchiveFault.system("\(path): \(String(cString: strerror(errno)))") }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func take(_ bytes: [UInt8]) throws { try file?.write(contentsOf: bytes) }

  func end() throws {
    try file?.close()
    file = nil
  }
}
