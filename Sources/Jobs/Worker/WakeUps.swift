import Database
import ServiceLifecycle

/// Ticks at every commit of this process, and slowly by itself, as another process may have written and things fall due.
/// Ends with a graceful shutdown or when its task is cancelled.
func wakeUps(_ store: any Store, pollEvery: Duration, _ body: @escaping @Sendable () async throws -> Void) async throws {
  let (ticks, trigger) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  try await withGracefulShutdownHandler {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await _ in store.commits() { trigger.yield() }
        // The Store was closed: nothing more can happen.
        trigger.finish()
      }
      group.addTask {
        while true {
          try await _Concurrency.Task.sleep(for: pollEvery)
          trigger.yield()
        }
      }
      trigger.yield()
      defer { group.cancelAll() }
      for await _ in ticks { try await body() }
    }
  } onGracefulShutdown: {
    trigger.finish()
  }
}
