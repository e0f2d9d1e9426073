import Testing

@testable import Markup

/// One line per construct: what is written and what is shown.
struct ConstructTests {
  static func html(_ source: String, prefix: String = "") -> String {
    renderMarkdown(source, MarkdownOptions(idPrefix: prefix)).html
  }

  @Test(
    "each construct becomes its element",
    arguments: [
      ("a *b* **c** ~~d~~ `e`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>\n"),
      ("a\nb", "<p>a\nb</p>\n"),
      ("a  \nb", "<p>a<br>\nb</p>\n"),
      ("a\\\nb", "<p>a<br>\nb</p>\n"),
      ("a\r\nb\rc", "<p>a\nb\nc</p>\n"),
      ("> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"),
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
      ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
      ("7) a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n"),
      ("***", "<hr>\n"),
      ("", ""), (" \n\n", ""), ("#", ""),
    ])
  func construct(_ source: String, _ html: String) {
    #expect(Self.html(source) == html)
  }

  @Test("headings start below the page's own and take no id without a prefix")
  func headings() {
    #expect(
      Self.html("# a\n## b\n### c\n#### d\n###### e")
        == "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n<h5>e</h5>\n")
    #expect(renderMarkdown("# a\n### c", MarkdownOptions(topHeading: 2)).html == "<h2>a</h2>\n<h3>c</h3>\n")
  }

  @Test("headings of one post never share an id, whatever their words")
  func headingIDs() {
    let html = Self.html("# Über *uns*!\n# Über uns\n# a\n# a\n# a 2\n# ???\n# \"><b>", prefix: "p12-")
    #expect(html.contains("<h3 id=\"p12-über-uns\">Über <em>uns</em>!</h3>"))
    let ids = ["über-uns", "über-uns-2", "a", "a-2", "a-2-2", "section", "b"]
    for id in ids { #expect(html.contains("id=\"p12-\(id)\""), "\(id) in \(html)") }
  }

  @Test("a box of code can be reached, is named, and keeps its text as it is")
  func code() {
    let box = "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code"
    #expect(
      Self.html("```Swift x\na <b> \"c\"\n  @kai https://a.b\n```") == box
        + " class=\"language-swift\">a &lt;b&gt; &quot;c&quot;\n  @kai https://a.b\n</code></pre>\n")
    #expect(Self.html("    a") == box + ">a\n</code></pre>\n")
    #expect(Self.html("~~~c++\n~~~") == box + " class=\"language-c++\"></code></pre>\n")
    #expect(Self.html("```a\"b\n```") == box + "></code></pre>\n")
    #expect(Self.html("```" + String(repeating: "a", count: 21) + "\n```") == box + "></code></pre>\n")
    #expect(Self.html("```~a\n~b\n```") == box + ">~b\n</code></pre>\n")
  }

  @Test("a table has headed columns, alignment by class, and stands in a box that can be reached")
  func table() {
    #expect(
      Self.html("|a|b|c|\n|-|:-:|-:|\n|1|*2*|\\||")
        == """
        <div class="table-box" tabindex="0" role="group" aria-label="Table"><table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="c">b</th>
        <th scope="col" class="r">c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="c"><em>2</em></td>
        <td class="r">|</td>
        </tr>
        </tbody>
        </table></div>

        """)
  }

  @Test("a short delimiter row makes a table, but in code it is left as it was written")
  func shortDelimiterRows() {
    for row in ["|-|-|", "-|-", "> |-|:-|", ":-|-:", "|--|---|"] {
      let quote = row.hasPrefix(">") ? "> " : ""
      #expect(Self.html(quote + "|a|b|\n" + row).contains("<table>"), "\(row)")
    }
    for code in ["```\n|a|\n|-|\n```", "    |a|\n    |-|", "- ```\n  |a|\n  |-|\n  ```", "1.  a\n\n    ~~~\n    |a|\n    |-|\n"] {
      #expect(Self.html(code).contains("|a|\n|-|\n"), "\(code)")
    }
  }

  @Test("a task list says which tasks are done")
  func tasks() {
    #expect(
      Self.html("- [x] a\n- [ ] b")
        == """
        <ul>
        <li class="task"><input type="checkbox" disabled checked aria-label="Done"> a</li>
        <li class="task"><input type="checkbox" disabled aria-label="Not done"> b</li>
        </ul>

        """)
  }

  @Test("labels come from the caller and are escaped")
  func labels() {
    let options = MarkdownOptions(codeLabel: "\"Code\"", tableLabel: "Tabelle", doneLabel: "Erledigt", openLabel: "Offen")
    let html = renderMarkdown("    a\n\n- [ ] b\n- [x] c\n\n|a|\n|-|", options).html
    for label in ["&quot;Code&quot;", "Tabelle", "Erledigt", "Offen"] { #expect(html.contains("aria-label=\"\(label)\"")) }
  }

  @Test("only two tildes strike through, so ranges keep theirs")
  func tildes() {
    #expect(Self.html("3~5 days or 7~10, ~/bin:~/lib, ~a~") == "<p>3~5 days or 7~10, ~/bin:~/lib, ~a~</p>\n")
    #expect(Self.html("a ~~ b ~~ c \\~d\\~ `~e~`") == "<p>a ~~ b ~~ c ~d~ <code>~e~</code></p>\n")
    #expect(Self.html("~~a~~") == "<p><del>a</del></p>\n")
    #expect(Self.html("[a](/~kai/b)").contains("href=\"/~kai/b\""))
  }

  @Test(
    "the tabs of code stay tabs, wherever its box stands",
    arguments: [
      ("```\n\ta\n \t b\tc\n```\n\td", "\ta\n \t b\tc\n"), ("> ```\n> \ta\n>\n> b\n> ```", "\ta\n\nb\n"),
      ("- x\n\n  ~~~\n  \ta\n\n  \tb\n  ~~~", "\ta\n\n\tb\n"), ("1. ```\n   \ta\n   ```\n\n   y", "\ta\n"),
    ])
  func tabs(_ source: String, _ code: String) {
    #expect(Self.html(source).contains("<code>" + code + "</code>"), "\(Self.html(source))")
    #expect(!Self.html(source).unicodeScalars.contains { $0.value == 0xFDD1 })
  }

  @Test("a tab that is no code's keeps its meaning: it sets off code or belongs to a list")
  func otherTabs() {
    #expect(Self.html("\ta").contains("<code>a\n</code>"))
    #expect(Self.html("- a\n\n\tb") == "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ul>\n")
    #expect(Self.html("> ```\n> a\n\n\tb").contains("<code>b\n</code>"))
  }

  @Test("raw HTML is words")
  func rawHTML() {
    #expect(Self.html("<b>a</b> <!-- c -->") == "<p>&lt;b&gt;a&lt;/b&gt; &lt;!-- c --&gt;</p>\n")
    #expect(Self.html("<script>\nalert(1)\n</script>") == "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n")
  }

  @Test("LaTeX, wiki links and underlines are words")
  func otherDialects() {
    #expect(Self.html("$a$ [[b]] _c_") == "<p>$a$ [[b]] <em>c</em></p>\n")
  }

  @Test(
    "entities stand for their characters, unknown and unseen ones do not",
    arguments: [
      ("&lt;b&gt; &amp; &quot;", "&lt;b&gt; &amp; &quot;"), ("&#60;b&#x3E;", "&lt;b&gt;"), ("&eacute;&euro;&check;", "é€✓"),
      ("&nothing; &", "&amp;nothing; &amp;"), ("&#0;&#7;&#x202e;&#xD800;&#9999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("&AMP;lt;", "&amp;lt;"),
    ])
  func entities(_ source: String, _ shown: String) {
    #expect(Self.html(source) == "<p>\(shown)</p>\n")
  }

  @Test("what cannot be seen is dropped, marks of direction stay")
  func controls() {
    let unseen: [UInt32] = [0xFEFF, 0, 7, 0x1B, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF]
    for scalar in unseen.compactMap(Unicode.Scalar.init) {
      #expect(Self.html("a\(scalar)b `c\(scalar)d`") == "<p>ab <code>cd</code></p>\n", "U+\(scalar.value)")
    }
    #expect(Self.html("a\u{200F}b\u{200E}c\u{200D}d") == "<p>a\u{200F}b\u{200E}c\u{200D}d</p>\n")
  }

  @Test("a combining mark never shields a quote from the escaper")
  func combiningMarks() {
    #expect(escapeHTML("\"\u{301}<\u{200D}&'>\u{FE0F}") == "&quot;\u{301}&lt;\u{200D}&amp;&#39;&gt;\u{FE0F}")
  }
}
