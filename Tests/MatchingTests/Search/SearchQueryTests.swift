import Matching
import Testing

@Suite struct SearchQueryTests {
  func required(_ raw: String) -> [[String]] { SearchQuery(raw, lastWordMayGoOn: false).required.map(\.terms) }

  @Test("words, quotes and minus are understood")
  func syntax() {
    #expect(required("reset password") == [["reset"], ["password"]])
    #expect(required("\"reset password\" mail") == [["reset", "password"], ["mail"]])
    #expect(required("“reset password”") == [["reset", "password"]])
    #expect(required("\"never closed") == [["never", "close"]])
    let query = SearchQuery("printer -paper -\"out of ink\" --verbose -")
    #expect(query.required.map(\.terms) == [["printer"], ["verbos"]])
    #expect(query.excluded.map(\.terms) == [["paper"], ["out", "of", "ink"]])
  }

  @Test("a word of several terms is a phrase, a joined word is asked for whole")
  func compounds() {
    #expect(required("step-by-step") == [["step", "by", "step"]])
    #expect(required("camelCase e-mail C++ 2.1.0") == [["camelcas"], ["email"], ["c_pp"], ["2_1_0"]])
    #expect(required("図書館") == [["図書", "書館"]])
  }

  @Test("operators are told from words, with quotes, a minus and capitals")
  func operators() {
    let query = SearchQuery("oven author:ana TAG:\"cold start\" -is:solved category:help before:2024-01-01 After:2023 steam")
    #expect(query.required.map(\.terms) == [["oven"], ["steam"]])
    #expect(
      query.operators.map(\.text) == ["author:ana", "tag:\"cold start\"", "-is:solved", "category:help", "before:2024-01-01", "after:2023"])
    #expect(query.operators.map(\.key) == [.author, .tag, .is, .category, .before, .after])
    #expect(query.words == "oven steam")
  }

  @Test("what only looks like an operator is words")
  func noOperators() {
    for raw in [
      "title:x", "http://example.org", "tag:", "tag: x", "is :solved", "a:b", "tags:x", "\"tag:x\"", ":x", "-tag:", "categoryy:x",
      "t\u{E4}g:x",
    ] {
      #expect(SearchQuery(raw).operators.isEmpty, "\(raw)")
    }
    #expect(SearchQuery("tag:\"").operators == [SearchQuery.Operator(.tag, "")])
  }

  @Test("what is typed is words and operators, and nothing else", arguments: 0..<200)
  func nothingLost(seed: Int) {
    var random = Seeded(UInt64(4_000 + seed))
    let keys = ["tag:", "-author:", "is:", "before:\"", "x", "\"", "-", " "]
    let raw = (0..<8).map { _ in keys.randomElement(using: &random)! + random.text(scalars: 4) }.joined(separator: " ")
    let query = SearchQuery(raw)
    let typed = Set(
      String(raw.prefix(SearchQuery.longestText)).unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\"" && $0 != "-" })
    let kept = Set((query.words + query.operators.map(\.text).joined()).unicodeScalars)
    #expect(
      query.isCut
        || typed.subtracting(kept).allSatisfy {
          "\u{201C}\u{201D}\u{201E}\u{AB}\u{BB}\u{FF02}".unicodeScalars.contains($0) || $0.properties.isUppercase
        }, "\(raw)")
    let again = SearchQuery(query.operators.map(\.text).joined(separator: " ") + " " + query.words)
    #expect(query.isCut || again.operators.map(\.key) == query.operators.map(\.key), "\(raw)")
  }

  @Test("no query sets more than ten conditions, and it is said that there were more")
  func manyOperators() {
    let query = SearchQuery(String(repeating: "tag:x ", count: 33))
    #expect(query.operators.count == SearchQuery.mostOperators && query.isCut)
    #expect(!SearchQuery("tag:x a").isCut)
    #expect(SearchQuery(String(repeating: "ab ", count: 13)).isCut)
    #expect(SearchQuery(String(repeating: "a", count: 201)).isCut)
  }

  @Test("the last word may go on from three letters, unless it is closed by a space, a quote or a minus")
  func prefix() {
    #expect(SearchQuery("pri").required[0].isPrefix)
    #expect(!SearchQuery("pr").required[0].isPrefix)
    #expect(!SearchQuery("pri ").required[0].isPrefix)
    #expect(!SearchQuery("\"pri\"").required[0].isPrefix)
    #expect(!SearchQuery("404").required[0].isPrefix)
    #expect(!SearchQuery("pri x1").required[0].isPrefix)
    #expect(SearchQuery("a -pri").excluded[0].isPrefix == false)
    #expect(SearchQuery("installing").required[0].terms == ["installing"])
    #expect(SearchQuery("installing").required[0].alternative == "instal")
    #expect(SearchQuery("install").required[0].alternative == "instal")
    #expect(SearchQuery("pri").required[0].alternative == nil)
  }

  @Test("one letter of a script without spaces begins the pairs it is in", arguments: ["犬", "猫 か", "\"물\"", "ที่"])
  func oneLetter(raw: String) {
    #expect(SearchQuery(raw).required.allSatisfy { $0.isPrefix })
  }

  @Test(
    "a query without anything to look for is empty", arguments: ["", "  ", "\"\"", "-", "-a", "- -", "🙂", "\u{0}", "***", "\"", "-\"a b\""])
  func empty(raw: String) {
    #expect(SearchQuery(raw).isEmpty)
    #expect(SearchQuery(raw).fts5(columns: ["title"], textColumns: ["title"], excludingScopes: ["c1"]) == nil)
    #expect(SearchQuery(raw).tsquery() == nil)
  }

  @Test("a query of any length is bounded")
  func bounded() {
    let many = SearchQuery(String(repeating: "ab ", count: 100_000))
    #expect(many.required.count == SearchQuery.mostTerms)
    let long = SearchQuery("a" + String(repeating: "\u{301}", count: 1_000_000) + " last")
    #expect(long.required.map(\.terms) == [["a"]])
    #expect(SearchQuery(String(repeating: "犬", count: 500)).required[0].terms.count == SearchQuery.mostTerms)
    let mixed = SearchQuery("\"" + String(repeating: "x1 ", count: 11) + "\" -\"a b c\" d")
    #expect(mixed.required.count == 1 && mixed.required[0].terms.count == 11)
    #expect(mixed.excluded.map(\.terms) == [["a"]])
  }
}
