/// A catalog's message taken apart: `{name} has {count|one=# answer|other=# answers}`.
struct Message: Sendable, Equatable {
  indirect enum Piece: Sendable, Equatable {
    case text(String)
    case argument(String)
    /// The `#` of a plural.
    case count(String)
    case plural(String, PluralForms)
  }

  let pieces: [Piece]

  /// The names of what is filled in.
  var arguments: Set<String> {
    var names: Set<String> = []
    walk(pieces) { piece in
      switch piece {
      case .text: break
      case .argument(let name), .count(let name), .plural(let name, _): names.insert(name)
      }
    }
    return names
  }

  /// The plurals in it.
  var plurals: [PluralForms] {
    pieces.compactMap { if case .plural(_, let forms) = $0 { forms } else { nil } }
  }

  private func walk(_ pieces: [Piece], _ visit: (Piece) -> Void) {
    for piece in pieces {
      visit(piece)
      if case .plural(_, let forms) = piece { for form in forms.all { walk(form, visit) } }
    }
  }
}

/// What a message says for the different numbers; `other` always says something.
struct PluralForms: Sendable, Equatable {
  /// For no thing at all.
  let zero: [Message.Piece]?
  let named: [PluralCategory: [Message.Piece]]

  var all: [[Message.Piece]] { (zero.map { [$0] } ?? []) + PluralCategory.allCases.compactMap { named[$0] } }

  func form(for number: Int?, _ rule: PluralRule) -> [Message.Piece] {
    let other = named[.other] ?? []
    guard let number else { return other }
    if number == 0, let zero { return zero }
    return named[rule.category(of: number)] ?? other
  }
}
