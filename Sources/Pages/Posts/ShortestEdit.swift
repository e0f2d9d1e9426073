/// The fewest removals and additions that lead from one row of signs to another, by Myers, "An O(ND) Difference Algorithm" (1986).
struct ShortestEdit {
  /// A run of signs both have at their place, as ranges of the same length.
  struct Match: Equatable {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// The common runs in order; nil when more than `most` edits would be needed, so that time and memory stay within `most` squared.
  static func matches(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, most: Int) -> [Match]? {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old.dropFirst(start), new.dropFirst(start))
    let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    guard let middle = pairs(oldRest.dropLast(end), newRest.dropLast(end), most: most) else { return nil }
    var runs = Runs()
    for step in 0..<start { runs.add(old.startIndex + step, new.startIndex + step) }
    for pair in middle { runs.add(pair.0, pair.1) }
    for step in 0..<end { runs.add(old.endIndex - end + step, new.endIndex - end + step) }
    return runs.matches
  }

  /// The places of equal signs, one by one; the ends differ.
  private static func pairs(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, most: Int) -> [(Int, Int)]? {
    let (a, b) = (old.count, new.count)
    if a == 0 || b == 0 { return [] }
    // How far each diagonal was reached with d edits; one row is kept for each d, to find the way back.
    var rows: [[Int]] = []
    var reached = [Int](repeating: 0, count: 2 * min(most, a + b) + 3)
    let middle = min(most, a + b) + 1
    for edits in 0...min(most, a + b) {
      rows.append(Array(reached[(middle - edits - 1)...(middle + edits + 1)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown = diagonal == -edits || (diagonal != edits && reached[middle + diagonal - 1] < reached[middle + diagonal + 1])
        var x = isDown ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1
        while x < a, x - diagonal < b, x - diagonal >= 0, old[old.startIndex + x] == new[new.startIndex + x - diagonal] { x += 1 }
        reached[middle + diagonal] = x
        if x >= a, x - diagonal >= b { return way(back: rows, from: a, b, old.startIndex, new.startIndex) }
      }
    }
    return nil
  }

  private static func way(back rows: [[Int]], from a: Int, _ b: Int, _ oldStart: Int, _ newStart: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (a, b)
    for edits in stride(from: rows.count - 1, through: 0, by: -1) {
      let row = rows[edits]
      func reached(_ diagonal: Int) -> Int { row[diagonal + edits + 1] }
      let diagonal = x - y
      let isDown = diagonal == -edits || (diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1))
      let before =
        edits == 0
        ? (x: 0, y: 0)
        : isDown
          ? (x: reached(diagonal + 1), y: reached(diagonal + 1) - diagonal - 1)
          : (x: reached(diagonal - 1), y: reached(diagonal - 1) - diagonal + 1)
      while x > before.x, y > before.y {
        (x, y) = (x - 1, y - 1)
        pairs.append((oldStart + x, newStart + y))
      }
      (x, y) = before
    }
    return pairs.reversed()
  }

  private struct Runs {
    var matches: [Match] = []
    mutating func add(_ old: Int, _ new: Int) {
      if let last = matches.last, last.old.upperBound == old, last.new.upperBound == new {
        matches[matches.count - 1] = Match(old: last.old.lowerBound..<old + 1, new: last.new.lowerBound..<new + 1)
      } else {
        matches.append(Match(old: old..<old + 1, new: new..<new + 1))
      }
    }
  }
}
