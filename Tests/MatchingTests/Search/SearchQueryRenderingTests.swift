import Matching
import Testing

@Suite struct SearchQueryRenderingTests {
  func fts5(_ raw: String, scopes: [String] = []) -> String? {
    SearchQuery(raw).fts5(columns: ["title"], textColumns: ["title", "body"], excludingScopes: scopes)
  }

  @Test("an FTS5 expression quotes every term and closes the scopes it must not show")
  func fts5Form() {
    #expect(fts5("reset ") == #"{"title"} : ("reset")"#)
    #expect(fts5("\"reset password\" ma") == #"{"title"} : ("reset" + "password" AND "ma")"#)
    #expect(fts5("installing") == #"{"title"} : (("installing" * OR "instal"))"#)
    #expect(
      fts5("-ink print", scopes: ["c17", "c18"])
        == #"(({"title"} : ("print" *)) NOT ({"title" "body"} : ("ink"))) NOT ({"scope"} : ("c17" OR "c18"))"#)
  }

  @Test("a tsquery quotes every term")
  func tsqueryForm() {
    #expect(SearchQuery("reset ").tsquery() == "'reset'")
    #expect(SearchQuery("\"a b\" -\"c d\" -e print").tsquery() == "('a' <-> 'b') & 'print':* & !('c' <-> 'd') & !'e'")
    #expect(SearchQuery("installing").tsquery(weights: "A") == "('installing':*A | 'instal':A)")
  }

  @Test(
    "nothing of what is typed is syntax",
    arguments: [
      "\"", "\"\"\"", "a\"b", "'; DROP TABLE x; --", "AND", "OR NOT", "NEAR(a b, 5)", "a AND", "NOT a", "^start", "end*", "a* b*",
      "title:x", "{title}: x",
      "a\u{0}b", "a:b:c", "(((", ")))", "a)(b", "- a", "a - b", "a + b", "\\", "a\\'b", "%_%", "a:*B", "!a & b | c", "<-> a", "\u{202E}a",
      "+-+", "a,b",
    ])
  func hostile(raw: String) {
    for text in [raw, raw + " x y", "x \"" + raw + "\" y", "x -" + raw] { Self.check(SearchQuery(text), text) }
  }

  @Test("nothing of any text is syntax", arguments: 0..<300)
  func random(seed: Int) {
    var random = Seeded(UInt64(9_000 + seed))
    let text = random.text(scalars: 60)
    Self.check(SearchQuery(text), text)
  }

  static func check(_ query: SearchQuery, _ text: String) {
    guard let fts5 = query.fts5(columns: ["title"], textColumns: ["title", "body"], excludingScopes: ["c1"]) else { return }
    // Without what stands between quotes only our own words are left. By scalar: a mark may join a quote to one character.
    let words = Self.outside(fts5, quote: "\"")
    let ours = words.outside.split { " (){}:+*".unicodeScalars.contains($0) }.map { String(String.UnicodeScalarView($0)) }
    #expect(Set(ours).isSubset(of: ["AND", "OR", "NOT"]), "\(text): \(fts5)")
    #expect(words.inside.allSatisfy { TextAnalyzerPropertyTests.isTermScalar($0) }, "\(text): \(fts5)")
    let tsquery = query.tsquery() ?? ""
    let lexemes = Self.outside(tsquery, quote: "'")
    #expect(lexemes.outside.allSatisfy { " ()&|!<->:*".unicodeScalars.contains($0) }, "\(text): \(tsquery)")
    #expect(lexemes.inside.allSatisfy { TextAnalyzerPropertyTests.isTermScalar($0) }, "\(text): \(tsquery)")
  }

  static func outside(_ text: String, quote: Unicode.Scalar) -> (outside: [Unicode.Scalar], inside: [Unicode.Scalar]) {
    var found: (outside: [Unicode.Scalar], inside: [Unicode.Scalar]) = ([], [])
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar == quote {
        isInside.toggle()
      } else if isInside {
        found.inside.append(scalar)
      } else {
        found.outside.append(scalar)
      }
    }
    return found
  }
}
