import Foundation
package import Logging

/// Writes a log as lines of `name=value`, one event a line, so that people and programs can read it.
package struct LogLines: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  private let write: @Sendable (String) -> Void
  private let now: @Sendable () -> Int64

  /// `now` answers milliseconds since 1970; `write` takes one line with its end.
  package init(level: Logger.Level, now: @escaping @Sendable () -> Int64, write: @escaping @Sendable (String) -> Void) {
    logLevel = level
    self.now = now
    self.write = write
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var line = "at=\(LogTime.text(now())) level=\(event.level.rawValue) what=\(Self.quoted(event.message.description))"
    let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }
    for (name, value) in facts.sorted(by: { $0.key < $1.key }) { line += " \(name)=\(Self.quoted(value.description))" }
    if let error = event.error { line += " error=\(Self.quoted("\(error)"))" }
    write(line + "\n")
  }

  /// A value with anything but plain characters is quoted, so that no value can pretend to be another line or fact.
  static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\\")
      }
    if isPlain { return value }
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case let other where other.value < 0x20 || (0x7F...0x9F).contains(other.value) || other.value == 0x2028 || other.value == 0x2029:
        text += "\\u{\(String(other.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

/// Times in a log: UTC, to the millisecond, by hand because a formatter costs more than the line.
enum LogTime {
  static func text(_ milliseconds: Int64) -> String {
    let days = (milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000
    let rest = milliseconds - days * 86_400_000
    // From days to a date in the calendar of Gregory, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return "\(pad(year, 4))-\(pad(civilMonth, 2))-\(pad(day, 2))T\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2))"
      + ":\(pad(rest / 1000 % 60, 2)).\(pad(rest % 1000, 3))Z"
  }
  private static func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
