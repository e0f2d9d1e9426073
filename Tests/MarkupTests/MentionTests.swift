import Foundation
import Testing

@testable import Markup

struct MentionTests {
  private func render(_ source: String) -> RenderedMarkdown {
    renderMarkdown(source, MarkdownOptions(handles: mentionedHandles(in: source)))
  }

  @Test("a name that nobody has stays the word it is, beside one that somebody has")
  func unknown() {
    let rendered = renderMarkdown("@kai and @nobody and **@KAI**", MarkdownOptions(handles: ["kai"]))
    #expect(rendered.html.components(separatedBy: "href=\"/m/kai\"").count == 3)
    #expect(rendered.html.contains("</a> and @nobody and ") && rendered.mentions == ["kai"])
    #expect(renderMarkdown("@kai", MarkdownOptions()).html == "<p>@kai</p>\n")
  }

  @Test("the handles of a text are found whatever stands around them, and not without end")
  func candidates() {
    #expect(
      mentionedHandles(in: "@Kai,@ana-b- `@code` a@b.example @@x1 @-no @y @\(String(repeating: "z", count: 31))") == [
        "kai", "ana-b", "code", "x1",
      ])
    #expect(mentionedHandles(in: (0..<5_000).map { "@a\($0)" }.joined()).count == 200)
    #expect(mentionedHandles(in: "") == [] && mentionedHandles(in: "@") == [])
  }

  @Test("a mention links to the member's page, in the writer's spelling")
  func links() {
    #expect(render("hello @Kai-2, hi").html == "<p>hello <a class=\"mention\" href=\"/m/kai-2\" dir=\"auto\">@Kai-2</a>, hi</p>\n")
  }

  @Test("handles are told once, lower-cased, in order of first appearance")
  func handles() {
    #expect(
      render("@zoe @Ana\n\n> (@zoe) \"@ben\"\n\n- 你好@cy. @dee-- **@eve**'s @fay: @gus/@hal").mentions == [
        "zoe", "ana", "ben", "cy", "dee", "eve", "fay", "gus",
      ])
  }

  @Test(
    "what only looks like a mention mentions nobody",
    arguments: [
      "kai@ana", "a@ana b", "@@ana", "/@ana", ".@ana", "é@ana", "_@ana_x", "`@ana`", "    @ana", "```\n@ana\n```", "[@ana](/b)",
      "[x @ana](javascript:b)",
      "![@ana](/b)", "\\@ana", "&commat;ana", "&#64;ana", "@a", "@-ana", "@_ana", "@ana_b", "@anaé", "@ana@b.example", "@types/node", "@",
      "https://b.example/@ana", "https://a@ana", "<https://b.example/@ana>", "**foo**@ana", "`foo`@ana",
      "@" + String(repeating: "a", count: 31),
      "@\u{202E}", "ana@b.example",
    ])
  func nobody(_ source: String) {
    let rendered = render(source)
    #expect(rendered.mentions == [])
    #expect(!rendered.html.contains("class=\"mention\""))
  }

  @Test("the shortest and the longest handle are mentions")
  func bounds() {
    let longest = String(repeating: "a", count: 30)
    #expect(render("@ab @\(longest) *@cd*").mentions == ["ab", longest, "cd"])
  }
}
