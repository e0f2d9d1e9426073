import CLibXML2

/// Why a row is no record; the reader adds the place.
struct RowFault: Error, Equatable {
  let reason: String
}

/// The attributes of one `<row .../>`, read by libxml2 as a document of its own.
///
/// A document of its own has no DTD, so there is no entity to expand but the five of XML, whatever the file declares.
struct XMLRow {
  static let longestAttribute = 1 << 20

  private(set) var attributes: [String: String] = [:]
  private var fault: RowFault?

  /// `tag` is one start tag, `<row ... />` or `<row ...>`.
  init(tag: [UInt8]) throws(RowFault) {
    guard tag.last == UInt8(ascii: ">") else { throw RowFault(reason: "the record is cut off") }
    let closed = tag.dropLast().last == UInt8(ascii: "/") ? tag : tag + Array("</row>".utf8)
    withUnsafeMutablePointer(to: &self) { Self.parse(closed, into: $0) }
    if let fault { throw fault }
  }

  private static func parse(_ document: [UInt8], into row: UnsafeMutablePointer<XMLRow>) {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(truncatingIfNeeded: XML_SAX2_MAGIC)
    handler.startElementNs = { context, _, _, _, _, _, count, _, attributes in
      guard let row = context?.assumingMemoryBound(to: XMLRow.self) else { return }
      for index in 0..<Int(count) {
        guard let name = attributes?[index * 5], let value = attributes?[index * 5 + 3], let end = attributes?[index * 5 + 4] else {
          continue
        }
        row.pointee.take(name: String(cString: name), value: UnsafeBufferPointer(start: value, count: end - value))
      }
    }
    handler.serror = { context, error in
      guard let row = context?.assumingMemoryBound(to: XMLRow.self), let error, error.pointee.level != XML_ERR_WARNING else { return }
      let words = error.pointee.message.map { String(cString: $0) } ?? "not well-formed XML"
      row.pointee.note(words.split(separator: "\n").first.map(String.init) ?? words)
    }
    guard let context = xmlCreatePushParserCtxt(&handler, row, nil, 0, nil) else { return row.pointee.note("out of memory") }
    defer { xmlFreeParserCtxt(context) }
    // NOENT puts `&amp;` into attribute values as `&`; without it they come back as `&#38;`.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    let status = document.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { xmlParseChunk(context, $0.baseAddress, Int32($0.count), 1) }
    }
    if status != 0 { row.pointee.note("not well-formed XML") }
  }

  private mutating func note(_ reason: String) {
    if fault == nil { fault = RowFault(reason: reason) }
  }

  private mutating func take(name: String, value: UnsafeBufferPointer<UInt8>) {
    if value.count > Self.longestAttribute { return note("attribute \(name) is over 1 MiB") }
    guard let text = String(validating: value, as: UTF8.self) else { return note("attribute \(name) is not UTF-8") }
    attributes[name] = text
  }
}
