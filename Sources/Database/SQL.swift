/// A statement whose values can only be bound, never spliced: interpolated values become parameters, interpolated `SQL` composes.
///
///     let rows: [TopicRow] = try tx.all("SELECT \(columns) FROM topic WHERE id = \(id) AND \(visible)")
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
  enum Piece: Sendable, Hashable {
    case text(String)
    case value(SQLValue)
    case anyOf(type: SQLType, values: [SQLValue])
    indirect case twin(sqlite: SQL, postgres: SQL)
  }
  var pieces: [Piece]

  package init(stringLiteral text: String) { pieces = [.text(text)] }
  package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }
  init(pieces: [Piece]) { self.pieces = pieces }

  /// For statement text that comes from a file of ours (migrations), never from people.
  package init(trusted text: String) { pieces = [.text(text)] }

  /// For the few places where the engines truly differ, such as the index of words.
  package static func twin(sqlite: SQL, postgres: SQL) -> SQL { SQL(pieces: [.twin(sqlite: sqlite, postgres: postgres)]) }

  package static func + (a: SQL, b: SQL) -> SQL { SQL(pieces: a.pieces + b.pieces) }

  package struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []
    package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }
    package mutating func appendLiteral(_ text: String) { if !text.isEmpty { pieces.append(.text(text)) } }
    /// Binds a value with its type.
    package mutating func appendInterpolation(_ value: some SQLConvertible) { pieces.append(.value(value.sqlValue)) }
    /// Binds a value that may be missing.
    package mutating func appendInterpolation<T: SQLConvertible>(_ value: T?) { pieces.append(.value(value.sqlValue)) }
    /// Composes a fragment.
    package mutating func appendInterpolation(_ fragment: SQL) { pieces += fragment.pieces }
    /// `id \(anyOf: ids)` is true for the listed values, with one parameter however many there are.
    package mutating func appendInterpolation<T: SQLConvertible>(anyOf values: some Sequence<T>) {
      pieces.append(.anyOf(type: T.sqlType, values: values.map(\.sqlValue)))
    }
  }
}

extension [SQL] {
  /// The fragments one after the other, as in a SET list or a chain of conditions.
  package func joined(_ separator: SQL) -> SQL {
    var pieces: [SQL.Piece] = []
    for (index, fragment) in enumerated() {
      if index > 0 { pieces += separator.pieces }
      pieces += fragment.pieces
    }
    return SQL(pieces: pieces)
  }
}

/// The engine a statement is written out for.
package enum Dialect: Sendable { case sqlite, postgres }

extension SQL {
  /// The text and the parameters an engine prepares and binds.
  package func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
    if pieces.count == 1, case .text(let text) = pieces[0] { return (text, []) }
    var statement = RenderedStatement(dialect: dialect)
    statement.append(self)
    return (statement.text, statement.values)
  }
}

private struct RenderedStatement {
  let dialect: Dialect
  var text = ""
  var values: [SQLValue] = []

  mutating func append(_ sql: SQL) {
    for piece in sql.pieces {
      switch piece {
      case .text(let literal): text += literal
      case .value(let value): bind(value)
      case .twin(let sqlite, let postgres): append(dialect == .sqlite ? sqlite : postgres)
      case .anyOf(_, let list) where dialect == .sqlite:
        text += "IN (SELECT value FROM json_each("
        bind(.text(jsonArray(list)))
        text += "))"
      case .anyOf(let type, let list):
        text += "= ANY("
        bind(.text(postgresArray(list)))
        text += type == .text ? "::text[])" : "::bigint[])"
      }
    }
  }

  private mutating func bind(_ value: SQLValue) {
    values.append(value)
    if dialect == .sqlite { text += "?" } else { text += "$\(values.count)" }
  }
}

private func jsonArray(_ values: [SQLValue]) -> String {
  list(values, open: "[", close: "]", null: "null") { character in
    switch character {
    case "\"": "\\\""
    case "\\": "\\\\"
    case let c where c.value < 0x20: "\\u00" + (c.value < 16 ? "0" : "") + String(c.value, radix: 16)
    default: nil
    }
  }
}

private func postgresArray(_ values: [SQLValue]) -> String {
  list(values, open: "{", close: "}", null: "NULL") { $0 == "\"" ? "\\\"" : $0 == "\\" ? "\\\\" : nil }
}

private func list(
  _ values: [SQLValue], open: String, close: String, null: String, escape: (Unicode.Scalar) -> String?
) -> String {
  var text = open
  for (index, value) in values.enumerated() {
    if index > 0 { text += "," }
    switch value {
    case .integer(let number): text += String(number)
    case .text(let string):
      text += "\""
      for scalar in string.unicodeScalars {
        if let escaped = escape(scalar) { text += escaped } else { text.unicodeScalars.append(scalar) }
      }
      text += "\""
    case .boolean(let flag): text += flag ? "true" : "false"
    case .real(let number): text += String(number)
    case .null, .bytes: text += null
    }
  }
  return text + close
}
