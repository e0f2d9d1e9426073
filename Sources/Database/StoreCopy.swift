/// Moves every row from one Store into another of either engine, whose tables are there and may hold what migrations wrote.
/// Nobody else may write to either meanwhile.
package struct StoreCopy: Sendable {
  /// What was moved of one table, and what both sides add up to.
  package struct Table: Sendable, Equatable {
    package let name: String
    package let rows: Int
    /// FNV-1a over all values in the order of the key.
    package let sourceSum: UInt64
    package let targetSum: UInt64
    package let targetRows: Int
    /// Whether the target has what the source has.
    package var isAlike: Bool { rows == targetRows && sourceSum == targetSum }
  }

  /// Why nothing was moved.
  package enum Refusal: Error, Sendable, Equatable {
    /// The tables of one side are not those of the other: their migrations differ.
    case otherTables(String)
  }

  private static let batch = 500
  private let source: any Store
  private let target: any Store

  /// From one into the other.
  package init(from source: any Store, to target: any Store) { (self.source, self.target) = (source, target) }

  /// Empties the target, moves everything and reads it back. `progress` is told of rows done and of all.
  package func run(progress: (_ done: Int64, _ all: Int64, _ more: Int) -> Void) async throws -> [Table] {
    let tables = try await plan()
    let counts = try await source.read { tx in
      try tables.map { try tx.value("SELECT count(*) FROM \($0.sql)", as: Int64.self) ?? 0 }
    }
    // Each row is written once and read back once.
    let all = counts.reduce(0, +) * 2
    try await target.write { tx in for table in tables.reversed() { try tx.run("DELETE FROM \(table.sql)") } }
    var done: Int64 = 0
    var moved: [Table] = []
    for table in tables {
      let (rows, sum) = try await walk(table, in: source) { values in
        try await target.write { tx in try table.insert(values, in: tx) }
        done += Int64(values.count)
        progress(done, all, values.count)
      }
      try await mend(table)
      let (targetRows, targetSum) = try await walk(table, in: target) { values in
        done += Int64(values.count)
        progress(done, all, 0)
      }
      moved.append(Table(name: table.name, rows: rows, sourceSum: sum, targetSum: targetSum, targetRows: targetRows))
    }
    try await target.write { tx in try PlannerStatistics.renew(in: tx) }
    return moved
  }

  private func plan() async throws -> [CopiedTable] {
    let ours = try await source.read { try TableDescription.all(in: $0) }.filter { $0.name != "migration" }
    let theirs = Dictionary(uniqueKeysWithValues: try await target.read { try TableDescription.all(in: $0) }.map { ($0.name, $0) })
    return try ours.map { table in
      guard let other = theirs[table.name], Set(other.columns.map(\.name)) == Set(table.columns.map(\.name)), !table.key.isEmpty else {
        throw Refusal.otherTables(table.name)
      }
      return CopiedTable(table, other)
    }
  }

  /// Hands over every row in batches, in the order of the key; how many there were, and their sum.
  private func walk(_ table: CopiedTable, in store: any Store, _ each: ([[SQLValue]]) async throws -> Void) async throws -> (Int, UInt64) {
    var last: [SQLValue]?
    var count = 0
    var sum = Checksum()
    while true {
      let after = last
      let rows = try await store.read { tx in try table.rows(after: after, limit: Self.batch, in: tx) }
      for row in rows { for value in row { sum.add(value) } }
      count += rows.count
      if !rows.isEmpty { try await each(rows) }
      guard rows.count == Self.batch, let end = rows.last else { return (count, sum.value) }
      last = table.key(of: end)
    }
  }

  /// References to rows of the same table that came later, and where the numbers of new rows go on.
  private func mend(_ table: CopiedTable) async throws {
    var last: [SQLValue]?
    while !table.selfReferences.isEmpty {
      let after = last
      let rows = try await source.read { tx in try table.rows(after: after, limit: Self.batch, in: tx) }
      let late = rows.filter { table.refersAhead($0) }
      if !late.isEmpty { try await target.write { tx in try table.pointAhead(late, in: tx) } }
      guard rows.count == Self.batch, let end = rows.last else { break }
      last = table.key(of: end)
    }
    try await target.write { tx in try table.continueNumbers(in: tx) }
  }
}

