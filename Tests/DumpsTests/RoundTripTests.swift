import Dumps
import Markup
import Testing

/// What an import shows in the end: converted, rendered by our own Markdown, and read again.
struct RoundTripTests {
  static func rendered(_ html: String) -> RenderedMarkdown {
    renderMarkdown(HTMLToMarkdown.markdown(fromHTML: html), MarkdownOptions())
  }

  @Test(
    "what Markdown makes hard still reads the same",
    arguments: [
      "<ul><li><p>a</p><pre><code>x\n\n    y\n</code></pre><blockquote><p>q</p></blockquote></li><li>b</li></ul><p>after</p>",
      "<ol><li>a<ol start=\"3\"><li>b</li></ol></li></ol><ol><li>c</li></ol><ul><li>d</li></ul><ul></ul><ul><li></li><li>e</li></ul>",
      "<ul><li><ul><li>a</li></ul></li><li><hr></li><li><h3>h</h3>t</li><li><pre>p</pre></li><li><blockquote>q</blockquote>t</li></ul>",
      "<blockquote><ul><li>a<blockquote>b</blockquote></li></ul><pre>c\n\n d</pre></blockquote><blockquote>e</blockquote>",
      "<p>f<strong>\"o\"</strong>o <em>b</em>a<strong>r</strong><em>x</em><strong>y <em>z</em></strong> <em><strong>q</strong></em>.<s>n</s>w</p>",
      "<p><code>`</code> <code>``a`</code> <code> a </code> <code>a|b</code> <code>\\*</code> <code>a\nb</code></p>",
      "<p>a<br><br>b<br></p><h1>c<br>d #</h1><h2>##</h2>",
      "<p><a href=\"https://h.example/a_(b)_[c]*?x=1&amp;lt;y&amp;amp=2\">*[x]*</a> and <a href=\"https://h.example/ü?q=a b\">!</a></p>",
      "<p><em>x <a href=\"https://h.example/a,_b_(c)~~d~~*e*\">y</a></em> <b><i><a href=\"https://h.example/_f_\">z</a></i></b></p>",
      "<p>wow!<a href=\"https://h.example/\">x</a> [y](https://h.example/) [z]: https://h.example/ &lt;https://h.example/&gt;</p>",
      "<p>@kai a@b.example http://h.example/ HTTPS://H.example www.h.example &amp;lt; &lt;b&gt; AT&amp;T ~~x~~ __y__ ~z~</p>",
      "<p>$x_1 * y_{2}^* \\\\ \\{ \\| z \\rangle$ $$\\begin{pmatrix} 1 &amp; 0 \\\\ 0 &amp; 1\\end{pmatrix}$$</p>",
      "<p>- a</p><p>+ b</p><p>1. c</p><p># d</p><p>&gt; e</p><p>a\n---</p><p>b\n===</p><p>a|b\n-|-</p><p>a|b\n:-|-:</p><p>```x</p><p>~~~</p>",
      "<ul><li>[ ] a</li><li>[x] b</li></ul><p>    four</p><p>&nbsp;&nbsp;&nbsp;&nbsp;nbsp</p><p>***</p><p>___</p><p>- - -</p>",
      "<table><tr><th>a<th><code>b|c</code><tr><td><a href=\"https://h.example/?a|b\">x|y</a><td><p>p</p><p>q</p></table>",
      "<ul><li>a<table><tr><td>b</td></tr></table>c</li></ul>",
    ])
  func hard(_ html: String) {
    let shown = Self.rendered(html)
    let fidelity = Fidelity(source: html, rendered: shown.html)
    #expect(fidelity.words == 1, "\(fidelity.firstDifference ?? "") in \(shown.html)")
    #expect(fidelity.differences.isEmpty, "\(shown.html)")
    #expect(shown.mentions.isEmpty)
  }

  @Test("any words at all come out as the same words, whatever marks are among them")
  func anyWords() {
    let pieces = [
      "a", "b", "1", "é", "字", " ", " ", "\n", "*", "**", "_", "__", "`", "``", "~~", "~", "[", "]", "(", ")", "](", "!", "![", "<", ">",
      "&", "&amp;",
      ";", "#", "-", "+", "=", "---", "===", "1.", "2)", "|", "|-|", ":", "\\", "\\\\", "$", "$$", "@kai", "http://h.example",
      "www.h.example", "\"",
      "'", "{", "}", "^", "%", "/", ".", ",", "?", "\u{A0}", "“", "—", "```", "~~~", "[x]: ", "[ ] ",
    ]
    var random = SeededRandom(seed: 7)
    for _ in 1...2_000 {
      let words = (1...Int.random(in: 1...14, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let html = Self.escaped(words)
      for source in [
        "<p>\(html)</p>", "<ul><li>\(html)</li></ul>", "<blockquote><p>\(html)</p></blockquote>", "<p>x <b>\(html)</b>y<i>\(html)</i></p>",
      ] {
        let shown = Self.rendered(source)
        let fidelity = Fidelity(source: source, rendered: shown.html)
        if fidelity.words < 1 || !fidelity.differences.isEmpty || !shown.mentions.isEmpty {
          Issue.record("\(fidelity.firstDifference ?? "mention") in \(source)\n\(HTMLToMarkdown.markdown(fromHTML: source))\n\(shown.html)")
          return
        }
      }
    }
  }

  @Test("any tree of blocks comes out with the same lists, items, quotes and code")
  func anyTree() {
    var random = SeededRandom(seed: 11)
    for _ in 1...800 {
      let source = (1...3).map { _ in Self.block(depth: 0, &random) }.joined()
      let shown = Self.rendered(source)
      let fidelity = Fidelity(source: source, rendered: shown.html)
      if fidelity.words < 1 || !fidelity.differences.isEmpty {
        Issue.record("\(fidelity.firstDifference ?? "") in \(source)\n\(HTMLToMarkdown.markdown(fromHTML: source))\n\(shown.html)")
        return
      }
    }
  }

  private static func block(depth: Int, _ random: inout SeededRandom) -> String {
    switch Int.random(in: 0...(depth > 3 ? 4 : 8), using: &random) {
    case 0: return "<p>word \(Int.random(in: 0...9, using: &random)). <code>c</code></p>"
    case 1:
      return "<pre><code>\(["x\n", "\n\nx", "- x\n    y\n", "```", "", "  ", "&gt; q"].randomElement(using: &random) ?? "")</code></pre>"
    case 2: return "<h3>head <em>line</em></h3>"
    case 3: return "<hr>"
    case 4: return "loose words\n"
    case 5: return "<blockquote>\(blocks(depth + 1, &random))</blockquote>"
    case 6: return "<ul>\(items(depth + 1, &random))</ul>"
    case 7: return "<ol start=\"\(Int.random(in: 0...11, using: &random))\">\(items(depth + 1, &random))</ol>"
    default: return "<ul>\(items(depth + 1, &random))</ul><ul>\(items(depth + 1, &random))</ul>"
    }
  }

  private static func blocks(_ depth: Int, _ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in block(depth: depth, &random) }.joined()
  }

  private static func items(_ depth: Int, _ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in "<li>\(blocks(depth, &random))</li>" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}

/// The same numbers for the same seed, so that a failure can be seen again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0x9FB2_1C65_1E98_DF25
  }
}
