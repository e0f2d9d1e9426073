import Synchronization

/// Something made from files: once at the start, and in development again whenever they changed.
final class Current<Value: Sendable>: Sendable {
  private let state: Mutex<(stamp: UInt64, value: Value)>
  private let stamp: (@Sendable () -> UInt64)?
  private let make: @Sendable () throws -> Value

  /// `stamp` says whether the files changed; nil for files that cannot.
  init(stamp: (@Sendable () -> UInt64)?, make: @escaping @Sendable () throws -> Value) throws {
    self.stamp = stamp
    self.make = make
    state = Mutex((stamp?() ?? 0, try make()))
  }

  /// Throws what `make` throws when the changed files are wrong; the next change is tried again.
  func value() throws -> Value {
    guard let now = stamp?() else { return state.withLock { $0.value } }
    return try state.withLock { state in
      if state.stamp != now { state = (now, try make()) }
      return state.value
    }
  }
}
