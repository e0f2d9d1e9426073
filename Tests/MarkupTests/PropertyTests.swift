import Testing

@testable import Markup

/// What holds for every text: the output is within its limit, is read one way only, and holds nothing that was not allowed.
struct PropertyTests {
  static func problem(_ source: String) -> String? {
    let rendered = renderMarkdown(source, MarkdownOptions(idPrefix: "p12-", handles: mentionedHandles(in: source), pictures: true))
    if rendered.html.utf8.count > MarkdownLimits.outputBytes { return "\(rendered.html.utf8.count) bytes" }
    do {
      let html = try StrictHTML(rendered.html)
      let hrefs = html.all("a").compactMap { $0.attributes["class"] == nil ? $0.attributes["href"] : nil }
      if hrefs != rendered.links { return "links told: \(rendered.links), made: \(hrefs)" }
      let mentioned = Set(
        html.all("a").compactMap { $0.attributes["class"] != "mention" ? nil : $0.attributes["href"]?.dropFirst(3) }.map(String.init))
      if mentioned != Set(rendered.mentions) || mentioned.count != rendered.mentions.count { return "mentions told: \(rendered.mentions)" }
      let shown = html.all("img").compactMap { $0.attributes["src"]?.dropFirst(3).prefix(24) }.map(String.init)
      if Set(shown) != Set(rendered.pictures) || shown.count > MarkdownLimits.pictures { return "pictures told: \(rendered.pictures)" }
      let ids = html.elements.compactMap { $0.attributes["id"] }
      if Set(ids).count != ids.count { return "ids twice: \(ids)" }
      // Blocks are parted differently in the two; everything else is the same.
      if html.shown.filter({ $0 > 0x20 }) != Array(rendered.text.utf8).filter({ $0 > 0x20 }) { return "text differs from what is shown" }
    } catch {
      return "\(error)"
    }
    return nil
  }

  /// What stands for a hidden tilde inside; from outside it must not come through as one.
  private static let hiddenTilde = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)

  private static let pieces = [
    "![", "](/i/abcdefghijklmnopqrstuv23-80x60.png)", "![a](/i/abcdefghijklmnopqrstuv23-80x60.png)",
    "/i/abcdefghijklmnopqrstuv23-9000x60.jpg",
    "a", "b c", " ", "  ", "\n", "\n\n", "    ", "\t", "*", "**", "***", "_", "__", "~", "~~", "`", "``", "```", "~~~", "[", "]", "(", ")",
    "](", "![", "<", ">", "&", "&amp;", "&#60;", "&lt;", ";", ":", "]: ", "[a]: /b", "[a]", "[a](/b)", "\\", "|", "|-|", "a|b\n-|-\n", "# ",
    "## ",
    "- ", "+ ", "1. ", "7) ", "- [ ] ", "- [x] ", "> ", "---", "===", "***\n", "@", "@kai", "@ana-b", "http://", "https://b.example",
    "www.b.example",
    "kai@b.example", "mailto:", "javascript:", "javascript:alert(1)", "//", "/", "\"", "'", "<script>", "</p>", "<img src=x onerror=a>",
    "<https://b>",
    "<a@b.cd>", "\u{0}", "\r", "\u{202E}", hiddenTilde, "é", "你好", "👩‍👩‍👧", "\u{301}", "\u{200D}", "\"\u{301}", "x", "=", "!", ".", ",", "$",
    "{", "}",
  ]

  @Test("any mixture of marks gives well-formed, allowed HTML", arguments: 1...8)
  func mixtures(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<1_000 {
      let count = Int.random(in: 1...60, using: &random)
      let source = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      if let problem = Self.problem(source) { Issue.record("\(source.debugDescription): \(problem)") }
    }
  }

  @Test("any bytes read as text give well-formed, allowed HTML", arguments: 1...4)
  func bytes(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 1...200, using: &random)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0x20...0x7E, using: &random)
      }
      let source = String(decoding: bytes, as: UTF8.self)
      if let problem = Self.problem(source) { Issue.record("\(source.debugDescription): \(problem)") }
    }
  }

  @Test("the same text gives the same HTML")
  func deterministic() {
    let source = Self.pieces.joined(separator: " ")
    #expect(renderMarkdown(source, MarkdownOptions()) == renderMarkdown(source, MarkdownOptions()))
  }
}
