/// The members of a JSON object as typed values; each accessor says which one is wrong and how.
struct JSONFields {
  private let fields: KeyedDecodingContainer<JSONKey>

  init(_ decoder: any Decoder) throws(RowFault) {
    do { fields = try decoder.container(keyedBy: JSONKey.self) } catch { throw RowFault(reason: "is no object") }
  }

  func text(_ name: String) throws(RowFault) -> String { try wanted(name, optionalText(name)) }

  func optionalText(_ name: String) throws(RowFault) -> String? { try value(name, "a text") }

  func number(_ name: String) throws(RowFault) -> Int { try wanted(name, optionalNumber(name)) }

  func optionalNumber(_ name: String) throws(RowFault) -> Int? { try value(name, "a whole number") }

  /// False where it is missing.
  func flag(_ name: String) throws(RowFault) -> Bool { try value(name, "true or false") ?? false }

  /// Milliseconds UTC.
  func date(_ name: String) throws(RowFault) -> Int64 { try wanted(name, optionalDate(name)) }

  /// Milliseconds UTC.
  func optionalDate(_ name: String) throws(RowFault) -> Int64? {
    guard let text = try optionalText(name) else { return nil }
    guard let date = DumpDate.milliseconds(text) else { throw RowFault(reason: "\(name) is not a date") }
    return date
  }

  /// Whether there is anything but null.
  func has(_ name: String) -> Bool {
    let key = JSONKey(name)
    return fields.contains(key) && (try? fields.decodeNil(forKey: key)) == false
  }

  func object(_ name: String) throws(RowFault) -> JSONFields {
    guard has(name) else { throw RowFault(reason: "\(name) is missing") }
    let decoder: any Decoder
    do { decoder = try fields.superDecoder(forKey: JSONKey(name)) } catch { throw RowFault(reason: "\(name) is no object") }
    do throws(RowFault) { return try JSONFields(decoder) } catch { throw RowFault(reason: "\(name) is no object") }
  }

  /// What `make` reads from each member of a list; an empty list where there is none. A member that is none is `make`'s to report or to
  /// leave out.
  func list<Value>(_ name: String, _ make: (any Decoder) throws(RowFault) -> Value?) throws(RowFault) -> [Value] {
    guard has(name) else { return [] }
    guard var list = try? fields.nestedUnkeyedContainer(forKey: JSONKey(name)) else { throw RowFault(reason: "\(name) is no list") }
    var values: [Value] = []
    while !list.isAtEnd {
      guard let decoder = try? list.superDecoder() else { throw RowFault(reason: "\(name) is no list") }
      if let value = try make(decoder) { values.append(value) }
    }
    return values
  }

  private func value<Value: Decodable>(_ name: String, _ what: String) throws(RowFault) -> Value? {
    do { return try fields.decodeIfPresent(Value.self, forKey: JSONKey(name)) } catch { throw RowFault(reason: "\(name) is not \(what)") }
  }

  private func wanted<Value>(_ name: String, _ value: Value?) throws(RowFault) -> Value {
    guard let value else { throw RowFault(reason: "\(name) is missing") }
    return value
  }
}

/// A name in an object.
struct JSONKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
