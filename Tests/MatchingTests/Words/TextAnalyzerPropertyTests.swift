import Foundation
import Matching
import Testing

@Suite struct TextAnalyzerPropertyTests {
  let analyzer = TextAnalyzer()

  static func isTermScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_" }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .modifierLetter, .otherLetter, .titlecaseLetter, .uppercaseLetter, .letterNumber, .otherNumber: return true
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  @Test("any text gives terms of the alphabet, within bounds, on scalar boundaries", arguments: 0..<400)
  func anyText(seed: Int) {
    var random = Seeded(UInt64(seed))
    let text = random.text(scalars: 300)
    let bytes = Array(text.utf8)
    for term in analyzer.terms(of: text) {
      #expect(!term.text.isEmpty)
      #expect(term.text.utf8.count <= TextAnalyzer.longestTerm)
      #expect(term.text.unicodeScalars.allSatisfy(Self.isTermScalar), "\(term.text.unicodeScalars.map(\.value)) in \(seed)")
      let first = term.text.unicodeScalars.first?.properties.generalCategory
      #expect(first != .nonspacingMark && first != .spacingMark && first != .enclosingMark)
      #expect(!term.range.isEmpty)
      #expect(term.range.upperBound <= bytes.count)
      #expect(bytes[term.range.lowerBound] & 0xC0 != 0x80)
      #expect(term.range.upperBound == bytes.count || bytes[term.range.upperBound] & 0xC0 != 0x80)
    }
  }

  @Test("main terms come in the order of the text", arguments: 0..<100)
  func order(seed: Int) {
    var random = Seeded(UInt64(1_000 + seed))
    let starts = analyzer.terms(of: random.text(scalars: 300)).filter { !$0.isPart }.map(\.range.lowerBound)
    #expect(starts == starts.sorted())
  }

  @Test("a text and its canonical equivalents give the same terms", arguments: 0..<200)
  func canonical(seed: Int) {
    // Letters with their marks in both spellings; what is left out by design or has no composed form is compared as well.
    var random = Seeded(UInt64(2_000 + seed))
    let letters = Array("aeiouyAEIOUYcsznCSZNгкиеГКИЕαιυωΑΙΥΩかきはウガ각한글".unicodeScalars)
    let marks = Array("\u{300}\u{301}\u{302}\u{303}\u{308}\u{30C}\u{327}".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<60 {
      view.append(letters.randomElement(using: &random)!)
      if Bool.random(using: &random), let last = view.last, last.value < 0x3000 { view.append(marks.randomElement(using: &random)!) }
      if Int.random(in: 0..<6, using: &random) == 0 { view.append(" ") }
    }
    let text = String(view)
    let composed = analyzer.terms(of: text.precomposedStringWithCanonicalMapping).map(\.text)
    #expect(composed == analyzer.terms(of: text.decomposedStringWithCanonicalMapping).map(\.text))
  }

  @Test("every letter of Latin, Greek and Cyrillic writing that carries a mark is folded as it decomposes")
  func foldingTable() {
    for value in Array(0xC0...0x24F) + Array(0x370...0x3FF) + Array(0x400...0x4FF) + Array(0x1E00...0x1FFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else { continue }
      let letter = String(scalar)
      let whole = analyzer.terms(of: letter).map(\.text)
      let pieces = analyzer.terms(of: letter.decomposedStringWithCanonicalMapping).map(\.text)
      // One that decomposes to a mark alone has no word in it.
      if pieces.isEmpty { continue }
      #expect(whole == pieces, "U+\(String(value, radix: 16)) \(letter)")
    }
  }

  @Test("a term that no stem is cut from is its own term", arguments: 0..<200)
  func idempotent(seed: Int) {
    var random = Seeded(UInt64(3_000 + seed))
    for term in analyzer.terms(of: random.text(scalars: 200)) where !term.isPart {
      let isPlain = !term.text.utf8.allSatisfy { (97...122).contains($0) } && !term.text.hasPrefix("_") && !term.text.hasSuffix("_pp")
      guard isPlain, !term.text.contains("_") else { continue }
      #expect(
        analyzer.terms(of: term.text).first?.text == term.text || term.text.utf8.count == TextAnalyzer.longestTerm,
        "\(term.text) in \(seed)")
    }
  }

  @Test("every stretch of writing without spaces is found by the pairs of the whole", arguments: ["図書館で本を読む", "한국어를", "ภาษาไทย", "壊れたｶﾞス"])
  func stretches(text: String) {
    let stored = " " + analyzer.termsText(of: text)
    let characters = Array(text)
    for start in characters.indices {
      for end in start + 1...characters.count {
        let query = SearchQuery(String(characters[start..<end]))
        let terms = query.required[0].terms.joined(separator: " ")
        #expect(stored.contains(" " + terms), "\(String(characters[start..<end]))")
      }
    }
  }
}
