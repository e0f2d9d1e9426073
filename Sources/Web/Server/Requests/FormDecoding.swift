import Community
import Foundation

/// Turns a request's body and query into values, strictly.
enum FormDecoding {
  /// The most bytes a form may have in all.
  static let maximumBytes = 256 * 1024
  /// The most where a program sends it from elsewhere, which says little.
  static let maximumBytesFromElsewhere = 16 * 1024
  /// The most pairs a form or query may have.
  static let maximumPairs = 256

  /// Throws ``BadRequest`` for a field that was not declared or came twice.
  static func form(_ body: some Collection<UInt8>, fields: [FormField]) throws -> FormValues {
    try form(PercentDecoding.pairs(body), fields: fields)
  }

  /// As ``form(_:fields:)`` of one JSON object with texts in it, as programs send it.
  static func object(_ body: some Collection<UInt8>, fields: [FormField]) throws -> FormValues {
    guard let texts = try? JSONDecoder().decode([String: String].self, from: Data(body)) else { throw BadRequest.object }
    return try form(texts.map { ($0.key, $0.value) }, fields: fields)
  }

  /// As ``form(_:fields:)`` where the pairs came in parts, with a file or without.
  static func form(_ pairs: [(name: String, value: String)], file: SentFile? = nil, archive: ArrivedArchive? = nil, fields: [FormField])
    throws -> FormValues
  {
    guard pairs.count <= maximumPairs else { throw BadRequest.repeatedField }
    var values: [String: [String]] = [:]
    var problems: [FieldProblem] = []
    for (name, value) in pairs {
      guard let field = fields.first(where: { $0.name == name }) else { throw BadRequest.unknownField }
      guard field.isRepeated || values[name] == nil else { throw BadRequest.repeatedField }
      let text = unixLines(value)
      if text.utf8.count > field.maximumBytes, !problems.contains(where: { $0.field == name }) {
        problems.append(FieldProblem(name, Problem(.tooLong, field.maximumBytes)))
      }
      values[name, default: []].append(text)
    }
    return FormValues(values, problems: problems, file: file, archive: archive)
  }

  /// Parameters nobody asks for are carried along and never shown. Throws ``BadRequest`` when one comes twice.
  static func query(_ text: Substring) throws -> [String: String] {
    guard !text.isEmpty else { return [:] }
    let pairs = try PercentDecoding.pairs(text.utf8)
    guard pairs.count <= maximumPairs else { throw BadRequest.repeatedQuery }
    var values: [String: String] = [:]
    for (name, value) in pairs where values.updateValue(value, forKey: name) != nil { throw BadRequest.repeatedQuery }
    return values
  }

  /// Browsers send the lines of a text area with CR LF; everything below sees LF.
  private static func unixLines(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D { bytes.append(0x0A) } else if byte != 0x0A || !wasReturn { bytes.append(byte) }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
