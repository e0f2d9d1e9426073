package import Templates

/// The site in one language: its words, and every template compiled with them. A reference, because every request carries one.
package final class Edition: Sendable {
  package let words: Words
  private let library: TemplateLibrary

  /// `library` was made with the catalog that the words are of.
  package init(words: Words, library: TemplateLibrary) {
    self.words = words
    self.library = library
  }

  /// The language's tag.
  package var tag: String { words.language.tag }
  /// What the language calls itself.
  package var name: String { words.text(Translation.name) }

  /// The page's bytes. Throws for a page that ``AllPages`` does not list: an error that is seen at once, not an empty page.
  package func render(_ page: any Page) throws -> [UInt8] {
    guard library.knows(page) else { throw UnlistedPage(name: String(describing: type(of: page))) }
    return library.render(page)
  }

  private struct UnlistedPage: Error {
    let name: String
  }

  func letter<P: Page>(_ page: P) -> String { String(decoding: library.render(page), as: UTF8.self) }
}

/// Every language the site can be read in.
package final class Editions: Sendable {
  /// In the order in which they are offered.
  package let all: [Edition]
  /// The one for whoever asks for none of the others.
  package let site: Edition
  private let byTag: [String: Edition]
  private let choices: [String: [LanguageFields]]

  /// Nil when `site` is none of them.
  package init?(_ all: [Edition], site: String) {
    guard let own = all.first(where: { $0.tag == site }) else { return nil }
    self.all = all
    self.site = own
    byTag = Dictionary(all.map { ($0.tag, $0) }) { first, _ in first }
    let offered = all.count > 1 ? all : []
    choices = Dictionary(
      all.map { current in
        (current.tag, offered.map { LanguageFields(tag: $0.tag, name: $0.name, isCurrent: $0.tag == current.tag) })
      }
    ) { first, _ in first }
  }

  /// The one of that very tag.
  package subscript(tag: String) -> Edition? { byTag[tag] }
  /// Every tag, in order.
  package var tags: [String] { all.map(\.tag) }
  /// What a reader of one of them is offered; nothing where there is no choice.
  package func choices(in edition: Edition) -> [LanguageFields] { choices[edition.tag] ?? [] }
}

/// A language to choose, named by itself.
package struct LanguageFields: Fields {
  let tag: String
  let name: String
  let isCurrent: Bool

  package func field(_ field: String) -> Field? {
    switch field {
    case "tag": .text(tag)
    case "name": .text(name)
    case "isCurrent": .flag(isCurrent)
    default: nil
    }
  }

  func chosen(_ isChosen: Bool) -> LanguageFields { LanguageFields(tag: tag, name: name, isCurrent: isChosen) }

  static let samples = [
    LanguageFields(tag: "de", name: "Deutsch", isCurrent: false), LanguageFields(tag: "en", name: "English", isCurrent: true),
  ]
}

extension Language {
  /// As HTML's `dir` has it.
  var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
