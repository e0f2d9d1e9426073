import Synchronization

/// Tells every listener that something was committed; a listener that is busy gets one tick for many commits.
final class CommitTicks: Sendable {
  private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
  private let nextID = Mutex(0)

  func stream() -> AsyncStream<Void> {
    let id = nextID.withLock {
      $0 += 1
      return $0
    }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    listeners.withLock { $0[id] = continuation }
    continuation.onTermination = { [weak self] _ in self?.listeners.withLock { $0[id] = nil } }
    return stream
  }

  func tick() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
  }

  func finish() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.finish() }
  }
}
