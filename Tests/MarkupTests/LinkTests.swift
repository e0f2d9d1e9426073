import Testing

@testable import Markup

struct LinkTests {
  private func render(_ source: String) -> RenderedMarkdown { renderMarkdown(source, MarkdownOptions(handles: ["kai"])) }
  private func anchor(_ href: String, _ words: String) -> String { "<a href=\"\(href)\" rel=\"nofollow ugc noopener\">\(words)</a>" }

  @Test(
    "a link that may be followed is one",
    arguments: [
      ("[a](https://b.example/c?d=1&e=2)", "https://b.example/c?d=1&amp;e=2", "a"),
      ("[a](HTTP://b.example)", "HTTP://b.example", "a"),
      ("[a](/t/1#p2)", "/t/1#p2", "a"), ("[a](/)", "/", "a"),
      ("[a](mailto:kai@b.example?subject=c)", "mailto:kai@b.example?subject=c", "a"),
      ("[a](</b c\"d>)", "/b%20c%22d", "a"), ("[a](/é%zz%41)", "/%C3%A9%25zz%41", "a"),
      ("[a](http://[::1]:80/[b])", "http://[::1]:80/%5Bb%5D", "a"),
      ("<https://b.example>", "https://b.example", "https://b.example"),
      ("<kai@b.example>", "mailto:kai@b.example", "kai@b.example"),
      ("[a](/&#10;/b)", "/%EF%BF%BD/b", "a"), ("[](/b)", "/b", "/b"), ("[a](/b'c)", "/b&#39;c", "a"),
      ("![a](https://b.example/c.png)", "https://b.example/c.png", "a"),
      ("![](https://b.example/d/c.png?e)", "https://b.example/d/c.png?e", "c.png"),
      ("[![a](/c.png)](/b)", "/b", "a"), ("[![](/c.png)](/b)", "/b", "c.png"),
      ("[a][b]\n\n[b]: /c", "/c", "a"),
    ])
  func follows(_ source: String, _ href: String, _ words: String) {
    #expect(render(source).html == "<p>\(anchor(href, words))</p>\n")
  }

  @Test(
    "a link that may not be followed is its words",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "<java\tscript:alert(1)>",
      "data:text/html,x", "vbscript:x", "file:///etc", "//b.example", "/\\b.example", "\\\\b.example", "/%5C/..\\b", "http:b", "https:/b",
      "http://", "https:///b", "https://bank.example@c.example/", "https://b.example\\@c.example", "b", "b/c", "?b", "#b", "../b",
      "mailto:",
      "mailto:b", "ftp://b.example", "tel:1", "&#1;javascript:x", "/" + String(repeating: "b", count: 4096),
    ])
  func refuses(_ target: String) {
    let rendered = render("[a @kai](\(target)) b")
    #expect(rendered.html == "<p>a @kai b</p>\n")
    #expect(rendered.links.isEmpty && rendered.mentions.isEmpty)
    #expect(render("![a](\(target))").html == "<p>a</p>\n")
  }

  @Test("a link as long as the limit is one")
  func longest() {
    let target = "/" + String(repeating: "b", count: MarkdownLimits.linkBytes - 1)
    #expect(render("[a](\(target))").html == "<p>\(anchor(target, "a"))</p>\n")
  }

  @Test("a title is escaped, and lost with its link")
  func title() {
    #expect(
      render("[a](/b \"c\\\" onclick=&quot;d\")").html
        == "<p><a href=\"/b\" rel=\"nofollow ugc noopener\" title=\"c&quot; onclick=&quot;d\">a</a></p>\n")
    #expect(render("[a](b \"c\")").html == "<p>a</p>\n")
  }

  @Test("links are told in order, mentions are not among them")
  func order() {
    #expect(render("[a](/b) @kai ![c](/d) https://e.example/&f [g](javascript:h)").links == ["/b", "/d", "https://e.example/&f"])
  }

  @Test("those who speak for the site may be followed by search engines")
  func followed() {
    let html = renderMarkdown("[a](/b)", MarkdownOptions(nofollow: false)).html
    #expect(html == "<p><a href=\"/b\" rel=\"ugc noopener\">a</a></p>\n")
  }

  @Test(
    "a bare address is a link without the sentence's punctuation",
    arguments: [
      ("see https://b.example/c.", "see [https://b.example/c]."), ("(https://b.example/c_(d))", "([https://b.example/c_(d)])"),
      ("https://b.example/?a=1&b=2!", "[https://b.example/?a=1&b=2]!"), ("\"https://b.example\"", "\"[https://b.example]\""),
      ("看https://b.example/c。好", "看[https://b.example/c]。好"), ("https://b.example/ünd x", "[https://b.example/ünd] x"),
      ("http://localhost:8080/a", "[http://localhost:8080/a]"), ("https://b.example/a_b_c*", "[https://b.example/a_b_c]*"),
      ("https://b.example/~kai", "[https://b.example/~kai]"), ("**https://b.example**", "[https://b.example]"),
      ("xhttps://b.example", "xhttps://b.example"), ("https\\://b.example", "https://b.example"), ("http://", "http://"),
      ("https://a@b.example/ x", "https://a@b.example/ x"), ("ftp://b.example", "ftp://b.example"),
      ("`https://b.example`", "https://b.example"),
      ("www. b", "www. b"), ("www.b", "www.b"), ("javascript:alert(1)", "javascript:alert(1)"),
      ("mail kai.b+c@d-e.example.", "mail [kai.b+c@d-e.example]."), ("mailto:kai@b.example", "mailto:[kai@b.example]"),
      ("git@b.example:c/d", "git@b.example:c/d"), ("ssh://git@b.example/c", "ssh://git@b.example/c"), ("kai@b", "kai@b"),
      ("a@b.c", "a@b.c"),
      ("kai\\@b.example", "kai@b.example"), ("a @b.example@c.example", "a @b.example@c.example"),
    ])
  func bareAddresses(_ source: String, _ marked: String) throws {
    let html = render(source).html
    let tags = html.split(separator: "<a ").count - 1
    let shown = try StrictHTML(html).words
    #expect(shown == marked.filter { $0 != "[" && $0 != "]" } + "\n")
    #expect(tags == (marked.contains("[") ? 1 : 0))
    if let start = marked.firstIndex(of: "["), let end = marked.firstIndex(of: "]") {
      let words = marked[marked.index(after: start)..<end]
      #expect(html.contains(">\(escapeHTML(String(words)))</a>"), "\(html)")
    }
  }

  @Test("an address without scheme is taken to be secure")
  func bareWWW() {
    #expect(render("www.b.example/c").html == "<p>\(anchor("https://www.b.example/c", "www.b.example/c"))</p>\n")
  }

  @Test("an address inside a link is no second link")
  func nested() {
    #expect(render("[https://b.example @kai](/c)").html == "<p>\(anchor("/c", "https://b.example @kai"))</p>\n")
    #expect(render("![a [b](/c) d](/e)").html == "<p>\(anchor("/e", "a b d"))</p>\n")
  }
}
