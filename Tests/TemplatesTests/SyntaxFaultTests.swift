import Templates
import Testing

@Suite("A template that is not well formed")
struct SyntaxFaultTests {
  @Test(
    "stops the load with file and line",
    arguments: [
      ("a\n{{title", "sheet.mustache:2: {{ is not closed"),
      ("{{{body}}", "sheet.mustache:1: {{{ is not closed"),
      ("\n{{#isOpen}}", "sheet.mustache:2: \"isOpen\" is opened and never closed"),
      ("{{#isOpen}}\n{{/open}}", "sheet.mustache:2: {{/open}} where {{/isOpen}} is due, which line 1 opened"),
      ("a\n\n{{/isOpen}}", "sheet.mustache:3: {{/isOpen}} closes nothing"),
      ("{{ti tle}}", "sheet.mustache:1: \"ti tle\" is not a name"),
      ("{{}}", "sheet.mustache:1: \"\" is not a name"),
      ("{{.}}", "sheet.mustache:1: \".\" is not a name"),
      ("{{&title}}", "sheet.mustache:1: {{& }} is not used here; write {{{ }}} for html"),
      ("{{=<% %>=}}", "sheet.mustache:1: \"=<% %>=\" is not a name"),
      ("{{> ../secret}}", "sheet.mustache:1: \"../secret\" is not a template's name"),
      ("{{words.}}", "sheet.mustache:1: \"\" is not a key of the catalog"),
      ("{{$a b}}{{/a b}}", "sheet.mustache:1: \"a b\" is not a block's name"),
      ("{{< layouts/x}}\ntext{{/layouts/x}}", "sheet.mustache:2: only {{$blocks}} stand in {{< layouts/x}}"),
      ("{{< layouts/x}}{{$a}}{{/a}}\n{{$a}}{{/a}}{{/layouts/x}}", "sheet.mustache:2: block \"a\" is given twice"),
    ])
  func malformed(_ template: String, _ fault: String) {
    let layouts = ["layouts/x.mustache": "{{$a}}{{/a}}"]
    #expect(faults(template, layouts).contains(fault), "\(faults(template, layouts))")
  }

  @Test("is found even where no page reaches it")
  func unreached() {
    #expect(faults("{{text}}", ["old.mustache": "{{#a}}"], page: Line.self) == ["old.mustache:1: \"a\" is opened and never closed"])
  }
}
