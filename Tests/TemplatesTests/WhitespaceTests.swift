import Templates
import Testing

@Suite("White space")
struct WhitespaceTests {
  @Test("leaves no trace of lines that hold only tags")
  func standalone() throws {
    #expect(
      try rendered("<ul>\n  {{#answers}}\n  <li>{{name}}</li>\n  {{/answers}}\n</ul>\n") == "<ul>\n<li>Kai</li>\n<li>Bo</li>\n</ul>\n")
    #expect(try rendered("a\n{{! a comment\n of two lines }}\nb") == "a\nb")
    #expect(try rendered("a\r\n{{! c }}\r\nb") == "a\nb")
  }

  @Test("between tags is at most one line end")
  func collapse() throws {
    #expect(
      try rendered("\n\n  <p>\n\n      one  two\n\t</p>\n\n\n<a\n   href=\"/\"\n   class=\"x\">")
        == "<p>\none  two\n</p>\n<a\nhref=\"/\"\nclass=\"x\">")
  }

  @Test("stays between the rounds of a loop on one line")
  func loop() throws {
    #expect(try rendered("x\n{{#answers}} <b>{{name}}</b>{{/answers}}") == "x\n <b>Kai</b> <b>Bo</b>")
  }

  @Test("is kept in pre, textarea and attribute values")
  func kept() throws {
    let template = "<pre>\n  a\n\n  <b>x</b>\n    y</pre>\n\n<textarea>\n  a\n\n  {{title}}</textarea><p title=\"a\n\n  b\">"
    #expect(
      try rendered(template)
        == "<pre>\n  a\n\n  <b>x</b>\n    y</pre>\n<textarea>\n  a\n\n  A title</textarea><p title=\"a\n\n  b\">")
  }
}
