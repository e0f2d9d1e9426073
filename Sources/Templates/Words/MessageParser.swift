/// What is wrong with a message, in words for whoever wrote it.
struct MessageFault: Error, Equatable {
  let words: String
}

/// Reads a message; a backslash takes the meaning from `{ } | # \`.
struct MessageParser {
  private let bytes: [UInt8]
  private var index = 0

  static func parse(_ message: String) throws(MessageFault) -> Message {
    var parser = MessageParser(bytes: Array(message.utf8))
    let pieces = try parser.pieces(countedBy: nil)
    guard parser.index == parser.bytes.count else { throw MessageFault(words: "a } has no {") }
    return Message(pieces: pieces)
  }

  /// Up to the end, or inside a plural up to its `|` or `}`.
  private mutating func pieces(countedBy count: String?) throws(MessageFault) -> [Message.Piece] {
    var pieces: [Message.Piece] = []
    var text: [UInt8] = []
    func flushed() -> [Message.Piece] {
      text.isEmpty ? pieces : pieces + [.text(String(decoding: text, as: UTF8.self))]
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        guard index + 1 < bytes.count, "{}|#\\".utf8.contains(bytes[index + 1]) else {
          throw MessageFault(words: "a \\ stands only before { } | # and \\")
        }
        text.append(bytes[index + 1])
        index += 2
      } else if byte == UInt8(ascii: "{") {
        pieces = flushed()
        text = []
        pieces.append(try placeholder(nested: count != nil))
      } else if byte == UInt8(ascii: "}") || (count != nil && byte == UInt8(ascii: "|")) {
        return flushed()
      } else if let count, byte == UInt8(ascii: "#") {
        pieces = flushed() + [.count(count)]
        text = []
        index += 1
      } else {
        text.append(byte)
        index += 1
      }
    }
    return flushed()
  }

  private mutating func placeholder(nested: Bool) throws(MessageFault) -> Message.Piece {
    index += 1
    let name = word()
    guard isFieldName(name) else { throw MessageFault(words: "a { needs a name: {name}") }
    guard index < bytes.count else { throw MessageFault(words: "{\(name) is not closed") }
    if bytes[index] == UInt8(ascii: "}") {
      index += 1
      return .argument(name)
    }
    guard bytes[index] == UInt8(ascii: "|") else { throw MessageFault(words: "{\(name) is not closed") }
    guard !nested else { throw MessageFault(words: "a plural cannot stand in a plural") }
    return try plural(of: name)
  }

  private mutating func plural(of name: String) throws(MessageFault) -> Message.Piece {
    var zero: [Message.Piece]?
    var named: [PluralCategory: [Message.Piece]] = [:]
    while index < bytes.count, bytes[index] == UInt8(ascii: "|") {
      index += 1
      let category = word()
      let form = PluralCategory(rawValue: category)
      guard form != nil || category == "zero", index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        throw MessageFault(words: "{\(name)|...} knows zero=, one=, two=, few=, many= and other=")
      }
      index += 1
      let branch = try pieces(countedBy: name)
      let earlier = form.map { named.updateValue(branch, forKey: $0) } ?? zero
      if form == nil { zero = branch }
      guard earlier == nil else { throw MessageFault(words: "{\(name)|...} has \(category)= twice") }
    }
    guard index < bytes.count else { throw MessageFault(words: "{\(name)|...} is not closed") }
    index += 1
    guard named[.other] != nil else { throw MessageFault(words: "{\(name)|...} has no other=") }
    return .plural(name, PluralForms(zero: zero, named: named))
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) || bytes[index] == UInt8(ascii: ".") { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
