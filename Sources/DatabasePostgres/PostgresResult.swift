import CPostgres
import Database

/// The answer to one statement, freed with its last reference.
final class PostgresResult {
  fileprivate let result: OpaquePointer
  init(_ result: OpaquePointer) { self.result = result }
  deinit { PQclear(result) }

  var rowCount: Int32 { PQntuples(result) }
  var changedRows: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

  /// What the server did, such as "COMMIT" or "INSERT 0 1".
  var tag: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }
  var isSelection: Bool { tag.hasPrefix("SELECT") }

  /// The first column of the first row as text, whatever form it came in: for answers to plain commands.
  var text: String? { rowCount > 0 ? PQgetvalue(result, 0, 0).map { String(cString: $0) } : nil }

  /// Throws what the server says is wrong, in the Store's vocabulary.
  func throwFault(of statement: String) throws {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
    default: throw postgresError(state: field("C"), message: field("M"), constraint: field("n"), statement: statement)
    }
  }

  private func field(_ code: Unicode.Scalar) -> String {
    PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) } ?? ""
  }
}

/// The columns of one row of a result.
final class PostgresColumns: Columns {
  private let rows: PostgresResult
  var row: Int32 = 0
  init(_ rows: PostgresResult) { self.rows = rows }

  func value(at index: Int) -> SQLValue {
    let column = Int32(index)
    let type = PostgresType(rawValue: PQftype(rows.result, column))
    if PQgetisnull(rows.result, row, column) == 1 { return .null(.text) }
    let bytes = UnsafeRawBufferPointer(
      start: PQgetvalue(rows.result, row, column), count: Int(PQgetlength(rows.result, row, column)))
    switch type {
    case .int8: return .integer(bytes.bigEndian(Int64.self))
    case .int4: return .integer(Int64(bytes.bigEndian(Int32.self)))
    case .int2: return .integer(Int64(bytes.bigEndian(Int16.self)))
    case .bool: return .boolean(bytes.first == 1)
    case .float8: return .real(Double(bitPattern: bytes.bigEndian(UInt64.self)))
    case .numeric: return numeric(bytes)
    case .bytea: return .bytes(Array(bytes))
    case .text, .varchar, nil: return .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// `sum` of whole numbers answers a numeric: digits to the base 10,000, the first of them worth 10,000 to the power of the weight.
  /// Nothing here asks for fractions.
  private func numeric(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
    let count = Int(bytes.bigEndian(Int16.self))
    let weight = Int(bytes.bigEndian(Int16.self, at: 2))
    let isNegative = bytes.bigEndian(UInt16.self, at: 4) == 0x4000
    guard count <= weight + 1 else { return .null(.integer) }
    var whole: Int64 = 0
    for place in 0..<weight + 1 {
      let digit = place < count ? Int64(bytes.bigEndian(Int16.self, at: 8 + place * 2)) : 0
      let (product, isTooLarge) = whole.multipliedReportingOverflow(by: 10_000)
      if isTooLarge { return .null(.integer) }
      whole = product + digit
    }
    return .integer(isNegative ? -whole : whole)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func bigEndian<T: FixedWidthInteger>(_ type: T.Type, at offset: Int = 0) -> T {
    T(bigEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
  }
}
