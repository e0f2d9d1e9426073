import Community
package import Templates

/// Puts letters into words: those of their receiver's language, in the templates' form.
package struct LetterWriter: Sendable {
  private let editions: Editions

  /// Their libraries must have been made with ``pages``.
  package init(_ editions: Editions) { self.editions = editions }

  /// The pages a library needs for letters.
  package static var pages: [any Page.Type] { [LetterPage.self, LetterTextPage.self] }

  /// `language` is the receiver's choice; without one, or without words for it, the site's own is theirs.
  package func write(_ letter: Letter, in language: String?) -> WrittenLetter {
    let edition = language.flatMap { editions[$0] } ?? editions.site
    let words = edition.words
    func spoken(_ part: String) -> String {
      let who = letter.about.map { $0.who ?? words.text("member.nameless") } ?? ""
      let arguments: [String: WordArgument] = [
        "site": .text(letter.site), "name": .text(letter.name), "subject": .text(letter.subject), "who": .text(who),
        "decision": .text(letter.decision.map { words.text("decision.\($0.rawValue)") } ?? ""),
      ]
      return words.text("mail.\(letter.kind.rawValue).\(part)", arguments)
    }
    let content = LetterContent(
      language: words.language,
      greeting: letter.name.isEmpty
        ? words.text("mail.greeting.stranger") : words.text("mail.greeting", ["name": .text(letter.name)]), text: spoken("text"),
      quote: letter.about?.beginning ?? letter.said.flatMap { $0.isEmpty ? nil : $0 },
      button: letter.url.map { LetterButton(label: spoken("button"), url: $0) }, after: spoken("after"),
      stop: letter.about.map { LetterButton(label: spoken("stop"), url: $0.stopURL) }, closing: letter.site)
    return WrittenLetter(
      subject: spoken("subject"), text: edition.letter(LetterTextPage(letter: content)), html: edition.letter(LetterPage(letter: content)))
  }
}
