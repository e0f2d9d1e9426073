import Templates
import Testing

@Suite("A place where nothing may be written")
struct PlaceFaultTests {
  @Test(
    "stops the load",
    arguments: [
      "<script>{{title}}</script>", "<script>let a = '</b>{{title}}'</script>", "<style>{{title}}</style>", "<SCRIPT>{{title}}</SCRIPT>",
      "<script>{{words.sheet.plain}}</script>", "<iframe>{{title}}</iframe>",
      "<a class={{title}}>", "<a class= {{title}}>", "<a class=x{{title}}>", "<a {{title}}>", "<a class=\"x\" {{title}}>",
      "<a {{title}}=\"x\">",
      "<a x{{title}}=\"x\">", "<{{title}}>", "<h{{count}}>", "</{{title}}>", "</h{{count}}>", "<a class=\"x\"{{title}}>",
      "<a {{words.sheet.plain}}>",
      "<!-- {{title}} -->", "<!{{title}}>", "<!doctype {{title}}>", "<? {{title}} ?>", "<!--> {{! }}--><!-- -{{title}}-->",
      "<a title=\"{{{body}}}\">", "<title>{{{body}}}</title>", "<textarea>{{{body}}}</textarea>",
      "<a onclick=\"{{title}}\">", "<a ONCLICK='{{title}}'>", "<a style=\"color: {{title}}\">", "<iframe srcdoc=\"{{title}}\">",
      "<a href=\"{{title}}\">", "<a href='{{title}}'>", "<a href=\" {{title}}\">", "<a href=\"/{{title}}\">", "<a href=\"//{{title}}\">",
      "<img src=\"{{title}}\">", "<form action=\"{{title}}\">", "<button formaction=\"{{title}}\">", "<a HREF=\"{{title}}\">",
      "<a href=\"{{#isOpen}}/x{{/isOpen}}{{title}}\">", "<a href=\"{{words.sheet.plain}}\">", "<a\nhref=\n\"{{title}}\">",
      "<a href=\"{{#isOpen}}{{title}}{{/isOpen}}\">", "<a href = \"{{title}}\">", "<a\thref=\"{{title}}\">", "<a/href=\"{{title}}\">",
    ])
  func refused(_ template: String) {
    let found = faults("\n" + template)
    #expect(found.contains { $0.hasPrefix("sheet.mustache:") && !$0.contains("ends inside") }, "\(found)")
  }

  @Test(
    "is told from those where it may",
    arguments: [
      "<a class=\"x {{title}}\">", "<a class='{{title}}'>", "<title>{{title}}</title>", "<textarea>{{title}}</textarea>",
      "<a href=\"{{#author}}{{path}}{{/author}}\">", "<a href=\"{{author.path}}?q={{title}}\">", "<a href=\"/t/{{title}}\">",
      "<a href=\"#{{title}}\">",
      "<details{{#isOpen}} open{{/isOpen}}>", "<a{{#isOpen}} aria-current=\"page\"{{/isOpen}} class=\"x\">",
      "<a {{#isOpen}}hidden{{/isOpen}}>",
      "<option{{#isOpen}} selected{{/isOpen}}{{^isOpen}} value=\"{{title}}\"{{/isOpen}}>", "<p class=\"a{{#isOpen}} b{{/isOpen}}\">",
      "<input value=\"{{title}}\"{{#isOpen}} checked{{/isOpen}}/>", "<script src=\"/a.js\"></script>{{title}}",
      "<script>a < b</script>{{title}}",
      "<script>'</scripty'</script>{{title}}", "<!-- a -- b -->{{title}}", "<!---->{{title}}", "<!-->{{title}}", "1 < 2 {{title}}",
      "<p title=\">\">{{title}}",
      "<p title=\"{{words.sheet.count}}\">", "<style>a > b {}</style>{{title}}", "<pre>{{title}}</pre>", "<br/>{{title}}",
      "<!doctype html>{{title}}",
    ])
  func allowed(_ template: String) {
    #expect(faults(template) == [])
  }

  @Test(
    "stops the load where leaving out a section would break the page",
    arguments: [
      "{{#isOpen}}<pre>{{/isOpen}}</pre>", "<p class=\"{{#isOpen}}\">{{/isOpen}}", "{{#isOpen}}<script>{{/isOpen}}",
      "<h{{#isOpen}}1{{/isOpen}}>",
      "<details{{#isOpen}}open{{/isOpen}}>", "<details {{#isOpen}}open{{/isOpen}}class=\"x\">", "<{{#isOpen}}b{{/isOpen}}>",
      "<a x={{#isOpen}}b{{/isOpen}}>",
      "<a href{{#isOpen}}=\"x\"{{/isOpen}}>", "<a{{#answers}} b{{/answers}}>", "{{#isOpen}}<!-- {{/isOpen}} -->",
    ])
  func sections(_ template: String) {
    #expect(!faults(template).isEmpty)
  }

  @Test("is known through partials and blocks")
  func flattened() {
    let others = ["text.mustache": "{{title}}", "layouts/site.mustache": "<script>{{$main}}{{/main}}</script>"]
    #expect(faults("<a {{> text}}>", others).first?.hasPrefix("text.mustache:1: {{title}}: ") == true)
    #expect(faults("<p>{{> text}}</p>", others) == [])
    #expect(
      faults("{{< layouts/site}}\n{{$main}}{{title}}{{/main}}{{/layouts/site}}", others)
        == ["sheet.mustache:2: {{title}}: nothing can be written into <script>"])
  }

  @Test("includes the end of the page")
  func unfinished() {
    #expect(faults("{{text}}<p class=\"", page: Line.self) == ["line.mustache:1: the page ends inside the value of class"])
    #expect(faults("{{text}}<pre>", page: Line.self) == ["line.mustache:1: the page ends inside <pre>"])
  }
}
