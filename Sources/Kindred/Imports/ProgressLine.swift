import Foundation

/// How far a long command has come: a bar that is redrawn on a terminal, now and then a plain line anywhere else.
final class ProgressLine {
  private let total: Int64
  private let isTerminal: Bool
  private let now: () -> Int64
  private let write: (String) -> Void
  private let start: Int64
  private var lastDrawn: Int64
  private var records = 0

  /// `now` in microseconds that never jump.
  init(total: Int64, isTerminal: Bool, now: @escaping () -> Int64, write: @escaping (String) -> Void) {
    self.total = max(1, total)
    self.isTerminal = isTerminal
    self.now = now
    self.write = write
    start = now()
    lastDrawn = start
  }

  /// For the error stream of this process.
  static func standard(total: Int64) -> ProgressLine {
    ProgressLine(
      total: total, isTerminal: isatty(STDERR_FILENO) == 1, now: SystemClock.stopwatch,
      write: { FileHandle.standardError.write(Data($0.utf8)) })
  }

  /// So much of the work is done, and so many records more have been seen to.
  func advance(to done: Int64, records more: Int) {
    records += more
    let time = now()
    guard time - lastDrawn >= (isTerminal ? 100_000 : 5_000_000) else { return }
    lastDrawn = time
    draw(done, time)
  }

  /// A line between; the bar goes on below it.
  func say(_ words: String) { write((isTerminal ? "\r\u{1B}[K" : "") + words + "\n") }

  /// Takes the bar away.
  func finish() { if isTerminal { write("\r\u{1B}[K") } }

  private func draw(_ done: Int64, _ time: Int64) {
    let share = min(1, Double(done) / Double(total))
    let seconds = Double(time - start) / 1_000_000
    let rate = seconds > 0 ? Int(Double(records) / seconds) : 0
    let left = share > 0.01 ? ", about \(Self.clock(Int(seconds / share - seconds))) left" : ""
    let facts = "\(Int(share * 100)) %, \(records) records, \(rate) a second\(left)"
    guard isTerminal else { return write(facts + "\n") }
    let filled = Int(share * 30)
    write("\r\u{1B}[K[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled) + "] " + facts)
  }

  private static func clock(_ seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }
}
