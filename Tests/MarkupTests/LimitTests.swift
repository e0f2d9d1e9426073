import Testing

@testable import Markup

struct LimitTests {
  private func isPlain(_ source: String) -> Bool {
    renderMarkdown(source, MarkdownOptions(idPrefix: "p12-")).html.hasPrefix("<p class=\"plain\">")
  }

  @Test("a text over a limit is shown as it was written, its lines kept")
  func plain() {
    let brackets = String(repeating: "[", count: 201)
    let rendered = renderMarkdown("*a* <b>\n@kai https://b.example\n\n\(brackets)", MarkdownOptions())
    #expect(rendered.html == "<p class=\"plain\">*a* &lt;b&gt;<br>\n@kai https://b.example<br>\n<br>\n\(brackets)</p>\n")
    #expect(rendered.text == "*a* <b>\n@kai https://b.example\n\n\(brackets)")
    #expect(rendered.mentions.isEmpty && rendered.links.isEmpty)
  }

  static let bounds: [(name: String, within: String, beyond: String)] = [
    ("source", String(repeating: "a", count: 32 * 1024), String(repeating: "a", count: 32 * 1024 + 1)),
    ("quotes", String(repeating: "> ", count: 20) + "a", String(repeating: "> ", count: 21) + "a"),
    ("lists on one line", String(repeating: "- ", count: 20) + "a", String(repeating: "- ", count: 21) + "a"),
    ("lists by indent", indented(20), indented(21)),
    ("emphasis inside emphasis", emphasised(20), emphasised(21)),
    ("brackets", brackets(200), brackets(201)),
    ("brackets behind code", behindCode(200), behindCode(201)),
    ("brackets around code", around(200), around(201)),
    ("brackets in what is no code: escaped", unsure("\\`", 200), unsure("\\`", 201)),
    (
      "brackets in what is no code: too many marks", unsure(String(repeating: "`", count: 33), 200),
      unsure(String(repeating: "`", count: 33), 201)
    ),
    ("brackets after a mark that may be the closing one", unsure("``\n`", 200), unsure("``\n`", 201)),
    ("brackets after what may be an address", unsure("<`>", 200), unsure("<`>", 201)),
    ("brackets in what may be two cells", unsure("` | ", 200), unsure("` | ", 201)),
    ("definitions", definitions(50), definitions(51)),
    ("definitions in quotes and tasks", quoted(50), quoted(51)),
    ("definitions over lines", String(repeating: "[a\nb]:\n/u\n\n", count: 50), String(repeating: "[a\nb]:\n/u\n\n", count: 51)),
    ("columns", table(50, 1), table(51, 1)),
    ("cells of one table", table(50, 99), table(50, 100)),
    ("cells of several tables", table(50, 49) + "\n\n" + table(50, 49), table(50, 49) + "\n\n" + table(50, 50)),
    ("emphasis run", "a" + String(repeating: "*", count: 100) + "b", "a" + String(repeating: "*", count: 101) + "b"),
  ]

  private static func indented(_ depth: Int) -> String {
    (0..<depth).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
  }
  private static func emphasised(_ depth: Int) -> String {
    (0..<depth).map { $0 % 2 == 0 ? "*a " : "**b " }.joined() + "c" + (0..<depth).reversed().map { $0 % 2 == 0 ? " d*" : " e**" }.joined()
  }
  private static func brackets(_ count: Int) -> String {
    String(repeating: "[", count: count) + "a" + String(repeating: "]", count: count)
  }
  private static func behindCode(_ count: Int) -> String {
    // A closer in code closes nothing, so all of these are open; the words make it long enough to cost something.
    String(repeating: "[`]\n`", count: count) + "\n" + String(repeating: "a", count: 32 * 1024 - 5 * count - 2)
  }
  private static func around(_ count: Int) -> String { String(repeating: "[`]`", count: count) }
  /// Looks like code with brackets in it, behind something that may make it words.
  private static func unsure(_ before: String, _ count: Int) -> String { before + String(repeating: "[", count: count) + "`" }
  private static func definitions(_ count: Int) -> String { (0..<count).map { "[a\($0)]: /b\n" }.joined() }
  private static func quoted(_ count: Int) -> String { String(repeating: "> - [ ] [a]: /b\n\n", count: count) }
  private static func table(_ columns: Int, _ rows: Int) -> String {
    String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
      + String(repeating: "|b|\n", count: rows)
  }

  @Test("each limit holds exactly", arguments: bounds.indices)
  func exactly(_ index: Int) {
    let bound = Self.bounds[index]
    #expect(!isPlain(bound.within), "\(bound.name) within")
    #expect(isPlain(bound.beyond), "\(bound.name) beyond")
  }

  @Test(
    "ordinary texts that look costly are not",
    arguments: [
      "```\n" + String(repeating: "[a]: [b [c *********\n", count: 300) + "```",
      "words:\n```log\n" + String(repeating: "[2026] [info] a[1\n", count: 300) + "```\n\nmore\n\n~~~\n"
        + String(repeating: "[a]: b\n", count: 90) + "~~~",
      String(repeating: "[info]: server has started\n", count: 200),
      "words `" + String(repeating: "[ 5%] Built [a] b[", count: 900) + "` and ``" + String(repeating: "a[`]b[ ", count: 900) + "``",
      String(repeating: "*", count: 300), String(repeating: "- ", count: 100),
      String(repeating: "_", count: 200) + "\na\n" + String(repeating: "-", count: 200),
      String(repeating: "- [#1](https://b.example/1) and `c`\n", count: 300),
      String(repeating: "def a(b: list[int]): c[d]: e\n\n", count: 200),
    ])
  func ordinary(_ source: String) {
    #expect(!isPlain(source))
  }

  @Test("a definition used often stops at the output's limit, long or short")
  func amplified() {
    let title = String(repeating: "b", count: 10_000)
    #expect(isPlain("[a]: /c \"\(title)\"\n\n" + String(repeating: "[a] ", count: 4_000)))
    #expect(isPlain("[a]: /\(title)\n\n" + String(repeating: "[a] ", count: 4_000)))
  }

  @Test("a text whose tags come to more than the output's limit is shown without them")
  func manyTags() {
    // Three bytes of the target for each byte written.
    let definition = "[a]: /" + String(repeating: "é", count: 250) + "\n\n"
    #expect(!isPlain(definition + String(repeating: "[a] ", count: 300)))
    #expect(isPlain(definition + String(repeating: "[a] ", count: 400)))
  }

  @Test("a text far over the size is cut at the output's limit, between characters")
  func huge() {
    for unit in ["\"", "é", "👩‍👩‍👧", "\n", "a&"] {
      let rendered = renderMarkdown(String(repeating: unit, count: 1_000_000), MarkdownOptions())
      #expect(rendered.html.utf8.count <= MarkdownLimits.outputBytes)
      #expect(!rendered.html.unicodeScalars.contains("\u{FFFD}"))
      #expect(rendered.html.hasSuffix("…</p>\n"))
    }
  }
}
