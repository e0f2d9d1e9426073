import Foundation

/// How a password looks to somebody guessing: its letters without disguise, its decoration, its patterns.
struct PasswordShape: Sendable {
  private let plain: [Character]

  init(_ text: String) {
    plain = Array(text.lowercased())
  }

  /// Nothing but keyboard rows, alphabet and digit runs, repetitions or a date.
  var isPattern: Bool {
    Set(plain).count <= 2 || repeatedUnit(of: plain).map { $0.count <= 4 } == true || Self.isRuns(plain[...]) || Self.isDate(plain[...])
  }

  /// What is left when decoration is taken off: the whole, the whole without digits and signs around it that say nothing, each as
  /// it is, with digits read as the letters they look like, and once if it is the same word twice.
  var cores: Set<String> {
    var cores: Set<String> = []
    for core in [plain[...], undecorated(plain[...], tail: Self.saysNothing)] {
      for letters in [Array(core)] + Self.readings(of: core) {
        cores.insert(String(letters))
        if let unit = repeatedUnit(of: letters) { cores.insert(String(unit)) }
      }
    }
    return cores
  }

  /// Whether this is just that name: the whole or one word of it, whatever digits and signs are around it.
  func isJust(_ name: String) -> Bool {
    let name = name.precomposedStringWithCanonicalMapping.lowercased()
    let words = name.split { !$0.isLetter && !$0.isNumber }.map(Array.init)
    let whole = Array(words.joined())
    var names: Set<String> = []
    for letters in words + [whole, words.reversed().flatMap(\.self)] {
      names.insert(String(letters))
      names.insert(String(undecorated(letters[...]) { _ in true }))
    }
    names = names.filter { $0.count >= 3 }
    let joined = plain.filter { $0.isLetter || $0.isNumber }
    let bare = undecorated(joined[...]) { _ in true }
    var mine: Set<String> = [String(joined), String(bare)]
    for letters in Self.readings(of: joined[...]) + Self.readings(of: bare) { mine.insert(String(letters)) }
    for letters in [joined, Array(bare)] {
      if let unit = repeatedUnit(of: letters) { mine.insert(String(unit)) }
    }
    return !names.isDisjoint(with: mine)
  }

  private func undecorated(_ text: ArraySlice<Character>, tail mayGo: (ArraySlice<Character>) -> Bool) -> ArraySlice<Character> {
    guard let first = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter) else { return text }
    let start = mayGo(text[..<first]) ? first : text.startIndex
    let end = mayGo(text[(last + 1)...]) ? last + 1 : text.endIndex
    return text[start..<end]
  }

  private func repeatedUnit(of text: [Character]) -> [Character]? {
    guard text.count >= 2 else { return nil }
    for length in 1...(text.count / 2) where text.count.isMultiple(of: length) {
      if text.indices.allSatisfy({ text[$0] == text[$0 % length] }) { return Array(text[..<length]) }
    }
    return nil
  }

  /// Up to five digits or signs, a run of them, or a date: what people add when told to.
  private static func saysNothing(_ decoration: ArraySlice<Character>) -> Bool {
    decoration.count <= 5 || isRuns(decoration) || isDate(decoration)
  }

  private static func readings(of text: ArraySlice<Character>) -> [[Character]] {
    ["i", "l"].map { one in text.map { $0 == "1" ? one : lookalikes[$0] ?? $0 } }
  }

  private static let lookalikes: [Character: Character] = [
    "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s", "!": "i", "|": "l", "+": "t", "€": "e",
  ]
}

extension PasswordShape {
  // Rows, columns and zigzags of the common keyboards, the alphabets, and the digits both ways round the zero.
  private static let tracks: [[Character]] = [
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiopü", "yxcvbnm", "azertyuiop",
    "qsdfghjklm", "wxcvbn", "asdfghjklöä", "asdfghjklñ", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "!@#$%^&*()", "!\"§$%&/()=", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0", "1a2b3c4d5e6f7g8h9i0j", "a1b2c3d4e5f6g7h8i9j0", "2468013579", "147258369", "789456123",
  ].flatMap { [Array($0), $0.reversed()] }

  /// Whether the text can be cut into runs of three or more along a track or on one key.
  private static func isRuns(_ text: ArraySlice<Character>) -> Bool {
    var ends: Set<Int> = [text.startIndex]
    for start in text.indices where ends.contains(start) {
      let length = longestRun(at: text[start...])
      if length >= 3 { ends.formUnion(start + 3...start + length) }
    }
    return !text.isEmpty && ends.contains(text.endIndex)
  }

  private static func longestRun(at text: ArraySlice<Character>) -> Int {
    guard let first = text.first else { return 0 }
    var longest = text.prefix { $0 == first }.count
    for track in tracks {
      for start in track.indices where track[start] == first {
        longest = max(longest, zip(track[start...], text).prefix { $0 == $1 }.count)
      }
    }
    return longest
  }

  /// Eight digits that are a day of the last or this century, whichever way round they are written.
  private static func isDate(_ text: ArraySlice<Character>) -> Bool {
    let digits = text.filter { !"-./ ".contains($0) }.compactMap(\.wholeNumberValue)
    guard digits.count == 8, text.allSatisfy({ $0.isNumber || "-./ ".contains($0) }) else { return false }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    func isDay(_ one: Int, _ other: Int) -> Bool {
      ((1...12).contains(one) && (1...31).contains(other)) || ((1...31).contains(one) && (1...12).contains(other))
    }
    return ((1900...2099).contains(number(0..<4)) && isDay(number(4..<6), number(6..<8)))
      || ((1900...2099).contains(number(4..<8)) && isDay(number(0..<2), number(2..<4)))
  }
}
