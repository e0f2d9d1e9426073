import Foundation

/// What a name looks like at a glance: letters that can be taken for each other become one, all else falls away.
/// Two names with a skeleton in common can be mistaken for each other. After the idea of Unicode Technical Standard 39.
struct Skeleton: Hashable {
  let text: String

  /// `i` and `l` and all that looks like either become one: the strictest reading, for reserved words.
  static func strict(_ name: String) -> Skeleton { Skeleton(name, strokes: "l", smallI: "l", smallL: "l") }

  /// The readings of a capital I, a digit 1 and a bar: as `i` and as `l`. Small `i` and `l` stay apart, for names of people.
  static func readings(_ name: String) -> Set<Skeleton> {
    [Skeleton(name, strokes: "i", smallI: "i", smallL: "l"), Skeleton(name, strokes: "l", smallI: "i", smallL: "l")]
  }

  private init(_ name: String, strokes: Character, smallI: Character, smallL: Character) {
    var letters = ""
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar {
      case "I", "1", "|", "!", "\u{406}", "\u{4C0}", "\u{399}", "\u{2223}": letters.append(strokes)
      case "i", "\u{131}", "\u{456}", "\u{3B9}", "\u{458}": letters.append(smallI)
      case "l", "\u{4CF}": letters.append(smallL)
      default:
        if let alike = lookAlikes[scalar] {
          letters.append(alike)
        } else if scalar.properties.isAlphabetic, scalar.properties.generalCategory != .nonspacingMark {
          letters += Self.folded(scalar)
        } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
          letters += String(Int(value))
        }
      }
    }
    text = letters.replacing(pair: "rn", by: "m").replacing(pair: "vv", by: "w")
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    let small = scalar.properties.lowercaseMapping
    guard let first = small.unicodeScalars.first, let alike = lookAlikes[first] else { return small }
    return String(alike)
  }
}

/// Digits and letters of Cyrillic, Greek and beyond that are taken for a Latin letter.
private let lookAlikes: [Unicode.Scalar: Character] = [
  "0": "o", "2": "z", "3": "e", "4": "a", "5": "s", "6": "b", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s", "€": "e", "+": "t",
  // Cyrillic
  "а": "a", "в": "b", "ь": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "є": "e", "э": "e", "ҽ": "e", "ғ": "f", "ԍ": "g", "һ": "h",
  "н": "h", "і": "i", "ј": "j", "к": "k", "қ": "k", "ӏ": "l", "м": "m", "п": "n", "ո": "n", "о": "o", "р": "p", "ԛ": "q", "г": "r",
  "я": "r", "ѕ": "s", "т": "t", "υ": "u", "ц": "u", "ѵ": "v", "ԝ": "w", "ш": "w", "х": "x", "у": "y", "ү": "y", "з": "e", "и": "n",
  // Greek
  "α": "a", "β": "b", "ϲ": "c", "δ": "d", "ε": "e", "ζ": "z", "η": "n", "κ": "k", "μ": "u", "ν": "v", "ο": "o", "π": "n", "ρ": "p",
  "σ": "o", "ς": "c", "τ": "t", "χ": "x", "γ": "y", "ω": "w",
  // Capitals that do not look like their small letters
  "Α": "a", "Β": "b", "Γ": "r", "Δ": "d", "Ε": "e", "Ζ": "z", "Η": "h", "Κ": "k", "Μ": "m", "Ν": "n", "Ο": "o", "Ρ": "p", "Σ": "e",
  "Τ": "t",
  "Υ": "y", "Χ": "x", "В": "b", "Ь": "b",
  // Latin with strokes, and others
  "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ŧ": "t", "ƀ": "b", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʀ": "r", "ᴀ": "a", "ᴅ": "d",
  "ᴇ": "e", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ꜱ": "s", "ᴛ": "t", "օ": "o", "ս": "u",
]

extension String {
  fileprivate func replacing(pair: String, by letter: Character) -> String {
    let pair = Array(pair)
    let letters = Array(self)
    var result = ""
    var index = 0
    while index < letters.count {
      if index + 1 < letters.count, letters[index] == pair[0], letters[index + 1] == pair[1] {
        result.append(letter)
        index += 2
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return result
  }
}
