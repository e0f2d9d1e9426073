/// What Swift code hands to a message's placeholder.
package enum WordArgument: Sendable, Equatable {
  case text(String)
  case number(Int)
}

/// The words of the interface for Swift code: subjects, problems of a form, whatever no template writes.
package struct Words: Sendable {
  private let catalog: any WordCatalog
  private let numbers: GroupedNumber

  /// Speaks from that catalog.
  package init(_ catalog: any WordCatalog) {
    self.catalog = catalog
    numbers = GroupedNumber(catalog)
  }

  /// The language of the words, for a page's `lang` and `dir`.
  package var language: Language { catalog.language }

  /// A number as its readers write it: `1,234` or `1.234`.
  package func number(_ number: Int) -> String { numbers.text(number) }

  /// A message that the catalog may not have, without arguments.
  package func known(_ key: String) -> String? { catalog.message(key) == nil ? nil : text(key) }

  /// The message as plain text; a key that the catalog lacks shows as itself, a missing argument as its `{name}`.
  package func text(_ key: String, _ arguments: [String: WordArgument] = [:]) -> String {
    guard let text = catalog.message(key) else { return key }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\\") }) else { return text }
    guard let message = try? MessageParser.parse(text) else { return text }
    return spoken(message.pieces, arguments)
  }

  private func spoken(_ pieces: [Message.Piece], _ arguments: [String: WordArgument]) -> String {
    var spoken = ""
    for piece in pieces {
      switch piece {
      case .text(let text): spoken += text
      case .argument(let name), .count(let name): spoken += shown(name, arguments)
      case .plural(let name, let forms):
        spoken += self.spoken(forms.form(for: arguments[name]?.count, catalog.language.plural), arguments)
      }
    }
    return spoken
  }

  private func shown(_ name: String, _ arguments: [String: WordArgument]) -> String {
    switch arguments[name] {
    case .text(let text): text
    case .number(let number): numbers.text(number)
    case nil: "{\(name)}"
    }
  }
}

extension WordArgument {
  fileprivate var count: Int? { if case .number(let number) = self { number } else { nil } }
}
