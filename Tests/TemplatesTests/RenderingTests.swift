import Templates
import Testing

@Suite("A rendered page")
struct RenderingTests {
  @Test("writes text, html and numbers")
  func values() throws {
    #expect(try rendered("<h1>{{title}}</h1>{{{body}}}<b>{{ count }}</b>") == "<h1>A title</h1><p>Hi</p><b>2</b>")
  }

  @Test("shows a section for what is there and its inverse for what is not")
  func sections() throws {
    let template = "{{#isOpen}}open{{/isOpen}}{{^isOpen}}shut{{/isOpen}} {{#note}}{{note}}{{/note}}{{^note}}none{{/note}}"
    #expect(try rendered(template) == "open noted")
    #expect(try rendered(template, Sheet(isOpen: false, note: nil)) == "shut none")
    #expect(try rendered(template, Sheet(isOpen: false, note: "")) == "shut none")
  }

  @Test("goes into one value and through many")
  func oneAndMany() throws {
    let template = "{{#author}}{{name}}{{/author}}{{^author}}gone{{/author}}:{{#answers}} {{name}}{{/answers}}{{^answers}} none{{/answers}}"
    #expect(try rendered(template) == "Ana: Kai Bo")
    #expect(try rendered(template, Sheet(author: nil, answers: [])) == "gone: none")
  }

  @Test("walks dotted names, and into nothing without a word")
  func dotted() throws {
    #expect(try rendered("{{author.name}}{{#author.path}}!{{/author.path}}") == "Ana!")
    #expect(try rendered("{{author.name}}{{#author.path}}!{{/author.path}}", Sheet(author: nil)) == "")
  }

  @Test("takes partials in the current context or in that of a field")
  func partials() throws {
    let badge = ["components/badge.mustache": "<b>{{name}}</b>\n"]
    #expect(try rendered("<p>{{> components/badge author}}!</p>", Sheet(), badge) == "<p><b>Ana</b>!</p>")
    #expect(try rendered("{{#answers}}{{> components/badge}}{{/answers}}", Sheet(), badge) == "<b>Kai</b><b>Bo</b>")
    #expect(try rendered("{{> components/badge answers}}\n", Sheet(), badge) == "<b>Kai</b>\n<b>Bo</b>\n")
  }

  @Test("fills a layout's blocks and keeps the defaults of the others")
  func layouts() throws {
    let layout = ["layouts/site.mustache": "<title>{{$title}}Kindred{{/title}}</title><main>{{$main}}{{/main}}</main>\n"]
    let page = "{{< layouts/site}}\n{{$main}}<p>{{title}}</p>{{/main}}\n{{/layouts/site}}\n"
    #expect(try rendered(page, Sheet(), layout) == "<title>Kindred</title><main><p>A title</p></main>\n")
    let titled = "{{< layouts/site}}{{$title}}{{title}}{{/title}}{{/layouts/site}}"
    #expect(try rendered(titled, Sheet(), layout) == "<title>A title</title><main></main>\n")
  }

  @Test("passes blocks through a layout that itself has a layout, and a layout may stand inside its own block's filling")
  func nestedLayouts() throws {
    let layouts = [
      "layouts/site.mustache": "<main>{{$main}}{{/main}}</main>",
      "layouts/wide.mustache": "{{< layouts/site}}{{$main}}<div>{{$inner}}-{{/inner}}</div>{{/main}}{{/layouts/site}}",
      "components/card.mustache": "<i>{{$card}}{{/card}}</i>",
    ]
    #expect(
      try rendered("{{< layouts/wide}}{{$inner}}{{title}}{{/inner}}{{/layouts/wide}}", Sheet(), layouts)
        == "<main><div>A title</div></main>")
    let cards = "{{< components/card}}{{$card}}{{< components/card}}{{$card}}x{{/card}}{{/components/card}}{{/card}}{{/components/card}}"
    #expect(try rendered(cards, Sheet(), layouts) == "<i><i>x</i></i>")
  }

  @Test("of plain text is not escaped")
  func plainText() throws {
    let library = try TemplateLibrary(
      sources: ["letter.txt.mustache": "{{words.letter.hello}}\n\n  <{{name}}>\n{{#name}}\n  {{count}}\n{{/name}}\n"],
      pages: [Letter.self], words: catalog())
    let text = String(decoding: library.render(Letter()), as: UTF8.self)
    #expect(text == "Dear Ana & Kai, 1 answer\n\n  <Ana & Kai>\n  1\n")
  }

  @Test("never sends as html what was text in the sample")
  func unlikeTheSample() throws {
    struct Changing: Page {
      var value = Field.html(SafeHTML(trusted: "<b>"))
      static let template = "changing"
      static var sample: Self { Changing() }
      func field(_ name: String) -> Field? { name == "value" ? value : nil }
    }
    let library = try TemplateLibrary(sources: ["changing.mustache": "{{{value}}}"], pages: [Changing.self], words: catalog())
    #expect(library.render(Changing()) == Array("<b>".utf8))
    #expect(library.render(Changing(value: .text("<b>"))) == Array("&lt;b&gt;".utf8))
    #expect(library.render(Changing(value: .flag(true))).isEmpty)
    #expect(library.render(Line()).isEmpty)
  }

  @Test("knows which templates no page reaches and which words are spoken")
  func unused() throws {
    let library = try TemplateLibrary(
      sources: ["line.mustache": "{{text}}{{words.sheet.plain}}", "old.mustache": "{{x}}"], pages: [Line.self], words: catalog())
    #expect(library.unusedTemplates == ["old"])
    #expect(library.usedWords == ["sheet.plain"])
  }
}
