import Foundation

extension Handle {
  /// The handle a name suggests; nil when nothing of it can be written in `a-z`, and the member's number must serve.
  package init?(from name: DisplayName) {
    guard let slug = latinSlug(name.text, most: Handle.most) else { return nil }
    self.init(plain: slug)
  }
}

/// A text in `a-z0-9` with single hyphens between its words: Latin letters lose their marks, German, Cyrillic and Greek are written out.
/// Nil when fewer than two characters are left.
func latinSlug(_ text: String, most: Int) -> String? {
  var slug = ""
  for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
    var part = latin(scalar)
    if part == nil {
      part = String(String.UnicodeScalarView([scalar])).decomposedStringWithCompatibilityMapping.unicodeScalars
        .reduce(into: "") { $0 += latin($1) ?? "" }
    }
    if let part, !part.isEmpty {
      slug += part
    } else if !isSilent(scalar), !slug.isEmpty, slug.last != "-" {
      slug += "-"
    }
  }
  var cut = slug.prefix(most)
  while cut.last == "-" { cut.removeLast() }
  return cut.utf8.count < 2 ? nil : String(cut)
}

/// Marks and apostrophes join what stands around them: "O'Hara" is one word.
private func isSilent(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .format: true
  default: scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2BC}" || scalar == "ъ" || scalar == "ь"
  }
}

private func latin(_ scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: String(String.UnicodeScalarView([scalar]))
  case 0x300...0x36F: ""
  default: writtenOut[scalar]
  }
}

private let writtenOut: [Unicode.Scalar: String] = [
  "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ð": "d", "þ": "th", "đ": "d", "ħ": "h",
  "ı": "i", "ł": "l", "ŋ": "n", "ŧ": "t", "ə": "e",
  "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
  "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
  "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj",
  "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
  "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
  "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
  "ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o",
]
