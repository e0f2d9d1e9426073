/// Members that something speaks for, with a row of numbers each: what the signs say.
struct Gathering: Sendable {
  private var rows: [Int32]
  private(set) var members: [UInt32] = []
  private var values: [Double] = []
  private let width: Int
  private let isClosed: Bool

  /// With `only`, nobody else is taken in.
  init(places: Int, width: Int, only members: [UInt32]?) {
    rows = Array(repeating: -1, count: places)
    self.width = width
    isClosed = members != nil
    for member in members ?? [] { _ = join(member) }
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * width + column] }
    set { values[row * width + column] = newValue }
  }

  func signs(_ row: Int) -> ArraySlice<Double> { values[row * width..<(row + 1) * width] }

  mutating func add(_ amount: Double, to column: Int, of member: UInt32) {
    if rows[Int(member)] < 0, isClosed { return }
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

  /// Keeps the rows that are highest in a column, when there are more; in no order that matters.
  mutating func keep(_ most: Int, by column: Int, id: (UInt32) -> Int64) {
    guard !isClosed, members.count > most else { return }
    let order = members.indices.map { (row: $0, worth: self[$0, column], id: id(members[$0])) }
      .sorted { $0.worth != $1.worth ? $0.worth > $1.worth : $0.id < $1.id }
    let kept = order.prefix(most).map(\.row)
    for entry in order.dropFirst(most) { rows[Int(members[entry.row])] = -1 }
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
