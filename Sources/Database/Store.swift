/// The one door to the data, the same for both engines.
///
/// * Reads see one consistent moment.
/// * Writes are serialisable, and **may be run again**: the closure touches nothing outside itself.
/// * A write that returned is on the disk. One that threw changed nothing, and harms no write committed together with it.
/// * Rows of `event` are committed in the order of their ids: whoever has read up to one has missed none before it.
package protocol Store: Sendable {
  /// Reads at one moment.
  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
  /// Changes something, all or nothing.
  @discardableResult func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
  /// Ticks after commits, so that reactions need not poll; several commits may share a tick.
  func commits() -> AsyncStream<Void>
  /// Leaves nothing of what was removed in files that the engine keeps beside the data. Throws ``DatabaseFault`` where a reader was in the way for
  /// too long; it may be done again.
  func forgetRemoved() async throws
  /// Waits for what is under way and closes; later calls throw ``DatabaseFault/closed``.
  func close() async throws
}

extension Store {
  /// Nothing, for an engine that has no such file.
  package func forgetRemoved() async throws {}
}

/// Where the Store gets the time from; tests hand in their own.
package typealias Clock = @Sendable () -> Timestamp
