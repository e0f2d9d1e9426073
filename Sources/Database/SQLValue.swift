/// The kinds of values both engines store, so that even a missing value carries a type to bind with.
package enum SQLType: Sendable, Hashable { case integer, real, text, bytes, boolean }

/// A value on its way into or out of a statement, the same for both engines.
package enum SQLValue: Sendable, Hashable {
  case null(SQLType)
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
  case boolean(Bool)
}

/// A Swift type that can be bound in a statement and read from a column.
package protocol SQLConvertible: Sendable {
  /// The type a missing value of this kind is bound with.
  static var sqlType: SQLType { get }
  /// The value to bind.
  var sqlValue: SQLValue { get }
  /// Reads a column; nil when the column holds another type.
  init?(sqlValue: SQLValue)
}

extension SQLValue: SQLConvertible {
  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { self }
  package init?(sqlValue: SQLValue) { self = sqlValue }
}

extension Int64: SQLConvertible {
  package static var sqlType: SQLType { .integer }
  package var sqlValue: SQLValue { .integer(self) }
  package init?(sqlValue: SQLValue) {
    guard case .integer(let value) = sqlValue else { return nil }
    self = value
  }
}

extension Int: SQLConvertible {
  package static var sqlType: SQLType { .integer }
  package var sqlValue: SQLValue { .integer(Int64(self)) }
  package init?(sqlValue: SQLValue) {
    guard case .integer(let value) = sqlValue else { return nil }
    self = Int(value)
  }
}

extension Double: SQLConvertible {
  package static var sqlType: SQLType { .real }
  package var sqlValue: SQLValue { .real(self) }
  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .real(let value): self = value
    case .integer(let value): self = Double(value)
    default: return nil
    }
  }
}

extension String: SQLConvertible {
  package static var sqlType: SQLType { .text }
  /// Both engines cut text at U+0000, so it is left out before it can hide what follows.
  package var sqlValue: SQLValue { .text(utf8.contains(0) ? String(decoding: utf8.filter { $0 != 0 }, as: UTF8.self) : self) }
  package init?(sqlValue: SQLValue) {
    guard case .text(let value) = sqlValue else { return nil }
    self = value
  }
}

extension Bool: SQLConvertible {
  package static var sqlType: SQLType { .boolean }
  package var sqlValue: SQLValue { .boolean(self) }
  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .boolean(let value): self = value
    case .integer(let value): self = value != 0
    default: return nil
    }
  }
}

extension [UInt8]: SQLConvertible {
  package static var sqlType: SQLType { .bytes }
  package var sqlValue: SQLValue { .bytes(self) }
  package init?(sqlValue: SQLValue) {
    guard case .bytes(let value) = sqlValue else { return nil }
    self = value
  }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  package static var sqlType: SQLType { Wrapped.sqlType }
  package var sqlValue: SQLValue { self?.sqlValue ?? .null(Wrapped.sqlType) }
  package init?(sqlValue: SQLValue) {
    if case .null = sqlValue {
      self = .none
    } else if let value = Wrapped(sqlValue: sqlValue) {
      self = .some(value)
    } else {
      return nil
    }
  }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
  package static var sqlType: SQLType { RawValue.sqlType }
  package var sqlValue: SQLValue { rawValue.sqlValue }
  package init?(sqlValue: SQLValue) {
    guard let raw = RawValue(sqlValue: sqlValue), let value = Self(rawValue: raw) else { return nil }
    self = value
  }
}