/// A table on its way, its columns in the source's order.
private struct CopiedTable: Sendable {
  let name: String
  private let columns: [TableDescription.Column]
  private let keyPlaces: [Int]
  /// Columns that refer to the table itself.
  let selfReferences: [Int]
  private let hasNumbers: Bool

  init(_ table: TableDescription, _ other: TableDescription) {
    let otherTypes = Dictionary(uniqueKeysWithValues: other.columns.map { ($0.name, $0.type) })
    name = table.name
    // Either engine may be the one that knows a boolean from a number.
    columns = table.columns.map { column in
      let isBoolean = column.type == .boolean || otherTypes[column.name] == .boolean
      return TableDescription.Column(name: column.name, type: isBoolean ? .boolean : column.type, isOptional: column.isOptional)
    }
    keyPlaces = table.key.compactMap { key in table.columns.firstIndex { $0.name == key } }
    selfReferences = table.columns.indices.filter { place in
      table.references.contains(TableDescription.Reference(column: table.columns[place].name, table: table.name))
    }
    hasNumbers = table.key == ["id"]
  }

  var sql: SQL { SQL(trusted: "\"\(name)\"") }
  private func column(_ place: Int) -> SQL { SQL(trusted: "\"\(columns[place].name)\"") }
  private var list: SQL { columns.indices.map { column($0) }.joined(", ") }
  private var keyList: SQL { keyPlaces.map { column($0) }.joined(", ") }

  func key(of row: [SQLValue]) -> [SQLValue] { keyPlaces.map { row[$0] } }

  func rows(after last: [SQLValue]?, limit: Int, in tx: Transaction) throws -> [[SQLValue]] {
    let start: SQL = last.map { "WHERE (\(keyList)) > (\($0.map { "\($0)" as SQL }.joined(", ")))" } ?? ""
    return try tx.all("SELECT \(list) FROM \(sql) \(start) ORDER BY \(keyList) LIMIT \(limit)") { row in
      try columns.map { column in Self.fitted(try row.next(SQLValue.self), column.type) }
    }
  }

  func insert(_ rows: [[SQLValue]], in tx: Transaction) throws {
    for row in rows {
      var values = row
      if refersAhead(row) { for place in selfReferences { values[place] = .null(columns[place].type) } }
      try tx.run("INSERT INTO \(sql) (\(list)) VALUES (\(values.map { "\($0)" as SQL }.joined(", ")))")
    }
  }

  /// Whether a row refers to one that comes after it.
  func refersAhead(_ row: [SQLValue]) -> Bool {
    selfReferences.contains { place in
      guard case .integer(let to) = row[place], let first = keyPlaces.first, case .integer(let own) = row[first] else { return false }
      return to > own
    }
  }

  func pointAhead(_ rows: [[SQLValue]], in tx: Transaction) throws {
    for row in rows {
      let changes = selfReferences.map { "\(column($0)) = \(row[$0])" as SQL }.joined(", ")
      let isRow = keyPlaces.map { "\(column($0)) = \(row[$0])" as SQL }.joined(" AND ")
      try tx.run("UPDATE \(sql) SET \(changes) WHERE \(isRow)")
    }
  }

  /// SQLite goes on after the highest number by itself.
  func continueNumbers(in tx: Transaction) throws {
    guard hasNumbers else { return }
    _ = try tx.value(
      .twin(
        sqlite: "SELECT 1",
        postgres: "SELECT setval(pg_get_serial_sequence(\(name), 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) FROM \(sql)"),
      as: Int64.self)
  }

  private static func fitted(_ value: SQLValue, _ type: SQLType) -> SQLValue {
    switch (value, type) {
    case (.null, _): .null(type)
    case (.integer(let number), .boolean): .boolean(number != 0)
    default: value
    }
  }
}

/// FNV-1a over values, the same for both engines.
private struct Checksum {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ column: SQLValue) {
    switch column {
    case .null: add(byte: 0)
    case .integer(let number): add(tag: 1, bytes: withUnsafeBytes(of: number.littleEndian) { Array($0) })
    case .real(let number): add(tag: 2, bytes: withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) })
    case .text(let text): add(tag: 3, bytes: text.utf8)
    case .bytes(let bytes): add(tag: 4, bytes: bytes)
    case .boolean(let flag): add(byte: flag ? 6 : 5)
    }
  }

  private mutating func add(tag: UInt8, bytes: some Collection<UInt8>) {
    add(byte: tag)
    for byte in bytes { add(byte: byte) }
    add(byte: 0xFF)
  }

  private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
