import Foundation
import Pages
import Templates
import Testing

@Suite("Every translation") struct TranslationTests {
  private static let languages = ["de"]

  /// What is said alike in both languages.
  private static let alike: [String: Set<String>] = [
    "de": [
      "month.4.long", "month.8.long", "month.9.long", "month.11.long", "time.month", "layout.feed", "layout.moderation",
      "mail.decision.subject", "act.because", "theme.system", "similar.solved.what",
      "field.name", "profile.handle", "follow.level.normal", "following.changed", "settings.mail", "search.language.is.example",
      "search.language.dates.example", "privacy.cookies", "privacy.mail", "backups.megabytes", "numbers.count", "numbers.percent",
      "health.milliseconds", "setting.siteName", "admin.tags", "tag.title", "importKind.stackExchange", "importKind.discourse",
    ]
  ]

  @Test("has every message of the original with the same parts, and no other", arguments: languages) func complete(_ tag: String) throws {
    let translation = try Translation(Repository.catalog(tag), of: Repository.catalog())
    #expect(translation.gaps.map(\.description) == [])
  }

  @Test("leaves nothing in English but what is said alike", arguments: languages) func translated(_ tag: String) throws {
    let (own, original) = (try Repository.catalog(tag), try Repository.catalog())
    let same = own.keys.filter { own.message($0) == original.message($0) }
    #expect(same == Self.alike[tag], "\(same.symmetricDifference(Self.alike[tag] ?? []).sorted())")
  }

  @Test("is compiled into every page", arguments: languages) func compiles(_ tag: String) throws {
    let translation = try Translation(Repository.catalog(tag), of: Repository.catalog())
    _ = try TemplateLibrary(sources: Repository.templates(), pages: AllPages.types, words: translation)
  }

  @Test("takes lists that a script takes apart into as many parts", arguments: languages) func lists(_ tag: String) throws {
    let (own, original) = (try Repository.catalog(tag), try Repository.catalog())
    for key in ["toolbar", "draft.script", "picture.script"] {
      func parts(_ catalog: MessageCatalog) -> Int { catalog.message(key)?.split(separator: "|").count ?? 0 }
      #expect(parts(own) == parts(original), "\(key)")
    }
  }

  @Test("is calm and speaks to one person in one way: Sie, German quotes, no exclamation marks") func manners() throws {
    let german = try Repository.catalog("de")
    for key in german.keys.sorted() {
      let text = try #require(german.message(key))
      let words = text.split { !$0.isLetter }.map { $0.lowercased() }
      #expect(!text.contains("!"), "\(key): \(text)")
      #expect(
        ["du", "dich", "dir", "dein", "deine", "deinen", "deiner", "ups", "sorry", "leider"].allSatisfy { !words.contains($0) },
        "\(key): \(text)")
      #expect(text.filter { $0 == "„" }.count == text.filter { $0 == "“" }.count, "\(key): \(text)")
      #expect(!text.contains("”") && (key == "ask.noCategory.admin" || !text.contains("\"")), "\(key): \(text)")
    }
  }
}
