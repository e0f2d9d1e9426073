import Dumps
import Testing

struct CommentMarkdownTests {
  @Test(
    "a comment keeps its code, links and emphasis, and nothing else becomes one",
    arguments: [
      ("*a* **b** _c_ `d*`", "_a_ **b** _c_ `d*`"),
      (
        "see [this](https://h.example/a_(b)?x=1), or https://h.example/y.",
        "see [this](https://h.example/a\\_\\(b\\)?x=1), or <https://h.example/y>."
      ),
      ("@Kai, no", "\\@Kai, no"),
      ("2 * 3 * 4 and snake_case_name", "2 \\* 3 \\* 4 and snake_case_name"),
      ("$a_1*b_2*c$ is *so*", "$a_1\\*b_2\\*c$ is _so_"),
      ("1. <b>no</b> list", "1\\. \\<b>no\\</b> list"),
      ("# no heading", "\\# no heading"),
      ("[ask] and [a](b)", "\\[ask] and \\[a](b)"),
      ("a ` b", "a \\` b"),
      ("[x](javascript:alert(1))", "\\[x](javascript:alert(1))"),
    ])
  func construct(_ comment: String, _ markdown: String) {
    #expect(HTMLToMarkdown.markdown(fromComment: comment) == markdown)
  }

  @Test("a hostile comment costs no more than its length", arguments: ["*a", "[a", "`a", "``a`", "$a", "**a _b", "[a](", "http://", "\\`"])
  func hostile(_ pattern: String) {
    let markdown = HTMLToMarkdown.markdown(fromComment: String(repeating: pattern, count: 5_000))
    #expect(!markdown.isEmpty)
  }
}
