import Foundation
import Synchronization

/// Says that too many wait for a thread already: the caller answers 503 rather than let people queue for minutes.
package struct ThreadsBusy: Error, Sendable {
  /// Makes the refusal.
  package init() {}
}

/// A few threads of our own for work that blocks a core for milliseconds, or waits for a disk, so that the cooperative pool never does.
/// A thread lives only while there is work: nothing is to be shut down.
package final class BoundedThreads: Sendable {
  private struct Job: Sendable {
    let number: UInt64
    let run: @Sendable () -> Void
    let drop: @Sendable () -> Void
  }

  private struct State: Sendable {
    var running = 0
    var waiting: [Job] = []
    var next: UInt64 = 0
  }

  private let limit: Int
  private let queueLimit: Int
  private let state = Mutex(State())

  /// `limit` jobs run at once and `queueLimit` may wait.
  package init(limit: Int, queueLimit: Int) {
    self.limit = max(1, limit)
    self.queueLimit = max(0, queueLimit)
  }

  /// Runs `work` on one of the threads. Throws `ThreadsBusy` when the queue is full, and `CancellationError` when the task
  /// was cancelled before its turn came; work that has begun is finished.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try Task.checkCancellation()
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
        let job = Job(
          number: number,
          run: { continuation.resume(with: Swift.Result { try work() }) },
          drop: { continuation.resume(throwing: CancellationError()) })
        if !admit(job) { continuation.resume(throwing: ThreadsBusy()) }
        // The handler may have run before the job was there to be dropped.
        if Task.isCancelled { drop(number) }
      }
    } onCancel: {
      drop(number)
    }
  }

  /// How many wait for a thread.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  private func admit(_ job: Job) -> Bool {
    enum Turn { case now, later, never }
    let turn: Turn = state.withLock { state in
      if state.running < limit {
        state.running += 1
        return .now
      }
      guard state.waiting.count < queueLimit else { return .never }
      state.waiting.append(job)
      return .later
    }
    if turn == .now { Thread.detachNewThread { self.drain(from: job) } }
    return turn != .never
  }

  private func drain(from first: Job) {
    var job: Job? = first
    while let current = job {
      current.run()
      job = state.withLock { state in
        guard !state.waiting.isEmpty else {
          state.running -= 1
          return nil
        }
        return state.waiting.removeFirst()
      }
    }
  }

  private func drop(_ number: UInt64) {
    let dropped = state.withLock { state in
      state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
    }
    dropped?.drop()
  }
}
