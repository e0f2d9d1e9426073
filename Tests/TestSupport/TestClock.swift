package import Database
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
  private let moment: Mutex<Timestamp>

  /// Begins at a moment of the test's choice.
  package init(_ start: Timestamp) { moment = Mutex(start) }

  /// The moment the Store hands to its transactions; may be set, backwards too.
  package var now: Timestamp {
    get { moment.withLock { $0 } }
    set { moment.withLock { $0 = newValue } }
  }

  /// Lets time pass.
  package func advance(_ span: Span) { moment.withLock { $0 = $0 + span } }
}

extension Timestamp {
  /// When tests begin unless they say otherwise: Monday, 5 January 2026, 09:00 UTC.
  package static let testStart = Timestamp(milliseconds: 1_767_603_600_000)
}
