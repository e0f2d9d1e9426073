import Dumps
import Markup
import Testing

@Suite("What a Discourse post shows") struct DiscourseHTMLTests {
  /// The Markdown of a post with this HTML.
  private func markdown(_ html: String, _ more: String = "") throws -> String {
    let folder = try TopicFolder()
    try folder.write("a.json", TopicFolder.topic(TopicFolder.post(1, more, cooked: html)))
    let post = try #require(try folder.read().topics.first?.posts.first)
    let (base, nodes) = ("https://old.example", DiscourseHTML.nodes(of: post, linkBase: "https://old.example"))
    let markdown = HTMLToMarkdown.markdown(from: nodes, linkBase: base)
    // Whatever comes out must also read like that again.
    let shown = renderMarkdown(markdown, MarkdownOptions())
    #expect(Fidelity(source: nodes, rendered: HTMLText.parse(shown.html), linkBase: base).isFaithful, "\(shown.html)")
    return markdown
  }

  @Test(
    "each box becomes what it means",
    arguments: [
      (
        """
        <aside class="quote no-group" data-username="Bo"><div class="title"><div class="quote-controls"></div>
        <img class="avatar" alt="" src="/a.png"> Bo:</div><blockquote><p>Hi <img class="emoji" alt=":wink:"></p></blockquote></aside><p>Yes</p>
        """, "> Bo:\n>\n> Hi 😉\n\nYes"
      ),
      (
        """
        <p>See</p><aside class="onebox generic"><header class="source"><img class="site-icon" src="/i.png"><a href="https://h.example/a">h</a>
        </header><article class="onebox-body"><h3><a href="https://h.example/a">Bees</a></h3><p>About them.</p></article></aside>
        """, "See\n\n<https://h.example/a>"
      ),
      ("<div class=\"lazyYT\" data-youtube-id=\"x1\" data-youtube-title=\"Bees\"></div>", "<https://www.youtube.com/watch?v=x1>"),
      (
        """
        <div class="lightbox-wrapper"><a class="lightbox" href="https://h.example/full.png" title="hive.png"><img src="https://h.example/s.png" \
        alt="hive"><div class="meta"><span class="filename">hive.png</span><span class="informations">9×9 1 KB</span></div></a></div>
        """, "[hive](https://h.example/full.png)"
      ),
      (
        "<p><img src=\"/up/b.png\" alt=\"a bee\"> <img src=\"https://h.example/c.png\"></p>",
        "[a bee](https://old.example/up/b.png) [c.png](https://h.example/c.png)"
      ),
      (
        "<p><a class=\"mention\" href=\"/u/bo\">@bo</a> and <span class=\"mention\">@cy</span></p>",
        "[@bo](https://old.example/u/bo) and \\@cy"
      ),
      ("<pre><code class=\"lang-cpp\">\tint a;\n</code></pre>", "```cpp\n\tint a;\n```"),
      ("<details><summary>More</summary><p>text <span class=\"spoiler\">end</span></p></details>", "More\n\ntext end"),
      ("<p><span class=\"bbcode-b\">b</span> <span class=\"bbcode-i\">i</span> <span class=\"bbcode-u\">u</span></p>", "**b** _i_ u"),
    ])
  func boxes(_ html: String, _ wanted: String) throws { #expect(try markdown(html) == wanted) }

  @Test("a poll is a list with its counts; one whose results were kept back is a list") func polls() throws {
    let html = """
      <div class="poll" data-poll-name="poll"><div><div class="poll-container"><ul><li data-poll-option-id="a">Yes</li>\
      <li data-poll-option-id="b">No</li></ul></div><div class="poll-info"><p><span class="info-number">0</span>\
      <span class="info-label">voters</span></p></div></div></div>
      """
    let polls = #", "polls": [{"name": "poll", "voters": 5, "options": [{"id": "a", "votes": 4}, {"id": "b", "votes": 1}]}]"#
    #expect(try markdown(html, polls) == "- Yes (4)\n- No (1)\n\n5 voters")
    #expect(try markdown(html, #", "polls": [{"name": "poll", "options": [{"id": "a"}]}]"#).hasPrefix("- Yes\n- No"))
  }

  @Test(
    "pictures of faces are their characters, and those only one forum had keep their name",
    arguments: [
      (":wink:", "😉"), ("slight_smile", "🙂"), (":+1:", "👍"), (":+1:t4:", "👍🏽"), (":confetti_ball:", "🎊"), (":man_shrugging:", "🤷‍♂️"),
      (":hammer_and_wrench:", "🛠️"), (":white_flag:", "🏳️"), (":vulcan_salute:t3:", "🖖🏼"), (":our_mascot:", ":our_mascot:"),
    ])
  func emoji(_ name: String, _ shown: String) throws {
    #expect(try markdown("<p>a <img class=\"emoji\" title=\"\(name)\" alt=\"\(name)\" src=\"/e.png\"></p>") == "a \(shown)")
  }

  @Test("a box that holds no link that can be followed keeps its words") func scripts() throws {
    let text = try markdown("<aside class=\"onebox\"><a href=\"javascript:alert(1)\">Press</a> me</aside>")
    #expect(text == "Press me")
  }
}
