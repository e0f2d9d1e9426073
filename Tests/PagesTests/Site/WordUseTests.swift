import Community
import Foundation
import Pages
import Templates
import Testing

@Suite struct WordUseTests {
  @Test("every word of the catalog is spoken by a template or by Swift") func noneUnused() throws {
    let catalog = try Repository.catalog()
    let library = try TemplateLibrary(sources: Repository.templates(), pages: AllPages.types, words: catalog)
    let spoken = try SpokenInSwift()
    let unused = catalog.keys.filter { !library.usedWords.contains($0) && !spoken.covers($0) }
    #expect(unused.sorted() == [])
  }

  @Test("every word that Swift asks for by its whole key is in the catalog") func noneMissing() throws {
    let catalog = try Repository.catalog()
    let missing = try SpokenInSwift().asked.filter { catalog.message($0) == nil }
    #expect(missing.sorted() == [])
  }

  @Test("every refusal, problem, limit and role has a sentence") func everyCase() throws {
    let catalog = try Repository.catalog()
    let keys =
      Problem.Code.allCases.map { "problem.\($0.rawValue)" } + ForumError.Refusal.allCases.map { "refusal.\($0.rawValue)" }
      + ForumError.Conflict.allCases.map { "conflict.\($0.rawValue)" } + ForumError.Limit.allCases.map { "limit.\($0.rawValue)" }
      + Role.allCases.map { "role.\($0.rawValue)" }
      + ErrorPage.Kind.allCases.flatMap { ["error.\($0.rawValue).title", "error.\($0.rawValue).text"] }
      + PassingPage.Kind.allCases.flatMap { kind in ["title", "text", "next"].map { "passing.\(kind.rawValue).\($0)" } }
    #expect(keys.filter { catalog.message($0) == nil } == [])
  }

  @Test("the sentence of an act that is told on the next page is there") func everyFlash() throws {
    let catalog = try Repository.catalog()
    let codes = catalog.keys.filter { $0.hasPrefix("flash.") }.map { String($0.dropFirst("flash.".count)) }
    let web = try Repository.texts(in: "Sources/Web", ending: ".swift").values.joined()
    #expect(codes.filter { !web.contains("\"\($0)\"") } == [], "nobody says these")
    for match in web.matches(of: /\.flash\("([A-Za-z]+)"/) { #expect(catalog.message("flash.\(match.1)") != nil, "\(match.1)") }
  }

  @Test("words are calm: no exclamation marks, nobody says oops or sorry") func calm() throws {
    let catalog = try Repository.catalog()
    for key in catalog.keys.sorted() {
      let text = try #require(catalog.message(key))
      #expect(!text.contains("!"), "\(key): \(text)")
      for word in ["oops", "sorry", "whoops", "something went wrong!"] { #expect(!text.lowercased().contains(word), "\(key): \(text)") }
    }
  }
}

/// The keys that Swift code names: whole ones, and families named by what stands before an interpolation.
private struct SpokenInSwift {
  private var whole: Set<String> = []
  private var families: Set<String> = []
  /// The whole keys handed to `words.text` or as a hint.
  var asked: Set<String> = []

  init() throws {
    for folder in ["Sources/Templates", "Sources/Pages", "Sources/Web", "Sources/Jobs", "Sources/Kindred"] {
      for text in try Repository.texts(in: folder, ending: ".swift").values {
        for match in text.matches(of: /"([A-Za-z][A-Za-z0-9.\-]*)"/) { whole.insert(String(match.1)) }
        for match in text.matches(of: /"([a-z][A-Za-z0-9]*\.[A-Za-z0-9.\-]*)\\\(/) { families.insert(String(match.1)) }
        for match in text.matches(of: /(?:words\.text\(|hint: )"([a-z][A-Za-z0-9.\-]*)"/) { asked.insert(String(match.1)) }
      }
    }
  }

  func covers(_ key: String) -> Bool { whole.contains(key) || families.contains { key.hasPrefix($0) } }
}
