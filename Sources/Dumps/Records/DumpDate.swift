/// The dates of dumps: `2018-03-12T17:00:45.567`, always UTC, with or without the fraction and a closing `Z`.
enum DumpDate {
  /// Milliseconds since 1970 UTC, or nil for anything that is no such date.
  static func milliseconds(_ text: String) -> Int64? {
    var bytes = text.utf8[...]
    if bytes.last == UInt8(ascii: "Z") { bytes.removeLast() }
    guard let year = digits(4, from: &bytes), skip("-", in: &bytes),
      let month = digits(2, from: &bytes), skip("-", in: &bytes),
      let day = digits(2, from: &bytes), skip("T", in: &bytes),
      let hour = digits(2, from: &bytes), skip(":", in: &bytes),
      let minute = digits(2, from: &bytes), skip(":", in: &bytes),
      let second = digits(2, from: &bytes),
      (1...12).contains(month), day >= 1, day <= length(of: month, in: year), hour < 24, minute < 60, second < 61
    else { return nil }
    var fraction: Int64 = 0
    if !bytes.isEmpty {
      guard skip(".", in: &bytes), !bytes.isEmpty, bytes.count <= 9 else { return nil }
      for place in 0..<3 {
        fraction *= 10
        if place < bytes.count {
          guard let digit = digits(1, from: bytes.dropFirst(place)) else { return nil }
          fraction += digit
        }
      }
      guard bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    }
    return (((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction
  }

  private static func skip(_ sign: Unicode.Scalar, in bytes: inout Substring.UTF8View) -> Bool {
    guard bytes.first == UInt8(ascii: sign) else { return false }
    bytes.removeFirst()
    return true
  }

  private static func digits(_ count: Int, from bytes: inout Substring.UTF8View) -> Int64? {
    defer { bytes = bytes.dropFirst(count) }
    return digits(count, from: bytes)
  }

  private static func digits(_ count: Int, from bytes: Substring.UTF8View) -> Int64? {
    let taken = bytes.prefix(count)
    guard taken.count == count, taken.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return taken.reduce(0) { $0 * 10 + Int64($1 - 48) }
  }

  private static func length(of month: Int64, in year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The civil calendar counted in years that begin in March, so that the leap day is a year's last.
  private static func daysSinceEpoch(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
