import Dumps
import Testing

struct HTMLToMarkdownTests {
  static func markdown(_ html: String) -> String { HTMLToMarkdown.markdown(fromHTML: html, linkBase: "https://old.example/questions") }

  @Test(
    "each construct becomes the Markdown a person would write",
    arguments: [
      ("<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code></p>", "a _b_ **c** ~~d~~ `e`"),
      ("<p>a</p>\n\n<p>b\nc</p>", "a\n\nb\nc"),
      ("<h2>a <code>#</code></h2><hr><p>b<br>c</p>", "## a `#`\n\n___\n\nb\\\nc"),
      ("<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>", "> a\n>\n> > b"),
      ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
      ("<ol start=\"9\"><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>", "9. a\n\n   b\n\n10. c"),
      ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
      ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b"),
      ("<ul><li>a<pre><code>b\n</code></pre></li></ul>", "- a\n  ```\n  b\n  ```"),
      ("<pre class=\"lang-c++ s-code-block\"><code>a\n\n  b\n</code></pre>", "```c++\na\n\n  b\n```"),
      ("<pre><code>```\nx\n````</code></pre>", "`````\n```\nx\n````\n`````"),
      ("<p><a href=\"/a/1\">x</a> <a href=\"//h.example/\">y</a></p>", "[x](https://old.example/a/1) [y](https://h.example/)"),
      ("<p><a href=\"https://h.example/a_b\">https://h.example/a_b</a></p>", "<https://h.example/a_b>"),
      ("<p><a href=\"javascript:alert(1)\">x</a> <a href=\"#y\">y</a></p>", "x y"),
      ("<p><img src=\"https://h.example/K.png\" alt=\"a chart\"></p>", "[a chart](https://h.example/K.png)"),
      ("<p><img src=\"https://h.example/K.png?s=1\" alt=\"enter image description here\"></p>", "[K.png](https://h.example/K.png?s=1)"),
      ("<a href=\"https://h.example/K.png\"><img src=\"https://h.example/K.png\"></a>", "[K.png](https://h.example/K.png)"),
      (
        "<a href=\"https://h.example/\"><img src=\"https://i.example/K.png\" alt=\"b\"></a>",
        "[b](https://h.example/) [K.png](https://i.example/K.png)"
      ),
      ("<p>a<sup><a href=\"https://h.example/\">1</a></sup></p>", "a[¹](https://h.example/)"),
      ("<p>10<sup>-6</sup> H<sub>2</sub>O 2<sup>nd</sup> <kbd>Ctrl</kbd></p>", "10⁻⁶ H₂O 2nd `Ctrl`"),
      (
        "<table><thead><tr><th>a</th><th align=\"right\">b</th></tr></thead><tbody><tr><td>c|d</td></tr></tbody></table>",
        "| a | b |\n| --- | ---: |\n| c\\|d |  |"
      ),
      ("<p>$a_b^{*}$ and $$\\frac{1}{2} \\\\ \\{x\\}$$</p>", "$a_b^{\\*}$ and $$\\frac{1}{2} \\\\\\\\ \\\\{x\\\\}$$"),
      ("<p>@kai mail a@b.example, www.x.example http://y.example</p>", "\\@kai mail a\\@b.example, www\\.x.example http\\://y.example"),
      ("<em><p>a</p><p>b</p></em>", "_a_\n\n_b_"),
      ("<p><strong> a </strong>b<em></em></p>", "**a** b"),
      ("<p><strong>a:</strong>b x<em>y</em>z</p>", "**a:**&#98; x*y*z"),
      ("<script>alert(1)</script><style>p{}</style><!-- x -->", ""),
    ])
  func construct(_ html: String, _ markdown: String) {
    #expect(Self.markdown(html) == markdown)
  }

  @Test(
    "words that look like the beginning of a block stay words",
    arguments: [
      ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("> a", "\\> a"),
      ("a\n===", "a\n\\==="),
      ("a\n---", "a\n\\---"), ("a | b\n|---|---|", "a | b\n\\|---|---|"), ("-1 is less", "-1 is less"), ("1.5 m", "1.5 m"),
    ])
  func lineStarts(_ words: String, _ markdown: String) {
    #expect(Self.markdown("<p>\(words.replacing(">", with: "&gt;"))</p>") == markdown)
  }

  @Test("an importer can put other nodes in the place of its forum's own boxes")
  func rewriting() {
    let markdown = HTMLToMarkdown.markdown(
      fromHTML: "<p>a</p><aside class=\"onebox x\" data-src=\"https://h.example/\"><p>noise</p></aside>",
      rewriting: { element in
        guard element.classes.contains("onebox"), let target = element.attributes["data-src"] else { return nil }
        return [.element(HTMLElement("p", [:], [.element(HTMLElement("a", ["href": target], [.text(target)]))]))]
      })
    #expect(markdown == "a\n\n<https://h.example/>")
  }

  @Test("boxes nested deeper than our Markdown shows keep their words")
  func deepNesting() {
    let count = 60
    let markdown = Self.markdown(
      String(repeating: "<blockquote>", count: count) + "deep" + String(repeating: "</blockquote>", count: count))
    #expect(markdown.hasSuffix(" deep"))
    #expect(markdown.utf8.filter { $0 == UInt8(ascii: ">") }.count <= 20)
    let hostile = Self.markdown(String(repeating: "<b><i>", count: 50_000) + "deep")
    #expect(hostile.utf8.count < 1_000)
  }
}
