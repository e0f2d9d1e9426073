import Matching
import Testing

@Suite struct ExcerptTests {
  func excerpt(_ text: String, _ raw: String, length: Int = 200) -> Excerpt {
    Excerpt(of: text, matching: SearchQuery(raw, lastWordMayGoOn: false), analyzer: TextAnalyzer(), length: length)
  }

  func marked(_ excerpt: Excerpt) -> String { excerpt.pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() }

  @Test("the words looked for are marked as they stand in the text")
  func marks() {
    #expect(marked(excerpt("We installed   the Printer\n\nyesterday.", "printer installing")) == "We [installed] the [Printer] yesterday.")
    #expect(marked(excerpt("Use camelCase here", "case")) == "Use camel[Case] here")
    #expect(marked(excerpt("東京の図書館で本を読む", "図書館")) == "東京の[図書館]で本を読む")
    #expect(marked(excerpt("犬と犬小屋", "犬")) == "[犬と犬小]屋" || marked(excerpt("犬と犬小屋", "犬")).contains("[犬"))
  }

  @Test("a phrase is marked only where its words follow one another")
  func phrases() {
    #expect(marked(excerpt("paper and jam, then a paper jam", "\"paper jam\"")) == "paper and jam, then a [paper jam]")
    #expect(marked(excerpt("paper paper jam", "\"paper jam\"")) == "paper [paper jam]")
  }

  @Test("the window is where the most different words are, cut between words")
  func window() {
    let filler = String(repeating: "lorem ipsum dolor ", count: 60)
    let found = excerpt("printer printer printer " + filler + "the printer has no ink at all " + filler, "printer ink", length: 100)
    #expect(marked(found).contains("the [printer] has no [ink] at all"))
    #expect(found.isCutAtStart && found.isCutAtEnd)
    let words = found.pieces.map(\.text).joined().split(separator: " ")
    let known: Set<Substring> = ["lorem", "ipsum", "dolor", "the", "printer", "has", "no", "ink", "at", "all"]
    #expect(Set(words).isSubset(of: known))
  }

  @Test("a text without a match shows its beginning, a short one is shown whole")
  func noMatch() {
    let text = String(repeating: "abc def ", count: 100)
    let found = excerpt(text, "zzz", length: 50)
    #expect(found.pieces.count == 1 && !found.isCutAtStart && found.isCutAtEnd)
    #expect(found.pieces[0].text.count <= 50 && found.pieces[0].text.hasPrefix("abc def"))
    #expect(marked(excerpt("short", "")) == "short")
    #expect(excerpt("", "a").pieces.isEmpty)
  }

  @Test("a match near the end shows what leads to it")
  func nearEnd() {
    let text = String(repeating: "word ", count: 100) + "needle"
    let found = excerpt(text, "needle", length: 100)
    #expect(found.isCutAtStart && !found.isCutAtEnd)
    #expect(found.pieces.map(\.text).joined().count > 90)
  }

  @Test("any text gives whole characters of itself, within the length", arguments: 0..<200)
  func anyText(seed: Int) {
    var random = Seeded(UInt64(5_000 + seed))
    let text = random.text(scalars: 400)
    let words = TextAnalyzer().terms(of: text).map(\.text)
    let raw = (0..<3).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
    let found = excerpt(text, raw, length: 60)
    let isSpace = { (character: Character) in
      character.isWhitespace || character.unicodeScalars.first?.properties.generalCategory == .control
    }
    let own = Array(text.split(whereSeparator: isSpace).joined(separator: " ").unicodeScalars)
    let shown = found.pieces.map(\.text).joined()
    // Compared by scalars: a mark that stood behind a control joins the space that is shown for it.
    var scalars = Array(shown.unicodeScalars.drop { $0 == " " })
    if scalars.last == " " { scalars.removeLast() }
    #expect(shown.count <= 60)
    #expect(scalars.isEmpty || own.indices.contains { own[$0...].starts(with: scalars) }, "seed \(seed)")
    #expect(raw.isEmpty || found.pieces.contains { $0.isMatch }, "seed \(seed): \(raw)")
  }

  @Test("one endless character is left out rather than cut")
  func endless() {
    let found = excerpt("needle a" + String(repeating: "\u{301}", count: 16_000), "needle")
    #expect(found.pieces.map(\.text).joined().utf8.count <= 200 * 16)
    #expect(marked(found).hasPrefix("[needle]"))
  }
}
