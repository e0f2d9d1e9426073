package import Community
import Synchronization

/// What pages need of the folders that forums are imported from: the composition root hands it in.
package struct ImportDoor: Sendable {
  /// The operator's folder as the machine calls it.
  package let folder: String
  /// The folders that lie in it.
  package let names: @Sendable () -> [String]
  /// Why what lies somewhere cannot be imported; nil where it can.
  package let look: @Sendable (ImportOrder.Kind, ImportOrder.Place) async -> Problem?
  /// Begins to take in an archive that is sent.
  package let receive: @Sendable () -> any ArchiveIntake
  /// The most bytes of one.
  package static let mostSent = 2_000_000_000

  package init(
    folder: String, names: @escaping @Sendable () -> [String],
    look: @escaping @Sendable (ImportOrder.Kind, ImportOrder.Place) async -> Problem?, receive: @escaping @Sendable () -> any ArchiveIntake
  ) { (self.folder, self.names, self.look, self.receive) = (folder, names, look, receive) }

  /// Where there is no such folder.
  package static let none = ImportDoor(
    folder: "imports", names: { [] }, look: { _, _ in Problem(.folderUnknown) }, receive: { NoIntake(Problem(.archiveNoRoom)) })
}

/// Takes an archive in as it arrives, so that none is ever in memory as a whole.
package protocol ArchiveIntake: Sendable {
  func take(_ bytes: [UInt8]) async
  /// Called once, after its last byte.
  func finish() async -> ArrivedArchive
}

/// Lets an archive go by.
package struct NoIntake: ArchiveIntake {
  private let problem: Problem
  /// `problem` is why.
  package init(_ problem: Problem) { self.problem = problem }
  package func take(_ bytes: [UInt8]) async {}
  package func finish() async -> ArrivedArchive { ArrivedArchive(.failure(problem)) {} }
}

/// An archive that came with a form, unpacked into a folder of this name; or why it could not be. It is gone with the request unless it is kept.
package final class ArrivedArchive: Sendable, Equatable {
  package let folder: Swift.Result<String, Problem>
  private let remove: @Sendable () -> Void
  private let isKept = Mutex(false)

  package init(_ folder: Swift.Result<String, Problem>, remove: @escaping @Sendable () -> Void) {
    (self.folder, self.remove) = (folder, remove)
  }

  deinit { if !isKept.withLock({ $0 }) { remove() } }

  /// Somebody else sees to it from now on.
  func keep() { isKept.withLock { $0 = true } }

  package static func == (a: ArrivedArchive, b: ArrivedArchive) -> Bool { a === b }
}
