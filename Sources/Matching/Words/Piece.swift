/// A stretch of a word that can be looked up by itself, as it stands in the scanner's folded bytes.
struct Piece {
  /// What stands between a piece and the one before it, the loosest bond first.
  enum Joint: Int, Comparable {
    case hyphen
    case at
    case dot
    case underscore
    /// Nothing: a capital or a digit begins (`camelCase`, `iphone15`).
    case none

    static func < (one: Joint, other: Joint) -> Bool { one.rawValue < other.rawValue }
  }

  var joint: Joint
  var folded: Range<Int>
  var source: Range<Int>
  var isNumber = false
}
