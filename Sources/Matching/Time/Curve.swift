/// Logarithms and powers, alike on every machine to the last bit, so that rankings are too.
enum Curve {
  private static let ln2 = 0.693147180559945309417232121458

  /// The natural logarithm of a number above 0.
  static func log(_ number: Double) -> Double {
    var (significand, exponent) = (number.significand, Double(number.exponent))
    if significand > 1.4142135623730951 { (significand, exponent) = (significand / 2, exponent + 1) }
    // 2 artanh of this: it is under 0.172, so that 10 terms are more than a Double holds.
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 21.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return exponent * ln2 + 2 * ratio * sum
  }

  /// 2 to the power of a number.
  static func exp2(_ number: Double) -> Double {
    guard number > -1_000 else { return 0 }
    let whole = number.rounded()
    // At most 0.35 from 0, so that 14 terms are more than a Double holds.
    let rest = (number - whole) * ln2
    var sum = 1.0
    for divisor in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / divisor }
    return Double(sign: .plus, exponent: Int(min(whole, 1_000)), significand: 1) * sum
  }

  /// A number above 0 to a power.
  static func power(_ number: Double, _ power: Double) -> Double { exp2(power * log(number) / ln2) }
}
