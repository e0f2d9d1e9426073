import Community
import Synchronization

/// How many files may be in memory at once: each request that brings one holds a place until it is answered.
package final class Uploads: Sendable {
  /// Nobody's file is waited for longer than this, however slowly it comes.
  static let mostMicroseconds: Int64 = 120_000_000
  private let most: Int
  private let mostEach: Int
  private let held = Mutex<[MemberID: Int]>([:])

  /// `mostEach` of them by one member.
  package init(most: Int = 8, mostEach: Int = 2) { (self.most, self.mostEach) = (most, mostEach) }

  /// Nil when no place is free.
  func place(for member: MemberID) -> Place? {
    let isFree = held.withLock { held in
      guard held.values.reduce(0, +) < most, held[member, default: 0] < mostEach else { return false }
      held[member, default: 0] += 1
      return true
    }
    return isFree ? Place(self, member) : nil
  }

  private func free(_ member: MemberID) {
    held.withLock { held in
      let left = (held[member] ?? 1) - 1
      held[member] = left > 0 ? left : nil
    }
  }

  /// Given back when nobody holds it any more.
  final class Place: Sendable {
    private let uploads: Uploads
    private let member: MemberID
    fileprivate init(_ uploads: Uploads, _ member: MemberID) { (self.uploads, self.member) = (uploads, member) }
    deinit { uploads.free(member) }
  }
}

/// A file that came with a form, as far as it was kept.
package struct SentFile: Sendable, Equatable {
  /// What became of it.
  package enum State: Sendable, Equatable {
    case whole([UInt8])
    case tooLarge
    /// No place was free for it.
    case refused
  }
  package let field: String
  package let state: State
  private let place: Uploads.Place?

  init(_ field: String, _ state: State, place: Uploads.Place? = nil) {
    (self.field, self.state, self.place) = (field, state, place)
  }

  package static func == (a: SentFile, b: SentFile) -> Bool { a.field == b.field && a.state == b.state }
}
