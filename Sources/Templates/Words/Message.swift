/// A catalog's message taken apart: `{name} has {count|one=# answer|other=# answers}`.
struct Message: Sendable, Equatable {
  indirect enum Piece: Sendable, Equatable {
    case text(String)
    case argument(String)
    /// The `#` of a plural.
    case count(String)
    case plural(String, zero: [Piece]?, one: [Piece]?, other: [Piece])
  }

  let pieces: [Piece]
}

/// The plural of English, German and their neighbours; `zero` is an exact number in every language and is asked for before this.
enum PluralCategory {
  case one
  case other

  init(of number: Int) {
    self = number == 1 ? .one : .other
  }
}
