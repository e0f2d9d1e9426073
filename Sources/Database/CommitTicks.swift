import Synchronization

/// Tells every listener that something was committed; a listener that is busy gets one tick for many commits.
package final class CommitTicks: Sendable {
  private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
  private let nextID = Mutex(0)

  /// For an engine, which keeps one.
  package init() {}

  /// A new listener's ticks.
  package func stream() -> AsyncStream<Void> {
    let id = nextID.withLock {
      $0 += 1
      return $0
    }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    listeners.withLock { $0[id] = continuation }
    continuation.onTermination = { [weak self] _ in self?.listeners.withLock { $0[id] = nil } }
    return stream
  }

  /// After a commit that changed something.
  package func tick() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
  }

  /// Ends every stream.
  package func finish() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.finish() }
  }
}
