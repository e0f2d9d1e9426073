/// One form of a plural, by CLDR's names.
enum PluralCategory: String, Sendable, CaseIterable {
  case one, two, few, many, other
}

/// Which form a whole number takes, after the rules that CLDR publishes for each language; a language that is not named here counts as
/// English does. `zero=` in a message is the number 0 in every language and is asked for before this.
enum PluralRule: Sendable, Hashable {
  case oneAndOther, zeroIsOne, alike, eastSlavic, polish, czech, slovenian, lithuanian, romanian, hebrew, arabic

  init(of primary: String) {
    self =
      switch primary {
      case "fr", "hy", "hi", "bn", "fa", "pt": .zeroIsOne
      case "id", "ja", "ko", "lo", "ms", "my", "th", "vi", "zh": .alike
      case "be", "bs", "hr", "ru", "sr", "uk": .eastSlavic
      case "pl": .polish
      case "cs", "sk": .czech
      case "sl": .slovenian
      case "lt": .lithuanian
      case "ro", "mo": .romanian
      case "he": .hebrew
      case "ar": .arabic
      default: .oneAndOther
      }
  }

  /// The forms a message in the language can need.
  var categories: Set<PluralCategory> {
    switch self {
    case .alike: [.other]
    case .oneAndOther, .zeroIsOne: [.one, .other]
    case .eastSlavic, .polish: [.one, .few, .many, .other]
    case .czech, .lithuanian, .romanian: [.one, .few, .other]
    case .slovenian: [.one, .two, .few, .other]
    case .hebrew: [.one, .two, .other]
    case .arabic: [.one, .two, .few, .many, .other]
    }
  }

  func category(of number: Int) -> PluralCategory {
    let number = number.magnitude
    let (ten, hundred) = (number % 10, number % 100)
    let isTeen = (11...19).contains(hundred)
    switch self {
    case .alike: return .other
    case .oneAndOther: return number == 1 ? .one : .other
    case .zeroIsOne: return number < 2 ? .one : .other
    case .eastSlavic:
      if ten == 1, hundred != 11 { return .one }
      return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
    case .polish:
      if number == 1 { return .one }
      return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
    case .czech: return number == 1 ? .one : (2...4).contains(number) ? .few : .other
    case .slovenian: return hundred == 1 ? .one : hundred == 2 ? .two : (3...4).contains(hundred) ? .few : .other
    case .lithuanian: return isTeen ? .other : ten == 1 ? .one : ten > 1 ? .few : .other
    case .romanian: return number == 1 ? .one : number == 0 || (1...19).contains(hundred) ? .few : .other
    case .hebrew: return number == 1 ? .one : number == 2 ? .two : .other
    case .arabic:
      if number == 1 { return .one }
      if number == 2 { return .two }
      return (3...10).contains(hundred) ? .few : (11...99).contains(hundred) ? .many : .other
    }
  }
}
