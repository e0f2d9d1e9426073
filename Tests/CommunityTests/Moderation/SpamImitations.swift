/// Six kinds of spam as forums get it, imitated by hand. Written before there was a scorer, and without sight of any weights; the addresses are of
/// names kept for examples. `{a|b}` is one of its parts.
enum SpamImitations: String, CaseIterable {
  case shop, backlinks, supportNumber, investment, essaysJobsDating, vaguePraise

  /// So many texts of this kind, the same in every run.
  func texts(_ count: Int) -> [String] {
    (0..<count).map { number in
      var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(rawValue.utf8.count) &* 7919 &+ 1
      return Spintax.expand(templates[number % templates.count]) { most in
        state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
        state ^= state >> 31
        return Int(state % UInt64(most))
      }
    }
  }

  /// 400 in all.
  static var all: [(kind: SpamImitations, texts: [String])] {
    allCases.enumerated().map { index, kind in (kind, kind.texts(index < 4 ? 67 : 66)) }
  }

  private var templates: [String] {
    switch self {
    case .shop: Self.shopTemplates
    case .backlinks: Self.backlinkTemplates
    case .supportNumber: Self.supportTemplates
    case .investment: Self.investmentTemplates
    case .essaysJobsDating: Self.essayTemplates
    case .vaguePraise: Self.praiseTemplates
    }
  }
}

/// Texts with choices in them.
enum Spintax {
  /// Every `{a|b}` becomes one of its parts, inner ones too; `choose` picks below a number.
  static func expand(_ template: String, choose: (Int) -> Int) -> String {
    var rest = Array(template)[...]
    return sequence(&rest, choose)
  }

  private static func sequence(_ rest: inout ArraySlice<Character>, _ choose: (Int) -> Int) -> String {
    var text = ""
    while let character = rest.first, character != "}", character != "|" {
      rest.removeFirst()
      if character == "{" { text += choice(&rest, choose) } else { text.append(character) }
    }
    return text
  }

  private static func choice(_ rest: inout ArraySlice<Character>, _ choose: (Int) -> Int) -> String {
    var parts: [String] = []
    while true {
      parts.append(sequence(&rest, choose))
      if rest.popFirst() != "|" { return parts[choose(parts.count)] }
    }
  }
}
