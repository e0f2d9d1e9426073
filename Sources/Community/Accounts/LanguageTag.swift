package import Database

/// A language by its tag, such as `de` or `pt-BR`: the one a member reads in. Whether there are words for it is not known here.
package struct LanguageTag: Sendable, Hashable {
  package let text: String

  /// Nil for what has not the form of a tag.
  package init?(_ raw: String) {
    let isPlain = raw.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }
    guard (2...35).contains(raw.utf8.count), isPlain else { return nil }
    text = raw
  }
}

/// Chooses the language of pages and mail.
package struct SetLanguage: Sendable {
  let language: LanguageTag?
  /// Nil leaves it to the browser.
  package init(_ language: LanguageTag?) { self.language = language }
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run("UPDATE member SET language = \(language?.text) WHERE id = \(actor.id)")
  }
}
