package import Database
import Foundation

/// The machine's clocks: the one place where the time is read.
package enum SystemClock {
  /// Milliseconds since 1970.
  package static let now: Clock = { Timestamp(milliseconds: milliseconds()) }

  static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Microseconds that never jump.
  package static let stopwatch: @Sendable () -> Int64 = {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}
