/// Rows that one statement writes together. Every count of rows is another statement to prepare, so there are only a few.
enum ManyRows {
  private static let sizes = [64, 8, 1]

  /// All of them in their order, in parts of these few sizes.
  static func parts<Row>(of rows: [Row]) -> [ArraySlice<Row>] {
    var parts: [ArraySlice<Row>] = []
    var rest = rows[...]
    for size in sizes {
      while rest.count >= size {
        parts.append(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
    }
    return parts
  }
}
