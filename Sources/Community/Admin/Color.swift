import Foundation

/// A colour of the screen, and how well it is read on another.
package struct Color: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// Out of `#rrggbb`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"),
      text.utf8.dropFirst().allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255))
  }

  /// As it is written in a style sheet.
  package var text: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  package static let white = Color(255, 255, 255)
  package static let black = Color(0, 0, 0)

  /// How bright it is to the eye, from 0 to 1, as WCAG 2.2 reckons it.
  package var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// From 1, which cannot be told apart, to 21, black on white: as WCAG 2.2 reckons it.
  package func contrast(to other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// So many 255th of the way to another.
  func mixed(_ part: Int, with other: Color) -> Color {
    func mix(_ own: UInt8, _ other: UInt8) -> UInt8 { UInt8((Int(own) * (255 - part) + Int(other) * part + 127) / 255) }
    return Color(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }
}

/// What a colour is read on: the pages' light ground or their dark one.
package enum Ground: Sendable, CaseIterable {
  case light, dark
  /// What is read needs this much (WCAG 2.2, 1.4.3).
  package static let least = 4.5

  /// Where it is hardest to read. Of the light grounds that is the darkest one, of the dark ones the lightest: white, and black, are easier.
  package var color: Color { self == .light ? Color(0xF3, 0xF1, 0xED) : Color(0x1D, 0x1F, 0x21) }
  /// Where readable colours lie.
  private var far: Color { self == .light ? .black : .white }

  /// The nearest colour of the same hue that can be read on it; the colour itself where it can.
  package func readable(_ color: Color) -> Color {
    let part = (0...255).first { color.mixed($0, with: far).contrast(to: self.color) >= Self.least }
    return color.mixed(part ?? 255, with: far)
  }

  /// A stronger one, for what the mouse is over.
  func stronger(_ color: Color) -> Color { color.mixed(56, with: far) }
  /// A ground of its own hue, on which it can still be read.
  func softer(_ color: Color) -> Color {
    let base = self == .light ? Color.white : self.color
    let part = stride(from: 36, through: 0, by: -4).first { color.contrast(to: base.mixed($0, with: color)) >= Self.least }
    return base.mixed(part ?? 0, with: color)
  }
}

/// The colour of links and buttons, as it is on light pages and on dark ones: no colour can be read on both.
package struct Accent: Sendable, Hashable {
  package let light: Color
  package let dark: Color

  /// Nil where one of them cannot be read.
  init?(light: Color, dark: Color) {
    guard light.contrast(to: Ground.light.color) >= Ground.least, dark.contrast(to: Ground.dark.color) >= Ground.least else { return nil }
    (self.light, self.dark) = (light, dark)
  }

  /// As it was typed: nothing, one colour for light pages, or one for each. Throws ``ForumError/invalid(_:)`` with the nearest that can be read.
  package static func parse(light: String, dark: String) throws -> Accent? {
    var problems: [FieldProblem] = []
    func read(_ raw: String, _ field: String, on ground: Ground) -> Color? {
      let raw = raw.trimmingCharacters(in: .whitespaces)
      if raw.isEmpty { return nil }
      guard let color = Color(raw) else {
        problems.append(FieldProblem(field, Problem(.colorBad)))
        return nil
      }
      let readable = ground.readable(color)
      if readable != color { problems.append(FieldProblem(field, Problem(.contrastLow, word: readable.text))) }
      return color
    }
    let first = read(light, "accent", on: .light)
    let second = read(dark, "accentDark", on: .dark)
    if first == nil, second != nil, problems.isEmpty { problems.append(FieldProblem("accent", Problem(.empty))) }
    guard problems.isEmpty else { throw ForumError.invalid(problems) }
    return first.flatMap { Accent(light: $0, dark: second ?? Ground.dark.readable($0)) }
  }

  /// As it is kept.
  package var text: String { "\(light.text) \(dark.text)" }
  init?(_ kept: String) {
    let parts = kept.split(separator: " ").map { Color(String($0)) }
    guard parts.count == 2, let light = parts[0], let dark = parts[1] else { return nil }
    self.init(light: light, dark: dark)
  }

  /// The name of its style sheet. It changes with the colours, and its number with what is made of them.
  package var sheetName: String { "accent-1-\(light.text.dropFirst())-\(dark.text.dropFirst()).css" }

  /// What stands in its style sheet: outside of any layer, and so stronger than the house's own colours.
  package var sheet: String {
    func pair(_ name: String, _ make: (Ground, Color) -> Color) -> (name: String, light: Color, dark: Color) {
      (name, make(.light, light), make(.dark, dark))
    }
    let pairs = [pair("accent") { $1 }, pair("accent-strong") { $0.stronger($1) }, pair("accent-soft") { $0.softer($1) }]
    let plain = pairs.map { "--\($0.name): \($0.light.text);" }.joined(separator: " ")
    let both = pairs.map { "--\($0.name): light-dark(\($0.light.text), \($0.dark.text));" }.joined(separator: " ")
    return ":root { \(plain) }\n@supports (color: light-dark(#000, #fff)) { :root { \(both) } }\n"
  }
}
