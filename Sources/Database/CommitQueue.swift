import Dispatch
import Synchronization

/// Group commit, the same for both engines: writers that wait are drained into one transaction, so that they share one flush to the disk.
/// A writer is answered only after the commit that holds its change.
package final class CommitQueue: Sendable {
  /// A writer waiting for its commit.
  package struct Write: Sendable {
    /// Does the work and returns the answer to give once it is committed. May be run again.
    package let perform: @Sendable (Transaction) throws -> @Sendable () -> Void
    /// Answers that nothing was changed.
    package let fail: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [Write] = []
    var isDraining = false
    var isClosed = false
    var whenIdle: [CheckedContinuation<Void, Never>] = []
  }

  private static let groupLimit = 64
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "kindred.commits", qos: .userInitiated)
  private let commit: @Sendable ([Write], CommitQueue) -> Void

  /// `commit` commits a group and answers each of its writers exactly once. It is called with one group at a time, on a thread it may block.
  package init(commit: @escaping @Sendable ([Write], CommitQueue) -> Void) { self.commit = commit }

  /// Waits for the commit of one write.
  package func perform<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(
        Write(
          perform: { tx in
            let value = try body(tx)
            return { continuation.resume(returning: value) }
          },
          fail: { continuation.resume(throwing: $0) }))
    }
  }

  /// Refuses whoever waits but is not yet in a group: for an engine that has lost its server, so that nobody waits behind a long repair.
  package func failWaiting(_ fault: DatabaseFault) {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for write in waiting { write.fail(fault) }
  }

  /// Refuses new writes and waits for those that were accepted.
  package func close() async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        state.isClosed = true
        if state.isDraining { state.whenIdle.append(continuation) }
        return !state.isDraining
      }
      if isIdle { continuation.resume() }
    }
  }

  private func enqueue(_ write: Write) {
    let (isRefused, mustStart) = state.withLock { state in
      if state.isClosed { return (true, false) }
      state.waiting.append(write)
      let mustStart = !state.isDraining
      state.isDraining = true
      return (false, mustStart)
    }
    if isRefused { write.fail(DatabaseFault.closed) }
    if mustStart { queue.async { self.drain() } }
  }

  private func drain() {
    while true {
      let (group, idle) = state.withLock { state in
        let group = Array(state.waiting.prefix(Self.groupLimit))
        state.waiting.removeFirst(group.count)
        if group.isEmpty {
          state.isDraining = false
          defer { state.whenIdle = [] }
          return (group, state.whenIdle)
        }
        return (group, [])
      }
      for continuation in idle { continuation.resume() }
      if group.isEmpty { return }
      commit(group, self)
    }
  }
}
