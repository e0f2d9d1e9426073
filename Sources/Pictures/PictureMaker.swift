package import Threads

/// Makes pictures on threads of its own, so that however many are sent at once, the memory for so few is all that it takes.
package final class PictureMaker: Sendable {
  private let threads: BoundedThreads

  /// One at a time: the largest picture allowed takes some 130 MB while it is made.
  package init(threads: BoundedThreads = BoundedThreads(limit: 1, queueLimit: 8)) { self.threads = threads }

  /// What is to be kept of a file that somebody sent, with a smaller one for pages where it does not fit into `box`.
  /// Throws ``PictureProblem``, and ``ThreadsBusy`` when too many wait.
  package func picture(_ file: [UInt8], smallWithin box: PictureSize) async throws -> MadePicture {
    // What is no picture need not wait for its turn.
    _ = try PictureHeader(file)
    return try await threads.run { try MadePicture(file, smallWithin: box) }
  }

  /// What is to be kept of a file that somebody sent as their face. Throws as ``picture(_:smallWithin:)``.
  package func face(_ file: [UInt8]) async throws -> MadeFace {
    _ = try PictureHeader(file)
    return try await threads.run { try MadeFace(file) }
  }

  /// What is to be kept of a file that somebody sent for the tabs of their site. Throws as ``picture(_:smallWithin:)``.
  package func icon(_ file: [UInt8]) async throws -> MadeIcon {
    _ = try PictureHeader(file)
    return try await threads.run { try MadeIcon(file) }
  }
}
