package import Community
package import Database

/// What follows from events. Reads the one log in commit order, is shallow, and may run twice without harm.
package protocol Reaction: Sendable {
  /// Names its place in the log; never changed once shipped.
  static var name: String { get }
  /// The events it reacts to; all others pass it by.
  static var kinds: Set<Event.Kind> { get }
  /// Does what follows from one event, in the transaction that also moves this reaction's place in the log.
  /// An error is logged and the event tried again later; only this reaction waits for it.
  func react(to event: RecordedEvent, in tx: Transaction) throws
  /// Whether ``react(to:in:)`` may leave something for ``goOn(in:)``.
  static var hasParts: Bool { get }
  /// Does the next part of what follows from events but is too much for one write; false when nothing is left.
  /// Where it goes on is kept in the same transaction.
  func goOn(in tx: Transaction) throws -> Bool
}

extension Reaction {
  package static var hasParts: Bool { false }
  package func goOn(in tx: Transaction) throws -> Bool { false }
}
