/// Members that something speaks for, with a row of numbers each.
struct Gathering: Sendable {
  private var rows: [Int32]
  private(set) var members: [UInt32] = []
  private var values: [Double] = []
  let width: Int

  init(places: Int, width: Int) {
    rows = Array(repeating: -1, count: places)
    self.width = width
  }

  func row(of member: UInt32) -> Int? { rows[Int(member)] < 0 ? nil : Int(rows[Int(member)]) }

  mutating func join(_ member: UInt32) -> Int {
    if rows[Int(member)] >= 0 { return Int(rows[Int(member)]) }
    rows[Int(member)] = Int32(members.count)
    members.append(member)
    values.append(contentsOf: repeatElement(0, count: width))
    return members.count - 1
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * width + column] }
    set { values[row * width + column] = newValue }
  }

  mutating func add(_ amount: Double, to column: Int, of member: UInt32) {
    values[join(member) * width + column] += amount
  }

  /// Divides a column by its highest value, so that columns can be added up.
  mutating func scale(_ column: Int) {
    let highest = members.indices.reduce(0.0) { max($0, self[$1, column]) }
    guard highest > 0 else { return }
    for row in members.indices { self[row, column] /= highest }
  }

  func row(_ row: Int) -> ArraySlice<Double> { values[row * width..<(row + 1) * width] }
}
