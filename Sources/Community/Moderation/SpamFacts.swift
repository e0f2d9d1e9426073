/// What the form of a text says, whatever its words: how many links, numbers to call, sums of money, shouting, disguise.
struct SpamFacts {
  private var links = 0
  private var digits = 0
  private var longNumbers = 0
  private var money = 0
  private var shouted = 0
  private var words = 0
  private var pictures = 0
  private var disguised = false
  private var mixesScripts = false
  private var endsWithLink = false
  private var hands = 0
  private var asks = false
  private var hasPhone = false
  private var hasMail = false
  private var domains: Set<String> = []

  /// Notes the facts and answers the text without what is no prose. One pass over its words.
  mutating func takeOut(of text: String) -> String {
    var prose = ""
    for word in text.split(whereSeparator: { $0.isWhitespace || "[]()<>".contains($0) }) {
      if let domain = Self.domain(of: word) {
        links += 1
        domains.insert(domain)
        endsWithLink = true
        continue
      }
      if word.contains(where: \.isLetter) { endsWithLink = false }
      note(word)
      prose += word + " "
    }
    let folded = FoldedText(prose)
    disguised = folded.disguised != nil
    mixesScripts = Script.mixesWithinWord(prose)
    asks = text.contains("?")
    (hasPhone, hasMail) = (Self.hasPhone(text), Self.hasMail(text))
    return prose
  }

  /// Nine digits or more with nothing but the signs of telephone numbers between them.
  private static func hasPhone(_ text: String) -> Bool {
    var run = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal {
        run += 1
        if run >= 9 { return true }
      } else if scalar.properties.isAlphabetic || scalar == "\n" || scalar == ":" || scalar == "/" {
        run = 0
      }
    }
    return false
  }

  private static func hasMail(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.dropFirst().dropLast().contains { index in
      bytes[index] == UInt8(ascii: "@") && isWord(bytes[index - 1]) && isWord(bytes[index + 1])
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func note(_ word: Substring) {
    words += 1
    var run = 0
    for scalar in word.unicodeScalars {
      if scalar.properties.numericType != nil { run += 1 }
      if "$€£₽₹".unicodeScalars.contains(scalar) || scalar == "%" { money += 1 }
      if scalar.properties.isEmojiPresentation { pictures += 1 }
    }
    if word.hasPrefix("@") { hands += 1 }
    digits += run
    if run >= 7 { longNumbers += 1 }
    let letters = word.filter(\.isLetter)
    if letters.count >= 4, letters.allSatisfy(\.isUppercase) { shouted += 1 }
  }

  /// The host a word leads to; nil for what is no address.
  private static func domain(of word: Substring) -> String? {
    let small = word.lowercased()
    for start in ["https://", "http://", "www."] {
      guard let range = small.firstRange(of: start) else { continue }
      return String(small[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
    }
    return nil
  }

  /// Each as a person is told of it. Domains are told by their parts, which return where whole names do not.
  var names: [String] {
    var names: [String] = []
    func note(_ holds: Bool, _ name: String) { if holds { names.append(name) } }
    // What spam wants of its reader lies elsewhere, whatever the way there is.
    let leads = links > 0 || hasPhone || hasMail || hands > 0
    note(!leads, "no way elsewhere")
    note(leads, "a way elsewhere")
    note(leads && words < 40, "a short text with a way elsewhere")
    note(hasPhone, "a telephone number")
    note(hasMail, "an e-mail address")
    note(links == 1, "a link")
    note(links >= 2, "links")
    note(endsWithLink, "a link at the end")
    note(links > 0 && words < 25, "a short text with a link")
    note(digits >= 10, "many digits")
    note(longNumbers > 0, "a long number")
    note(money > 0, "money or per cent")
    note(money >= 3, "much money")
    note(shouted > 0, "capitals")
    note(pictures > 0, "pictograms")
    note(hands > 0, "an @ handle")
    note(disguised, "disguised words")
    note(mixesScripts, "mixed scripts")
    note(asks, "a question")
    note(words < 12, "few words")
    note(words > 120, "many words")
    for domain in domains.sorted().prefix(10) {
      names.append(domain)
      for part in domain.split(whereSeparator: { $0 == "." || $0 == "-" }) where part.count > 2 { names.append(part + " in a link") }
    }
    return names
  }
}
