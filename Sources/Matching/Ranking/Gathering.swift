/// Members that something speaks for, with a row of numbers each: what the signs say.
struct Gathering: Sendable {
  private var rows: [Int32]
  private(set) var members: [UInt32] = []
  private var values: [Double] = []
  private let width: Int

  init(places: Int, width: Int) {
    rows = Array(repeating: -1, count: places)
    self.width = width
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * width + column] }
    set { values[row * width + column] = newValue }
  }

  func signs(_ row: Int) -> ArraySlice<Double> { values[row * width..<(row + 1) * width] }

  mutating func add(_ amount: Double, to column: Int, of member: UInt32) {
    values[join(member) * width + column] += amount
  }

  /// Sets a number of those who are here already.
  mutating func note(_ amount: Double, in column: Int, of member: UInt32) {
    if rows[Int(member)] >= 0 { values[Int(rows[Int(member)]) * width + column] = amount }
  }

  /// Makes a column of sums that grow without end one from 0 to 1, so that columns can be added up. Twice as much is only a little more.
  mutating func level(_ column: Int, isLogarithmic: Bool) {
    let highest = members.indices.reduce(0.0) { max($0, self[$1, column]) }
    guard highest > 0 else { return }
    for row in members.indices {
      let share = self[row, column] / highest
      self[row, column] = isLogarithmic ? Curve.log(1 + 100 * share) / Curve.log(101) : share
    }
  }

  /// As many candidates all come in, found or not: a small community is compared as a whole.
  static let fewCandidates = 4_000

  /// Keeps the rows of candidates, of many those `most` that are highest in a column; in no order that matters.
  mutating func keep(_ most: Int, by column: Int, among candidates: Set<Int64>?, in table: Places<MemberRecord>) {
    var most = most
    if let candidates, candidates.count <= Self.fewCandidates {
      most = candidates.count
      for candidate in candidates { if let member = table.place(of: candidate) { _ = join(member) } }
    }
    var order = members.indices.map { (row: $0, worth: self[$0, column], id: table[members[$0]].id) }
    if let candidates { order.removeAll { !candidates.contains($0.id) } }
    if order.count > most { order.sort { $0.worth != $1.worth ? $0.worth > $1.worth : $0.id < $1.id } }
    for member in members { rows[Int(member)] = -1 }
    let kept = order.prefix(most).map(\.row)
    (members, values) = (kept.map { members[$0] }, kept.flatMap { Array(signs($0)) })
    for (row, member) in members.enumerated() { rows[Int(member)] = Int32(row) }
  }

  private mutating func join(_ member: UInt32) -> Int {
    if rows[Int(member)] >= 0 { return Int(rows[Int(member)]) }
    rows[Int(member)] = Int32(members.count)
    members.append(member)
    values.append(contentsOf: repeatElement(0, count: width))
    return members.count - 1
  }
}
