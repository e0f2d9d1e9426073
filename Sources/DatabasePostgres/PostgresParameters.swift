import CPostgres
import Database

/// The values of a statement in libpq's binary form, each with its type, so that a missing one has a type too.
struct PostgresParameters {
  /// libpq's name for "as bytes, not as text".
  static let binary: Int32 = 1

  private(set) var types: [Oid] = []
  private var bytes: [UInt8] = []
  private var places: [Range<Int>?] = []

  init(_ values: [SQLValue]) {
    for value in values {
      switch value {
      case .null(let type): add(nil as [UInt8]?, as: PostgresType(type))
      case .integer(let number): add(number.bigEndianBytes, as: .int8)
      case .real(let number): add(number.bitPattern.bigEndianBytes, as: .float8)
      case .text(let text): add(text.utf8, as: .text)
      case .bytes(let bytes): add(bytes, as: .bytea)
      case .boolean(let flag): add(CollectionOfOne(flag ? 1 : 0), as: .bool)
      }
    }
  }

  private mutating func add(_ value: (some Collection<UInt8>)?, as type: PostgresType) {
    types.append(type.rawValue)
    guard let value else { return places.append(nil) }
    let start = bytes.count
    bytes.append(contentsOf: value)
    places.append(start..<bytes.count)
  }

  /// Hands over what libpq's calls take: the count, the values, their lengths and their forms.
  func withPointers<T>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) -> T
  ) -> T {
    let lengths = places.map { Int32($0?.count ?? 0) }
    let formats = places.map { _ in Self.binary }
    // An empty value still needs an address: without one libpq takes it for a missing one.
    return (bytes + [0]).withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress!
      let values = places.map { place -> UnsafePointer<CChar>? in place.map { base + $0.lowerBound } }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            // Arrays without elements have no address, and libpq looks at none when the count is 0.
            withUnsafePointer(to: nil as UnsafePointer<CChar>?) { noValue in
              withUnsafePointer(to: 0 as Int32) { none in
                body(Int32(places.count), values.baseAddress ?? noValue, lengths.baseAddress ?? none, formats.baseAddress ?? none)
              }
            }
          }
        }
      }
    }
  }
}

/// The types of PostgreSQL that statements use, by the numbers it has for them everywhere.
enum PostgresType: Oid {
  case bool = 16
  case bytea = 17
  case int8 = 20
  case int2 = 21
  case int4 = 23
  case text = 25
  case float8 = 701
  case varchar = 1043
  case numeric = 1700

  init(_ type: SQLType) {
    self =
      switch type {
      case .integer: .int8
      case .real: .float8
      case .text: .text
      case .bytes: .bytea
      case .boolean: .bool
      }
  }
}

extension FixedWidthInteger {
  fileprivate var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
