import Matching
import Testing

@Suite struct TextAnalyzerTests {
  let analyzer = TextAnalyzer()

  func main(_ text: String) -> [String] { analyzer.terms(of: text).filter { !$0.isPart }.map(\.text) }
  func parts(_ text: String) -> [String] { analyzer.terms(of: text).filter(\.isPart).map(\.text) }

  @Test(
    "what people type alike is one term",
    arguments: [
      ("English", ["install", "Installed", "installing", "installation", "INSTALLATIONS"]),
      ("German", ["Straße", "STRASSE", "strasse", "STRAẞE"]),
      ("umlauts", ["Müller", "muller", "MU\u{308}LLER"]),
      ("French", ["l'École", "école", "d’école", "ecole"]),
      ("Turkish", ["Isparta", "ISPARTA", "ısparta", "İsparta", "isparta"]),
      ("Vietnamese", ["Việt", "Vie\u{323}\u{302}t", "viet"]),
      ("Polish and Danish", ["Łódź", "lodz", "LØDZ"]),
      ("Russian", ["ёлка", "Ёлка", "ЕЛКА", "е\u{308}лка"]),
      ("Greek", ["Σίσυφος", "ΣΙΣΥΦΟΣ", "σισυφοσ"]),
      ("Arabic", ["مُحَمَّد", "محمد", "محـمد"]),
      ("Arabic alef", ["أحمد", "احمد"]),
      ("Hebrew", ["שָׁלוֹם", "שלום"]),
      ("Korean", ["한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"]),
      ("Japanese", ["ガギ", "ｶﾞｷﾞ", "カ\u{3099}キ\u{3099}"]),
      ("full width", ["ＡＢＣ１２", "abc12"]),
      ("digits", ["٣٤٥", "345", "३४५"]),
      ("ligature", ["ﬁle", "file"]),
      ("apostrophes", ["don't", "don’t", "dont"]),
      ("possessive", ["Ana's", "ana", "ANA’S"]),
      ("hyphens", ["e-mail", "E-Mail", "email", "emails"]),
      ("versions", ["2.1.0", "v2.1.0", "V2.1.0"]),
      ("soft hyphen", ["in\u{AD}for\u{AD}ma", "informa"]),
    ])
  func alike(language: String, spellings: [String]) {
    let terms = spellings.map(main)
    #expect(terms[0].isEmpty == false)
    for (spelling, found) in zip(spellings, terms) { #expect(found == terms[0], "\(language): \(spelling)") }
  }

  @Test(
    "words that mean different things stay apart",
    arguments: [
      ("c", "c++"), ("c", "c#"), ("c++", "c#"), ("net", ".net"), ("general", "generate"), ("internal", "international"), ("news", "new"),
      ("university", "universal"), ("2.1", "21"), ("שלום", "שלומ"),
    ])
  func apart(one: String, other: String) { #expect(main(one) != main(other)) }

  @Test(
    "joined words are one term and their pieces are parts",
    arguments: [
      ("snake_case", ["snake_case"], ["snake", "case"]),
      ("camelCase", ["camelcas"], ["camel", "case"]),
      ("HTTPServer", ["httpserver"], ["http", "server"]),
      ("iPhone15", ["iphone15"], ["i", "phone", "15"]),
      ("PDFs", ["pdfs"], []),
      ("node.js", ["node_js"], ["node", "js"]),
      ("2.1.0", ["2_1_0"], ["2_1"]),
      ("192.168.0.1", ["192_168_0_1"], ["192_168"]),
      ("on .NET", ["on", "_net"], ["net"]),
      ("C++", ["c_pp"], []),
      ("Notepad++ 8", ["notepad_pp", "8"], ["notepad"]),
      ("C# and F#.", ["c_sharp", "and", "f_sharp"], []),
      ("ana@example.com", ["ana_at_example_com"], ["ana", "example_com", "exampl", "com"]),
      ("https://example.com/a-b", ["example_com", "ab"], ["exampl", "com", "a", "b"]),
      ("step-by-step", ["step", "by", "step"], []),
      ("2024-06-01", ["2024", "06", "01"], []),
      ("__init__", ["init"], []),
      ("Wait...what", ["wait", "what"], []),
      ("--verbose", ["verbos"], []),
    ])
  func joined(text: String, expected: [String], expectedParts: [String]) {
    #expect(main(text) == expected)
    #expect(parts(text) == expectedParts)
  }

  @Test(
    "scripts without spaces become overlapping pairs",
    arguments: [
      ("図書館", ["図書", "書館"], ["館"]),
      ("犬", ["犬"], []),
      ("한국어를 배우다", ["한국", "국어", "어를", "배우", "우다"], ["를", "다"]),
      ("ภาษาไทย", ["ภา", "าษ", "ษา", "าไ", "ไท", "ทย"], ["ย"]),
      ("ที่นี่", ["ที่นี่"], ["นี่"]),
      ("iPhoneが壊れた", ["iphon", "が壊", "壊れ", "れた"], ["i", "phone", "た"]),
    ])
  func unspaced(text: String, expected: [String], expectedParts: [String]) {
    #expect(main(text) == expected)
    #expect(parts(text) == expectedParts)
  }

  @Test(
    "signs, pictures and controls are no words",
    arguments: [
      "", " ", "👨‍👩‍👧", "🇩🇪", "\u{0}\u{1}", "...", "\u{301}\u{302}", "'", "@_.-", "\u{200D}", "+++", "—", "\u{FF9E}", "\u{E33}", "\u{102B}",
    ])
  func noWords(text: String) { #expect(analyzer.terms(of: text).isEmpty) }

  @Test("ranges tell where a word stands in the text")
  func ranges() {
    let text = "Zürich: camelCase, l'été"
    let found = analyzer.terms(of: text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == ["Zürich", "camelCase", "camel", "Case", "l'été"])
  }

  @Test("the stored text keeps phrases together and parts apart from them")
  func storedText() {
    #expect(analyzer.termsText(of: "my iPhone works") == "my iphon work _ i phone")
    #expect(analyzer.termsText(of: "two words") == "two word")
    #expect(analyzer.termsText(of: "") == "")
  }

  @Test("a long word is cut between scalars and still finds itself")
  func longWord() {
    let long = String(repeating: "é", count: 5_000) + String(repeating: "ж", count: 5_000)
    let terms = analyzer.terms(of: long)
    #expect(terms.count == 1)
    #expect(terms[0].text.utf8.count == TextAnalyzer.longestTerm)
    #expect(terms == analyzer.terms(of: long))
    #expect(analyzer.terms(of: String(repeating: "ж", count: 500))[0].text.utf8.count == TextAnalyzer.longestTerm)
  }

  @Test("one text makes a bounded number of terms", arguments: ["a ", "a.", "a_", "aB", "1.", "a@b.", "犬", "ab1-"])
  func bounded(unit: String) {
    #expect(analyzer.terms(of: String(repeating: unit, count: 100_000)).count <= TextAnalyzer.mostTerms)
  }
}
