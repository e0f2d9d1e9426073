import Foundation
import Synchronization
import Testing

@testable import Passwords
@testable import Threads

@Suite("Bounded threads", .timeLimit(.minutes(1)))
struct BoundedThreadsTests {
  @Test("never do more at once than they may, and do everything in the end")
  func bounded() async throws {
    let threads = BoundedThreads(limit: 2, queueLimit: 200)
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<100 {
        group.addTask { try await threads.run { tally.during { _ = (0..<20_000).reduce(0, &+) } } }
      }
      try await group.waitForAll()
    }
    #expect(tally.most == 2)
    #expect(tally.total == 100)
  }

  @Test("leave the cooperative pool free")
  func free() async throws {
    let threads = BoundedThreads(limit: 8, queueLimit: 0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      let gates = (0..<8).map { _ in DispatchSemaphore(value: 0) }
      for gate in gates { group.addTask { try await threads.run { gate.waitAWhile() } } }
      // On the pool eight blocked jobs would leave no thread for this line on a small machine.
      group.addTask { for gate in gates { gate.signal() } }
      try await group.waitForAll()
    }
  }

  @Test("turn away whoever finds the queue full, at once")
  func full() async throws {
    let threads = BoundedThreads(limit: 1, queueLimit: 1)
    let waiting = try await threads.whileBusy {
      let waiting = Task { try await threads.run { 1 } }
      try await threads.untilWaiting(1)
      await #expect(throws: ThreadsBusy.self) { try await threads.run { 2 } }
      return waiting
    }
    #expect(try await waiting.value == 1)
  }

  @Test("forget whoever stopped waiting, and give the place to the next")
  func cancelled() async throws {
    let threads = BoundedThreads(limit: 1, queueLimit: 1)
    let ran = Tally()
    let next = try await threads.whileBusy {
      let gone = Task { try await threads.run { ran.during {} } }
      try await threads.untilWaiting(1)
      gone.cancel()
      await #expect(throws: CancellationError.self) { try await gone.value }
      let next = Task { try await threads.run { 2 } }
      try await threads.untilWaiting(1)
      return next
    }
    #expect(try await next.value == 2)
    #expect(ran.total == 0)
  }

  @Test("finish what has begun even if nobody waits for it any more")
  func begun() async throws {
    let threads = BoundedThreads(limit: 1, queueLimit: 0)
    let (began, go) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
    let task = Task {
      try await threads.run {
        began.continuation.finish()
        go.waitAWhile()
        return 3
      }
    }
    for await _ in began.stream {}
    task.cancel()
    go.signal()
    #expect(try await task.value == 3)
  }

  @Test("hand an error to the one who asked")
  func errors() async {
    let threads = BoundedThreads(limit: 1, queueLimit: 4)
    await #expect(throws: PasswordsFailed.self) { try await threads.run { throw PasswordsFailed(reason: "no memory") } }
  }
}

extension BoundedThreads {
  /// Holds the one thread for as long as `body` takes.
  func whileBusy<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    let (began, go) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
    let holding = Task {
      try await run {
        began.continuation.finish()
        go.waitAWhile()
      }
    }
    for await _ in began.stream {}
    let value: Value
    do { value = try await body() } catch {
      go.signal()
      throw error
    }
    go.signal()
    try await holding.value
    return value
  }

  /// Returns when that many wait.
  func untilWaiting(_ count: Int) async throws {
    while waitingCount != count {
      try Task.checkCancellation()
      await Task.yield()
    }
  }
}

extension DispatchSemaphore {
  /// Waits, but lets go in the end, so that broken code fails instead of hanging.
  func waitAWhile() {
    _ = wait(timeout: .now() + 30)
  }
}

/// Counts what happens at the same time.
private final class Tally: Sendable {
  private let state = Mutex((now: 0, most: 0, total: 0))

  var most: Int { state.withLock { $0.most } }
  var total: Int { state.withLock { $0.total } }

  func during(_ work: () -> Void) {
    state.withLock {
      $0.now += 1
      $0.total += 1
      $0.most = max($0.most, $0.now)
    }
    work()
    state.withLock { $0.now -= 1 }
  }
}
