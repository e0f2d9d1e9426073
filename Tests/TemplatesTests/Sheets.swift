import Templates

/// Small pages to check templates against.
struct Author: Fields {
  let name: String
  let path: String

  func field(_ name: String) -> Field? {
    switch name {
    case "name": .text(self.name)
    case "path": .text(path)
    default: nil
    }
  }
}

struct Sheet: Page {
  var title = "A title"
  var body = SafeHTML(trusted: "<p>Hi</p>")
  var count = 2
  var isOpen = true
  var author: Author? = Author(name: "Ana", path: "/m/ana")
  var answers = [Author(name: "Kai", path: "/m/kai"), Author(name: "Bo", path: "/m/bo")]
  var note: String? = "noted"

  static let template = "sheet"
  static var sample: Self { Sheet() }

  func field(_ name: String) -> Field? {
    switch name {
    case "title": .text(title)
    case "body": .html(body)
    case "count": .number(count)
    case "isOpen": .flag(isOpen)
    case "author": author.map { .one($0) } ?? .nothing
    case "answers": .many(answers)
    case "note": note.map { .text($0) } ?? .nothing
    default: nil
    }
  }
}

/// The same with a sample that shows too little.
struct BareSheet: Page {
  let author: Author?
  let answers: [Author]
  let note: String?

  static let template = "sheet"
  static var sample: Self { BareSheet(author: nil, answers: [], note: nil) }

  func field(_ name: String) -> Field? {
    switch name {
    case "author": author.map { .one($0) } ?? .nothing
    case "answers": .many(answers)
    case "note": note.map { .text($0) } ?? .nothing
    default: nil
    }
  }
}

struct Line: Page {
  var text = "x"

  static let template = "line"
  static var sample: Self { Line() }

  func field(_ name: String) -> Field? { name == "text" ? .text(text) : nil }
}

struct Letter: Page {
  var name = "Ana & Kai"
  var count = 1

  static let template = "letter.txt"
  static var sample: Self { Letter() }

  func field(_ name: String) -> Field? {
    switch name {
    case "name": .text(self.name)
    case "count": .number(count)
    default: nil
    }
  }
}

/// Uses every field of a sheet, so that a test is about its own lines only.
let restOfSheet = """
  <!-- -->{{title}}{{{body}}}{{count}}{{#isOpen}}{{/isOpen}}{{#author}}{{name}}{{path}}{{/author}}{{#answers}}{{name}}{{/answers}}{{#note}}{{/note}}
  """

let english = """
  sheet.title = Hello, {title}
  sheet.count = {count|zero=nobody|one=# person has|other=# people have} this
  sheet.plain = "Fish" & <chips>
  sheet.wrong = {nobody} is here
  sheet.author = {author.name} wrote
  letter.hello = Dear {name}, {count|one=# answer|other=# answers}
  """

func catalog(_ text: String = english) throws -> MessageCatalog {
  try MessageCatalog(language: "en", files: ["en/test.words": text])
}

/// What a sheet's template makes of a sheet, without the part that only uses up the other fields.
func rendered(_ template: String, _ sheet: Sheet = Sheet(), _ others: [String: String] = [:]) throws -> String {
  var sources = others
  sources["sheet.mustache"] = template + "<hr>" + restOfSheet
  let library = try TemplateLibrary(sources: sources, pages: [Sheet.self], words: catalog())
  let whole = String(decoding: library.render(sheet), as: UTF8.self)
  return String(whole[..<(whole.firstRange(of: "<hr>")?.lowerBound ?? whole.endIndex)])
}

/// The faults of a sheet's template, without the part that only uses up the other fields.
func faults(_ template: String, _ others: [String: String] = [:], page: any Page.Type = Sheet.self) -> [String] {
  var sources = others
  sources["\(page.template).mustache"] = template + (page == Sheet.self ? "\n" + restOfSheet : "")
  do {
    _ = try TemplateLibrary(sources: sources, pages: [page], words: catalog())
    return []
  } catch let errors as TemplateErrors {
    return errors.faults.map(\.description)
  } catch {
    return ["\(error)"]
  }
}
