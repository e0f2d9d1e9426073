/// A row's attributes as typed values; each accessor says which attribute is wrong and how.
struct RowAttributes {
  let values: [String: String]

  func text(_ name: String) throws(RowFault) -> String {
    guard let value = values[name] else { throw RowFault(reason: "attribute \(name) is missing") }
    return value
  }

  func optionalText(_ name: String) -> String? { values[name] }

  func number(_ name: String) throws(RowFault) -> Int { try number(name, in: text(name)) }

  func optionalNumber(_ name: String) throws(RowFault) -> Int? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return try number(name, in: value)
  }

  /// Milliseconds UTC.
  func date(_ name: String) throws(RowFault) -> Int64 { try date(name, in: text(name)) }

  /// Milliseconds UTC.
  func optionalDate(_ name: String) throws(RowFault) -> Int64? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return try date(name, in: value)
  }

  private func number(_ name: String, in value: String) throws(RowFault) -> Int {
    guard let number = Int(value) else { throw RowFault(reason: "attribute \(name) is not a number") }
    return number
  }

  private func date(_ name: String, in value: String) throws(RowFault) -> Int64 {
    guard let date = DumpDate.milliseconds(value) else { throw RowFault(reason: "attribute \(name) is not a date") }
    return date
  }
}
