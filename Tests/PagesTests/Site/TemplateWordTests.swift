import Testing

@Suite struct TemplateWordTests {
  @Test("templates hold no words of their own: all come from the catalog") func noLetters() throws {
    for (path, text) in try Repository.templates().sorted(by: { $0.key < $1.key }) {
      #expect(ownWords(in: text) == [], "\(path)")
    }
  }

  @Test("a word in a template or in one of its spoken attributes is found") func canFail() {
    #expect(ownWords(in: "<p>Hello {{name}}</p>") == ["Hello"])
    #expect(ownWords(in: #"<a href="/x" aria-label="Close it">{{words.x}}</a>"#) == ["Close it"])
    #expect(ownWords(in: #"<a href="/x" aria-label="{{words.close}}">{{words.x}} &middot; 1</a>"#) == [])
  }

  /// What a reader would see or hear that is neither a field nor a message.
  private func ownWords(in template: String) -> [String] {
    let filled = template.replacing(/\{\{\{?[^}]*\}?\}\}/, with: "")
    let spoken = filled.matches(of: /(?:aria-label|title|placeholder|alt)="([^"]*)"/).map { String($0.1) }
    let shown = filled.replacing(/<[^>]*>/, with: "\n").replacing(/&[a-z]+;/, with: " ").split(separator: "\n").map(String.init)
    return (spoken + shown).map { $0.trimming }.filter { $0.contains(where: \.isLetter) }
  }
}

extension String {
  fileprivate var trimming: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
