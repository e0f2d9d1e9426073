/// How a catalog's readers write a large number; the message `number.group` is what stands between thousands.
struct GroupedNumber: Sendable {
  let separator: String

  init(_ catalog: any WordCatalog) { separator = catalog.message("number.group") ?? "" }

  func text(_ number: Int) -> String {
    guard number.magnitude >= 1000, !separator.isEmpty else { return String(number) }
    var bytes: [UInt8] = []
    Self.append(number, separatedBy: Array(separator.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `separator` may be escaped already, as it must be in HTML.
  static func append(_ number: Int, separatedBy separator: [UInt8], to out: inout [UInt8]) {
    guard number.magnitude >= 1000 else { return appendNumber(number, to: &out) }
    let digits = String(number.magnitude).utf8
    if number < 0 { out.append(UInt8(ascii: "-")) }
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { out += separator }
      out.append(digit)
    }
  }
}
