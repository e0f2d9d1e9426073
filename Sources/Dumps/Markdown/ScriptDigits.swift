/// Raised and lowered figures as characters of their own, since Markdown has no mark for them: 10⁶ must not become 106.
enum ScriptDigits {
  private static let plain = Array("0123456789+-=()n".unicodeScalars)
  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ".unicodeScalars)
  private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ".unicodeScalars)

  /// The text as raised or lowered characters, or nil if some have no such form.
  static func shifted(_ text: String, up: Bool) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let index = plain.firstIndex(of: scalar) else { return nil }
      result.append(up ? raised[index] : lowered[index])
    }
    return result.isEmpty ? nil : String(result)
  }

  /// The text with all such characters on the line again, so that comparison sees the same words.
  static func unshifted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0xB2 && (raised.contains($0) || lowered.contains($0)) }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (raised.firstIndex(of: scalar) ?? lowered.firstIndex(of: scalar)).map { plain[$0] } ?? scalar
        }))
  }
}
