/// What Swift code hands to a message's placeholder.
package enum WordArgument: Sendable, Equatable {
  case text(String)
  case number(Int)
}

/// The words of the interface for Swift code: subjects, problems of a form, whatever no template writes.
package struct Words: Sendable {
  private let catalog: any WordCatalog

  /// Speaks from that catalog.
  package init(_ catalog: any WordCatalog) {
    self.catalog = catalog
  }

  /// The language of the words, for a page's `lang`.
  package var language: String { catalog.language }

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
      case .plural(let name, let zero, let one, let other):
        spoken += self.spoken(branch(for: arguments[name], zero, one, other), arguments)
      }
    }
    return spoken
  }

  private func shown(_ name: String, _ arguments: [String: WordArgument]) -> String {
    switch arguments[name] {
    case .text(let text): text
    case .number(let number): String(number)
    case nil: "{\(name)}"
    }
  }

  private func branch(
    for argument: WordArgument?, _ zero: [Message.Piece]?, _ one: [Message.Piece]?, _ other: [Message.Piece]
  ) -> [Message.Piece] {
    guard case .number(let number) = argument else { return other }
    if number == 0, let zero { return zero }
    if PluralCategory(of: number) == .one, let one { return one }
    return other
  }
}
