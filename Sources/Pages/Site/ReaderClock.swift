package import Database
import Foundation
package import Templates

/// Moments written out in a reader's zone, by hand: a formatter made for each time is a hundred times slower.
package struct ReaderClock: Sendable {
  package let now: Timestamp
  private let zone: TimeZone

  /// A zone this machine does not know reads as UTC.
  package init(now: Timestamp, zone: String) {
    self.now = now
    self.zone = TimeZone(identifier: zone) ?? .gmt
  }

  /// Such as "17 Nov, 09:12", with the year unless it is this year's.
  func text(_ moment: Timestamp, words: Words) -> TimeText {
    let date = CivilDate(moment, offset: offset(at: moment))
    let today = CivilDate(now, offset: offset(at: now))
    let month = words.text("month.\(date.month)")
    let clock = "\(padded(date.hour)):\(padded(date.minute))"
    let text =
      date.year == today.year
      ? words.text("time.thisYear", ["day": .number(date.day), "month": .text(month), "clock": .text(clock)])
      : words.text("time.otherYear", ["day": .number(date.day), "month": .text(month), "year": .text(String(date.year))])
    return TimeText(machine: date.iso8601, text: text)
  }

  /// Such as "3 h", for how long something has been waiting: minutes under an hour, hours under two days, then days.
  func span(since moment: Timestamp, words: Words) -> String {
    let minutes = max(0, Int((now - moment).milliseconds / 60_000))
    let (unit, count) = minutes < 60 ? ("minutes", minutes) : minutes < 48 * 60 ? ("hours", minutes / 60) : ("days", minutes / 1440)
    return words.text("span.\(unit)", ["count": .number(count)])
  }

  /// Such as "14:02" for a moment of today, else with its day.
  func brief(_ moment: Timestamp, words: Words) -> String {
    let date = CivilDate(moment, offset: offset(at: moment))
    let today = CivilDate(now, offset: offset(at: now))
    let isToday = (date.year, date.month, date.day) == (today.year, today.month, today.day)
    return isToday ? "\(padded(date.hour)):\(padded(date.minute))" : text(moment, words: words).text
  }

  /// Such as "November 2026", for how long somebody has been here.
  package func month(_ moment: Timestamp, words: Words) -> String {
    let date = CivilDate(moment, offset: offset(at: moment))
    return words.text("time.month", ["month": .text(words.text("month.\(date.month).long")), "year": .text(String(date.year))])
  }

  /// Such as "3 May", with the year unless it is this year's.
  func day(_ moment: Timestamp, words: Words) -> String {
    let date = CivilDate(moment, offset: offset(at: moment))
    let month = words.text("month.\(date.month)")
    let isThisYear = date.year == CivilDate(now, offset: offset(at: now)).year
    return isThisYear
      ? words.text("time.day", ["day": .number(date.day), "month": .text(month)])
      : words.text("time.otherYear", ["day": .number(date.day), "month": .text(month), "year": .text(String(date.year))])
  }

  /// A moment as machines write it, in UTC.
  package static func machineText(_ moment: Timestamp) -> String { CivilDate(moment, offset: 0).iso8601 }

  /// The day as machines write it, such as "2026-05-03".
  package func isoDay(_ moment: Timestamp) -> String { CivilDate(moment, offset: offset(at: moment)).isoDay }

  private func offset(at moment: Timestamp) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.rawValue) / 1000))
  }
}

/// A moment for people, and for machines as ISO 8601 with its offset.
package struct TimeText: Fields {
  package let machine: String
  package let text: String

  package func field(_ name: String) -> Field? {
    switch name {
    case "machine": .text(machine)
    case "text": .text(text)
    default: nil
    }
  }

  static let sample = TimeText(machine: "2026-11-17T09:12+01:00", text: "17 Nov, 09:12")
}

/// A date of the Gregorian calendar from days since 1970, after Howard Hinnant's published algorithm.
struct CivilDate: Equatable {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  private let offset: Int

  init(_ moment: Timestamp, offset: Int) {
    let seconds = Int(moment.rawValue.quotientFlooring(1000)) + offset
    let days = seconds.quotientFlooring(86_400)
    let rest = seconds - days * 86_400
    let shifted = days + 719_468
    let era = shifted.quotientFlooring(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = rest / 3600
    minute = rest % 3600 / 60
    second = rest % 60
    self.offset = offset
  }

  var iso8601: String {
    let zone =
      offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(padded(abs(offset) / 3600)):\(padded(abs(offset) % 3600 / 60))"
    return "\(isoDay)T\(padded(hour)):\(padded(minute))\(zone)"
  }

  /// Four digits of the year, whatever it is: RFC 3339 knows no others.
  var isoDay: String {
    let digits = String(min(max(year, 0), 9999))
    return String(repeating: "0", count: 4 - digits.count) + "\(digits)-\(padded(month))-\(padded(day))"
  }
}

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension FixedWidthInteger {
  fileprivate func quotientFlooring(_ divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
