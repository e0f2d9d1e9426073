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

  @Test("filters that do not exist yet are words")
  func filters() {
    #expect(required("author:ana is:solved before:2024-01-01") == [["author", "ana"], ["is", "solv"], ["befor", "2024", "01", "01"]])
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
