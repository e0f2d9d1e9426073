import Templates
import Testing

@Suite("A value that a template uses as what it is not")
struct ValueFaultTests {
  @Test("stops the load: html is never text, and text never html")
  func htmlAndText() {
    #expect(faults("{{body}}") == ["sheet.mustache:1: \"body\" is html; use {{{ }}}"])
    #expect(faults("\n{{{title}}}") == ["sheet.mustache:2: \"title\" is not html; use {{ }}"])
    #expect(faults("{{{count}}}") == ["sheet.mustache:1: \"count\" is not html; use {{ }}"])
  }

  @Test("stops the load: a flag and values have no text, a number makes no section")
  func otherKinds() {
    #expect(faults("{{isOpen}}") == ["sheet.mustache:1: \"isOpen\" is a flag and has no text; use {{#isOpen}}"])
    #expect(faults("{{answers}}") == ["sheet.mustache:1: \"answers\" holds values and has no text; use {{#answers}}"])
    #expect(faults("{{#count}}{{/count}}") == ["sheet.mustache:1: \"count\" is a number and makes no section; use a flag"])
  }

  @Test("stops the load when the sample shows nothing of it, except for its inverse")
  func emptySample() {
    #expect(
      faults("{{#author}}{{name}}{{/author}}\n{{#answers}}{{x}}{{/answers}}\n{{note}}", page: BareSheet.self) == [
        "sheet.mustache:1: the sample of BareSheet.author is empty, so its section cannot be checked",
        "sheet.mustache:2: the sample of BareSheet.answers is empty, so its section cannot be checked",
        "sheet.mustache:3: the sample of BareSheet.note is empty, so it cannot be checked",
      ])
    #expect(faults("{{^author}}{{/author}}{{^answers}}{{/answers}}{{^note}}{{/note}}", page: BareSheet.self) == [])
  }

  @Test("stops the load when nobody uses it")
  func unusedField() {
    #expect(
      faults("<p></p>", page: BareSheet.self) == [
        "sheet.mustache:1: unused field \"answers\" in BareSheet", "sheet.mustache:1: unused field \"author\" in BareSheet",
        "sheet.mustache:1: unused field \"note\" in BareSheet",
      ])
  }

  @Test("stops the load when no template of the library uses it, and only then")
  func unusedFieldOfComponent() throws {
    struct Row: Page {
      let author: Author
      static let template = "row"
      static var sample: Self { Row(author: Author(name: "Ana", path: "/")) }
      func field(_ name: String) -> Field? { name == "author" ? .one(author) : nil }
    }
    struct OtherRow: Page {
      let author: Author
      static let template = "other"
      static var sample: Self { OtherRow(author: Author(name: "Ana", path: "/")) }
      func field(_ name: String) -> Field? { name == "author" ? .one(author) : nil }
    }
    let sources = ["row.mustache": "\n{{#author}}{{name}}{{/author}}", "other.mustache": "{{author.path}}"]
    #expect(faults(sources["row.mustache"] ?? "", page: Row.self) == ["row.mustache:2: unused field \"path\" in Author"])
    _ = try TemplateLibrary(sources: sources, pages: [Row.self, OtherRow.self], words: catalog())
  }

  @Test("is found in the later values of a list too, whatever their type")
  func mixedValues() {
    struct Note: Fields {
      let text: String?
      func field(_ name: String) -> Field? { name == "text" ? text.map { .text($0) } ?? .nothing : nil }
    }
    struct Mixed: Page {
      let rows: [any Fields]
      static let template = "mixed"
      static var sample: Self { Mixed(rows: [Note(text: nil), Note(text: "x"), Author(name: "Ana", path: "/")]) }
      func field(_ name: String) -> Field? { name == "rows" ? .many(rows) : nil }
    }
    #expect(
      faults("{{#rows}}{{text}}{{/rows}}", page: Mixed.self) == [
        "mixed.mustache:1: unknown name \"text\" in Author; known: name, path", "mixed.mustache:1: unused field \"name\" in Author",
        "mixed.mustache:1: unused field \"path\" in Author",
      ])
  }

  @Test("is reported together with every other fault, in order")
  func allAtOnce() {
    #expect(
      faults("{{a}}\n{{> nope}}\n{{body}}\n<a href={{title}}>\n").map { String($0.prefix(17)) } == [
        "sheet.mustache:1:", "sheet.mustache:2:", "sheet.mustache:3:", "sheet.mustache:4:",
      ])
  }
}
