import Templates
import Testing

@Suite("A name that a template has wrong")
struct NameFaultTests {
  @Test("stops the load with file, line and what is known")
  func unknownName() {
    #expect(
      faults("<p>\n{{titel}}") == [
        "sheet.mustache:2: unknown name \"titel\" in Sheet; known: title, body, count, isOpen, author, answers, note"
      ])
    #expect(faults("\n\n{{#author}}{{nam}}{{/author}}") == ["sheet.mustache:3: unknown name \"nam\" in Author; known: name, path"])
    #expect(faults("{{author.nam}}") == ["sheet.mustache:1: unknown name \"nam\" in Author; known: name, path"])
    #expect(faults("{{title.x}}") == ["sheet.mustache:1: \"title\" in Sheet is not one value, so \"title.x\" leads nowhere"])
  }

  @Test("is not looked for in the parents")
  func noClimbing() {
    #expect(faults("{{#author}}{{title}}{{/author}}") == ["sheet.mustache:1: unknown name \"title\" in Author; known: name, path"])
    #expect(faults("{{#answers}}{{title}}{{/answers}}") == ["sheet.mustache:1: unknown name \"title\" in Author; known: name, path"])
    #expect(faults("{{#isOpen}}{{#note}}{{title}}{{/note}}{{/isOpen}}") == [])
  }

  @Test("is reported in the partial it stands in, once for each context")
  func inPartials() {
    let partial = ["components/badge.mustache": "<b>\n{{nam}}</b>"]
    #expect(
      faults("{{> components/badge author}}{{> components/badge answers}}{{> components/badge}}", partial) == [
        "components/badge.mustache:2: unknown name \"nam\" in Author; known: name, path",
        "components/badge.mustache:2: unknown name \"nam\" in Sheet; known: title, body, count, isOpen, author, answers, note",
      ])
  }

  @Test("of a partial, layout or block stops the load")
  func unknownTemplates() {
    let layout = ["layouts/site.mustache": "{{$main}}{{/main}}{{$aside}}{{/aside}}"]
    #expect(faults("\n{{> components/bagde}}") == ["sheet.mustache:2: unknown partial \"components/bagde\""])
    #expect(faults("{{< layouts/sight}}{{/layouts/sight}}") == ["sheet.mustache:1: unknown layout \"layouts/sight\""])
    #expect(
      faults("{{< layouts/site}}\n{{$mian}}{{/mian}}{{/layouts/site}}", layout)
        == ["sheet.mustache:2: unknown block \"mian\" in layouts/site; known: aside, main"])
    #expect(faults("", page: Line.self).isEmpty == false)
  }

  @Test("of a page's own template stops the load")
  func missingPage() {
    #expect(throws: TemplateErrors.self) { try TemplateLibrary(sources: [:], pages: [Line.self], words: catalog()) }
  }

  @Test("of a word, or of a word's placeholder, stops the load")
  func words() {
    #expect(faults("<p>\n{{words.sheet.titel}}") == ["sheet.mustache:2: unknown words \"sheet.titel\""])
    #expect(
      faults("{{words.sheet.wrong}}") == [
        "sheet.mustache:1: words \"sheet.wrong\" want {nobody}: unknown name \"nobody\" in Sheet; "
          + "known: title, body, count, isOpen, author, answers, note"
      ])
    #expect(faults("{{#author}}{{words.sheet.count}}{{/author}}").count == 1)
  }

  @Test("of a template that contains itself stops the load")
  func recursion() {
    let partials = ["a.mustache": "{{> b}}", "b.mustache": "\n{{> a}}"]
    #expect(faults("{{> a}}", partials) == ["b.mustache:2: partial \"a\" contains itself: sheet > a > b > a"])
  }
}
