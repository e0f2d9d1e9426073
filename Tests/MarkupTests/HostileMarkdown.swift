/// Texts made to cost a Markdown parser far more than their length; each grows to any size.
struct HostileMarkdown: Sendable {
  let name: String
  /// Repeated together until the size is reached; the others stand once.
  let parts: [(text: String, repeats: Bool)]
  /// The whole text, for patterns that are more than a repetition; repeated as a whole.
  let sample: String?

  init(_ name: String, _ parts: [(text: String, repeats: Bool)], sample: String? = nil) {
    self.name = name
    self.parts = parts
    self.sample = sample
  }

  func text(bytes: Int) -> String {
    if let sample {
      return prefix(of: String(repeating: sample, count: bytes / max(1, sample.utf8.count) + 1), bytes)
    }
    let fixed = parts.filter { !$0.repeats }.reduce(0) { $0 + $1.text.utf8.count }
    let once = parts.filter(\.repeats).reduce(0) { $0 + $1.text.utf8.count }
    let count = once == 0 ? 1 : max(1, (bytes - fixed) / once)
    return parts.map { $0.repeats ? String(repeating: $0.text, count: count) : $0.text }.joined()
  }

  private func prefix(of text: String, _ bytes: Int) -> String {
    String(decoding: Array(text.utf8.prefix(bytes)), as: UTF8.self)
  }

