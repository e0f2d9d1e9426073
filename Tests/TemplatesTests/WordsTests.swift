import Templates
import Testing

@Suite("The words of the interface")
struct WordsTests {
  @Test("stand in a page as escaped constants")
  func constants() throws {
    #expect(try rendered("<p>{{words.sheet.plain}}</p>") == "<p>&quot;Fish&quot; &amp; &lt;chips&gt;</p>")
    #expect(try rendered("<p title=\"{{words.sheet.plain}}\">") == "<p title=\"&quot;Fish&quot; &amp; &lt;chips&gt;\">")
  }

  @Test("take fields of the context, escaped")
  func placeholders() throws {
    #expect(try rendered("{{words.sheet.title}}", Sheet(title: "<b>")) == "Hello, &lt;b&gt;")
    #expect(try rendered("{{words.sheet.author}}") == "Ana wrote")
  }

  @Test(
    "choose the plural", arguments: [(0, "nobody this"), (1, "1 person has this"), (2, "2 people have this"), (21, "21 people have this")])
  func plural(_ count: Int, _ text: String) throws {
    #expect(try rendered("{{words.sheet.count}}", Sheet(count: count)) == text)
    #expect(try Words(catalog()).text("sheet.count", ["count": .number(count)]) == text)
  }

  @Test("serve Swift code as plain text")
  func swift() throws {
    let words = Words(try catalog())
    #expect(words.text("sheet.plain") == "\"Fish\" & <chips>")
    #expect(words.text("sheet.title", ["title": .text("<b>")]) == "Hello, <b>")
    #expect(words.text("sheet.title") == "Hello, {title}")
    #expect(words.text("no.such") == "no.such")
  }

  @Test("never read a placeholder from an argument")
  func hostileArgument() throws {
    #expect(Words(try catalog()).text("sheet.title", ["title": .text("{title} {x|one=} \\")]) == "Hello, {title} {x|one=} \\")
  }

  @Test("are written as key = message, with comments, continuations and escapes")
  func file() throws {
    let file = try CatalogFile("# c\na.b = One\n  two\n\nc = x = y \\{z\\} \\# \\|\n d\n", named: "x")
    #expect(file.messages == ["a.b": "One two", "c": "x = y \\{z\\} \\# \\| d"])
    let catalog = try MessageCatalog(language: "en", files: ["x": "c = \\{z\\} {n|one=\\# \\||other={m} #}"])
    #expect(Words(catalog).text("c", ["n": .number(1)]) == "{z} # |")
    #expect(Words(catalog).text("c", ["n": .number(3), "m": .text("many")]) == "{z} many 3")
  }

  @Test(
    "stop the load where a line is not understood",
    arguments: [
      ("a = 1\na = 2", "x:2: \"a\" is given twice; the first is on line 1"),
      ("a", "x:1: expected \"key = message\""),
      ("\n  a = 1", "x:2: an indented line continues a message, and there is none above"),
      ("a b = 1", "x:1: \"a b\" is not a key: letters, digits, dots, - and _"),
      ("a = ok\n\nb = {n", "x:3: \"b\": {n is not closed"),
      ("b = n}", "x:1: \"b\": a } has no {"),
      ("b = {}", "x:1: \"b\": a { needs a name: {name}"),
      ("b = {n|one=1}", "x:1: \"b\": {n|...} has no other="),
      ("b = {n|one=1|one=2|other=3}", "x:1: \"b\": {n|...} has one= twice"),
      ("b = {n|some=1|other=3}", "x:1: \"b\": {n|...} knows zero=, one=, two=, few=, many= and other="),
      ("b = {n|other=3", "x:1: \"b\": {n|...} is not closed"),
      ("b = {n|other={m|other=3}}", "x:1: \"b\": a plural cannot stand in a plural"),
      ("b = \\x", "x:1: \"b\": a \\ stands only before { } | # and \\"),
      ("b =", "x:1: \"b\" has no message"),
    ])
  func faultsOfFile(_ text: String, _ fault: String) {
    let errors = #expect(throws: TemplateErrors.self) { try MessageCatalog(language: "en", files: ["x": text]) }
    #expect(errors?.faults.map(\.description) == [fault])
  }

  @Test("are given by one file only")
  func twoFiles() {
    let errors = #expect(throws: TemplateErrors.self) { try MessageCatalog(language: "en", files: ["a": "k = 1", "b": "\nk = 2"]) }
    #expect(errors?.description == "b:2: \"k\" is given in a too")
  }
}
