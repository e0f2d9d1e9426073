import Testing

@testable import Markup

struct PlainTextTests {
  private func text(_ source: String) -> String { renderMarkdown(source, MarkdownOptions()).text }

  @Test(
    "the plain text has the words, not the marks",
    arguments: [
      ("# A &amp; b\n\nc *d* [e](/f) `g`", "A & b\nc d e g"), ("- a\n  - b\n- c", "a\nb\nc"), ("> a\n\n---\n\n1. b", "a\nb"),
      ("a\nb  \nc", "a b\nc"), ("|a|b|\n|-|-|\n|c|d|", "a b\nc d"), ("a\n\n```x\nb <c>\n  d\n```\n\ne", "a\nb <c>\n  d\ne"),
      ("![alt](/f.png) ![](/g.png)", "alt g.png"), ("- [x] a", "a"), ("  \n", ""), ("@Kai https://b.example", "@Kai https://b.example"),
    ])
  func words(_ source: String, _ text: String) {
    #expect(self.text(source) == text)
  }
}
