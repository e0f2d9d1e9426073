import Archives

/// Reads a backup from end to end and says whether it is whole: every byte, and everything it says it holds.
package struct VerifyBackup: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Throws `ArchiveFault`, ``BackupFault`` and ``BackupManifest/Fault``.
  package func perform() throws -> (manifest: BackupManifest, bytes: Int64) {
    let look = Look()
    let contents = try ArchiveReader(path).read(into: look)
    return (try look.manifest(), contents.bytes)
  }

  /// Looks at what is in it, without keeping more than the manifest.
  final class Look: ArchiveReader.Sink {
    private var seen: [BackupMember] = []
    private var pictures = 0
    private var bytes: [UInt8] = []
    private var isManifest = false

    func begin(_ name: ArchiveName, size: Int64) throws {
      guard let member = BackupMember(name) else { throw BackupFault.strange(name.text) }
      if case .picture = member { pictures += 1 } else { seen.append(member) }
      isManifest = member == .manifest
      guard !isManifest || size < 1 << 20 else { throw BackupManifest.Fault.unreadable }
    }

    func take(_ bytes: [UInt8]) throws { if isManifest { self.bytes += bytes } }

    func end() throws {}

    /// Once all was read.
    func manifest() throws -> BackupManifest {
      for member in [BackupMember.manifest, .database, .settings] where !seen.contains(member) {
        throw BackupFault.lacks(try member.name().text)
      }
      let manifest = try BackupManifest(bytes)
      guard manifest.pictureFiles == pictures else { throw BackupFault.otherCount(said: manifest.pictureFiles, found: pictures) }
      return manifest
    }
  }
}
