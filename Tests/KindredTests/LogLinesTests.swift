import Logging
import Synchronization
import Testing

@testable import Kindred

@Suite struct LogLinesTests {
  @Test("one event is one line, whatever its values hold") func oneLine() {
    let lines = Mutex<[String]>([])
    let log = Logger(label: "test") { _ in LogLines(level: .info, now: { 1_767_603_600_123 }) { line in lines.withLock { $0.append(line) } }
    }
    log.info("request", metadata: ["route": "/t/:id", "error": "a \"b\"\nlevel=error what=forged\u{2028}\u{1B}[31m"])
    log.debug("hidden")
    #expect(
      lines.withLock { $0 } == [
        "at=2026-01-05T09:00:00.123Z level=info what=request error=\"a \\\"b\\\"\\nlevel=error what=forged\\u{2028}\\u{1b}[31m\" route=/t/:id\n"
      ])
  }

  @Test(
    "times are written out in UTC",
    arguments: [(0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z")])
  func times(_ milliseconds: Int64, _ text: String) { #expect(LogTime.text(milliseconds) == text) }
}
