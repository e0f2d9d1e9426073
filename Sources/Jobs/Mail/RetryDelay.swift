import Database

/// How long to wait before the next try: a minute, doubled each time up to four hours, and up to a quarter more, so that a server that
/// comes back is not met by everything at once.
enum RetryDelay {
  static func after(_ attempts: Int, jitter: [UInt8]) -> Span {
    let base = min(Span.hours(4).milliseconds, Span.minutes(1).milliseconds << Int64(max(0, min(attempts - 1, 10))))
    let part = jitter.prefix(2).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return Span(milliseconds: base + base * part / (4 * 65_536))
  }
}
