import Testing

@testable import Templates

@Suite("Languages") struct LanguageTests {
  @Test("tags are told from what is none, and say which way a language is written") func tags() {
    for tag in ["en", "de", "pt-BR", "zh-Hant-TW", "ckb"] { #expect(Language.isTag(tag), "\(tag)") }
    for text in ["", "e", "EN", "de-", "de_AT", "german", "../de", "de-A", "de\u{0}", "de-verylongpart"] {
      #expect(!Language.isTag(text), "\(text)")
    }
    for tag in ["ar", "he", "fa-IR", "ar-XB", "az-Arab"] { #expect(Language(tag).isRightToLeft, "\(tag)") }
    for tag in ["en", "de", "ar-Latn", "en-XA"] { #expect(!Language(tag).isRightToLeft, "\(tag)") }
  }

  /// Examples of each form from CLDR's table of plurals.
  @Test(
    "count as CLDR says",
    arguments: [
      ("de", [0, 1, 2, 11, 21], "other one other other other"), ("fr", [0, 1, 2], "one one other"), ("ja", [0, 1, 5], "other other other"),
      ("ru", [1, 2, 5, 11, 12, 21, 22, 111, 112], "one few many many many one few many many"),
      ("pl", [1, 2, 5, 12, 21, 22], "one few many many many few"), ("cs", [1, 4, 5], "one few other"),
      ("sl", [1, 2, 3, 4, 5, 101], "one two few few other one"), ("lt", [1, 2, 10, 11, 21], "one few other other one"),
      ("ro", [0, 1, 2, 19, 20, 101], "few one few few other few"), ("he", [1, 2, 3], "one two other"),
      ("ar", [1, 2, 3, 11, 100, 102], "one two few many other other"), ("xx", [1, 2], "one other"),
    ])
  func plurals(_ tag: String, _ numbers: [Int], _ forms: String) {
    let rule = Language(tag).plural
    let found = numbers.map { rule.category(of: $0) }
    #expect(found.map(\.rawValue).joined(separator: " ") == forms)
    #expect(rule.categories.isSuperset(of: found))
  }

  @Test("a number between tags and in a message is grouped, in an attribute it is as machines write it") func grouped() throws {
    var sheet = Sheet()
    sheet.count = 1_234_567
    let words = english + "\nnumber.group = '"
    let source = "<p id=\"n{{count}}\" title=\"{{words.sheet.count}}\">{{count}}</p>" + restOfSheet
    let library = try TemplateLibrary(sources: ["sheet.mustache": source], pages: [Sheet.self], words: catalog(words))
    let text = String(decoding: library.render(sheet), as: UTF8.self)
    #expect(text.hasPrefix("<p id=\"n1234567\" title=\"1&#39;234&#39;567 people have this\">1&#39;234&#39;567</p>"), "\(text)")
    let spoken = Words(try catalog(words))
    #expect([0, 999, 1000, -1234, 12_345].map(spoken.number) == ["0", "999", "1'000", "-1'234", "12'345"])
    #expect(Words(try catalog()).number(12_345) == "12345")
  }

  @Test("a page speaks the plurals of its language") func spokenPlurals() throws {
    let polish = """
      sheet.count = {count|zero=nikt|one=# osoba|few=# osoby|many=# osób|other=# osoby}
      """
    let catalog = try MessageCatalog(language: "pl", files: ["pl.words": polish])
    let library = try TemplateLibrary(
      sources: ["sheet.mustache": "{{words.sheet.count}};" + restOfSheet], pages: [Sheet.self], words: catalog)
    func said(_ count: Int) -> String {
      var sheet = Sheet()
      sheet.count = count
      return String(String(decoding: library.render(sheet), as: UTF8.self).prefix { $0 != ";" })
    }
    #expect([0, 1, 3, 5, 22].map(said) == ["nikt", "1 osoba", "3 osoby", "5 osób", "22 osoby"])
    #expect(Words(catalog).text("sheet.count", ["count": .number(5)]) == "5 osób")
  }

  @Test("a translation says what it lacks, and is refused for what its original is not given") func translation() throws {
    let original = try MessageCatalog(
      language: "en", files: ["en": "language.name = English\na = Hi {name}\nb = {n|one=# day|other=# days}\nc = Bye\nd = {n}"])
    let own = try MessageCatalog(
      language: "pl",
      files: ["pl": "language.name = Polski\na = Hej\nb = {n|one=# dzień|other=# dni}\nx = Nic\nd = {n|one=1|two=2|few=3|many=4|other=5}"])
    let translation = try Translation(own, of: original)
    #expect(
      translation.gaps.map(\.description) == [
        "pl:1: \"c\" is missing; en stands in", "pl:2: \"a\" leaves out {name}", "pl:3: \"b\" has no few=", "pl:3: \"b\" has no many=",
        "pl:4: \"x\" is a message that nobody asks for", "pl:5: \"d\" has two=, which the language does not know",
      ])
    #expect(Words(translation).text("c") == "Bye" && Words(translation).text("a") == "Hej")
    let wrong = try MessageCatalog(language: "de", files: ["de": "a = Hallo {nick}"])
    let errors = #expect(throws: TemplateErrors.self) { try Translation(wrong, of: original) }
    #expect(
      errors?.faults.map(\.description) == [
        "de:1: \"a\" is not given {nick}; it may use {name}", "de:1: \"language.name\" says what the language calls itself; it is missing",
      ])
  }

  @Test("the accented language is longer, in brackets, without a plain letter, and fills in what the original does") func accented() throws
  {
    let words = Words(
      PseudoCatalog(try catalog("a = Hello \\{you\\}, {n|one=# answer|other=# \\| answers} to {name}\nb.example = tag:oven"), .accented))
    #expect(words.text("a", ["n": .number(2), "name": .text("Ana")]) == "⟦Ĥééļļöö {ýööûû}, 2 | ååñšŵééŕš ţöö Ana⟧")
    #expect(words.text("b.example") == "tag:oven")
    #expect(words.text("a", ["n": .number(1)]).contains("1 ååñšŵééŕ ţ"))
    #expect(words.language.tag == "en-XA" && !words.language.isRightToLeft)
  }

  @Test("the mirrored language turns every part of a list that a script takes apart") func mirrored() throws {
    let words = Words(PseudoCatalog(try catalog("a = One|Two {name}"), .mirrored))
    #expect(words.text("a", ["name": .text("Ana")]) == "\u{200F}\u{202E}One\u{202C}|\u{200F}\u{202E}Two \u{202C}Ana")
    #expect(words.language.isRightToLeft)
  }
}