  /// Our own, beside the shared ones: what the limits, the writer and the search for links and mentions could be slow at.
  static let ours: [HostileMarkdown] = [
    HostileMarkdown("nested brackets with a definition", [("[a]: /u\n\n", false), ("[", true), ("a", false), ("]", true)]),
    HostileMarkdown("nested brackets on lines of their own", [("[\n", true), ("a", false), ("]\n", true)]),
    HostileMarkdown("nested brackets closed after code", [("[a]: /u\n\n", false), ("[`]`", true), ("]", true)]),
    HostileMarkdown(
      "just under the open brackets",
      [("[a]: /u\n\n", false), (String(repeating: "[", count: 199) + "a" + String(repeating: "]", count: 199), true)]),
    HostileMarkdown(
      "just under, on lines",
      [("[a]: /u\n\n", false), (String(repeating: "[\n", count: 199) + "a" + String(repeating: "]\n", count: 199), true)]),
    HostileMarkdown("a bracket a line", [("[a]\n", true)]),
    HostileMarkdown("two brackets a line, defined", [("[a]: /u\n\n", false), ("[a] [a]\n", true)]),
    HostileMarkdown("a long definition used often", [("[a]: /", false), ("x", true), ("\n\n", false), ("[a] ", true)]),
    HostileMarkdown("a long escaped definition used often", [("[a]: /", false), ("\\!", true), ("\n\n", false), ("[a]\n\n", true)]),
    HostileMarkdown("a long title used often", [("[a]: /u \"", false), ("&amp;", true), ("\"\n\n", false), ("[a] ", true)]),
    HostileMarkdown("a long definition, images", [("[a]: /", false), ("x", true), ("\n\n", false), ("![][a]", true)]),
    HostileMarkdown("definitions over several lines", [("[a\nb]:\n/u\n", true)]),
    HostileMarkdown("definitions in items", [("- [ ] [a]: /u\n", true)]),
    HostileMarkdown("escaped definitions", [("[a\\\\]: /u\n", true)]),
    HostileMarkdown("definitions after a tilted fence", [(" ```\n```\n", false), ("[a]: /u\n", true)]),
    HostileMarkdown("brackets after a table with a fence in it", [("a|b\n-|-\n```\n\n[a]: /u\n\n", false), ("[", true), ("]", true)]),
    HostileMarkdown("quotes in lists", [("> - ", true), ("a", false)]),
    HostileMarkdown("quotes and lists, many lines", [("> - > - > - > - > - > - > - > - > - a\n", true)]),
    HostileMarkdown("numbers in numbers", [("1. ", true), ("a", false)]),
    HostileMarkdown("twenty quotes, then lazy lines", [(String(repeating: ">", count: 20) + "a\n", false), ("a\n", true)]),
    HostileMarkdown("tabs before items", [("\t- a\n", true)]),
    HostileMarkdown("tabs", [("\t", true)]),
    HostileMarkdown("tables one after the other", [("a|b\n-|-\n\n", true)]),
    HostileMarkdown(
      "a table of fifty columns",
      [(String(repeating: "|a", count: 50) + "\n" + String(repeating: "|-", count: 50) + "\n", false), ("|\n", true)]),
    HostileMarkdown("a table of short rows", [("|a|b|\n|-|-|\n", false), ("|\n", true)]),
    HostileMarkdown("delimiter rows", [("|-|-|-|-\n", true)]),
    HostileMarkdown("table cells of code", [("a|b\n-|-\n", false), ("`|`|``\n", true)]),
    HostileMarkdown("unclosed tags", [("<a ", true)]),
    HostileMarkdown("unclosed attributes", [("<a b=\"", true)]),
    HostileMarkdown("autolinks that never close", [("<a:", true)]),
    HostileMarkdown("a long autolink that never closes", [("<http:", true), ("x", true)]),
    HostileMarkdown("comments", [("<!-- a --", true)]),
    HostileMarkdown("cdata", [("<![CDATA[", true)]),
    HostileMarkdown("runs of a hundred", [(String(repeating: "*", count: 100) + "a ", true)]),
    HostileMarkdown("runs of growing length", [], sample: (1...90).map { String(repeating: "*", count: $0) + "a" }.joined()),
    HostileMarkdown("openers, then closers", [("**a ", true), ("b", false), (" c**", true)]),
    HostileMarkdown("stars and underscores crossing", [("*a_b**c__", true)]),
    HostileMarkdown("intraword stars", [("a*b**c***", true)]),
    HostileMarkdown("strikes", [("~~a ~~b", true)]),
    HostileMarkdown("lone tildes", [("~a ", true)]),
    HostileMarkdown("escaped tildes", [("\\~", true)]),
    HostileMarkdown("entities", [("&amp;", true)]),
    HostileMarkdown("unknown entities", [("&zzzzzzzzzz;", true)]),
    HostileMarkdown("quotation marks", [("\"", true)]),
    HostileMarkdown("numbered entities", [("&#34;&#x3c;", true)]),
    HostileMarkdown("escapes", [("\\<\\\"", true)]),
    HostileMarkdown("code runs of growing length", [], sample: (1...80).map { String(repeating: "`", count: $0) + " " }.joined()),
    HostileMarkdown("mail addresses", [("a@b.co ", true)]),
    HostileMarkdown("mail without end", [("a@", true)]),
    HostileMarkdown("mail of dots", [("a.", true), ("@", false), ("b.", true)]),
    HostileMarkdown("many at signs, long domain", [("@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.", true)]),
    HostileMarkdown("web addresses in web addresses", [("http://a", true)]),
    HostileMarkdown("web addresses with a name before the host", [("http://a@", true)]),
    HostileMarkdown("brackets at the end of an address", [("http://a.b/", false), ("(", true), (")", true)]),
    HostileMarkdown("punctuation after an address", [("http://a.b/", false), ("x.", true), ("!", true)]),
    HostileMarkdown("bare addresses", [("www.", true)]),
    HostileMarkdown("mentions", [("@ab ", true)]),
    HostileMarkdown("mentions close together", [("@ab,", true)]),
    HostileMarkdown("mentions of everybody", [], sample: (0..<6000).map { "@m\($0) " }.joined()),
    HostileMarkdown("headings alike", [("# a\n", true)]),
    HostileMarkdown("headings numbered alike", [], sample: (2...1500).map { "# a\n# a \($0)\n" }.joined()),
    HostileMarkdown("empty headings", [("#\n", true)]),
    HostileMarkdown("fences", [("```\n", true)]),
    HostileMarkdown("fences with words", [("~~~ a\nb\n~~~\n", true)]),
    HostileMarkdown("rules", [("***\n", true)]),
    HostileMarkdown("empty items", [("-\n", true)]),
    HostileMarkdown("done tasks", [("- [x] a\n", true)]),
    HostileMarkdown("underlines", [("a\n=\n", true)]),
    HostileMarkdown("hard breaks", [("a  \n", true)]),
    HostileMarkdown("links with titles", [("[a](/u \"", true)]),
    HostileMarkdown("links with open parentheses", [("[a](/((((((((((((((((((((((((((((((", true)]),
    HostileMarkdown("links in links", [("[a](/u ", true), (")", true)]),
    HostileMarkdown("images in images", [("![", true), ("a", false), ("](/u)", true)]),
    HostileMarkdown("labels of almost a thousand", [("[" + String(repeating: "a ", count: 495) + "\n", true)]),
    HostileMarkdown("capital letters that fold long", [("[ẞ]: /u\n\n", false), ("[ẞẞẞẞ] ", true)]),
    HostileMarkdown("combining marks", [("a\u{301}\u{301}\u{301}", true)]),
    HostileMarkdown("bidi overrides", [("\u{202E}a\u{2066}", true)]),
    HostileMarkdown("returns", [("\r\n\r", true)]),
  ]
}
