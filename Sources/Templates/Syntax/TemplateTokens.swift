/// What stands between `{{` and `}}`.
struct TemplateTag: Sendable {
  enum Sigil: Sendable {
    case text, html, section, inverted, end, comment, partial, layout, block
  }

  let sigil: Sigil
  let content: String
  let line: Int
  /// Whether its line holds nothing but such tags.
  var alone = false

  /// Whether the tag writes nothing itself, so that a line which holds only such tags leaves no trace.
  var isSilent: Bool { sigil != .text && sigil != .html }
}

enum TemplateToken: Sendable {
  case literal([UInt8], line: Int)
  case tag(TemplateTag)
}

/// Cuts a template's text into tags and what stands between them.
struct TemplateTokenizer {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var tokens: [TemplateToken] = []

  static func tokens(of text: String, fault: (String, Int) -> Void) -> [TemplateToken] {
    var tokenizer = TemplateTokenizer(bytes: Array(text.utf8))
    tokenizer.run(fault)
    return tokenizer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func isAt(_ position: Int, _ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  /// Every line is a literal of its own, so that the lines which hold only silent tags can be found.
  private mutating func run(_ fault: (String, Int) -> Void) {
    var start = 0
    while index < bytes.count {
      if isAt(index, "{{") {
        literal(from: start, line)
        guard tag(fault) else { return }
        start = index
      } else {
        index += 1
        if bytes[index - 1] == 0x0A {
          literal(from: start, line)
          start = index
          line += 1
        }
      }
    }
    literal(from: start, line)
  }

  private mutating func literal(from start: Int, _ line: Int) {
    if start < index { tokens.append(.literal(Array(bytes[start..<index]), line: line)) }
  }

  private mutating func tag(_ fault: (String, Int) -> Void) -> Bool {
    let begun = line
    let triple = isAt(index, "{{{")
    let opener = index + (triple ? 3 : 2)
    var end = opener
    while end < bytes.count, !isAt(end, triple ? "}}}" : "}}") { end += 1 }
    let isComment = end > opener && !triple && bytes[opener] == UInt8(ascii: "!")
    guard end < bytes.count, isComment || isOneTag(bytes[opener..<end]) else {
      fault(triple ? "{{{ is not closed" : "{{ is not closed", begun)
      return false
    }
    line += bytes[opener..<end].count { $0 == 0x0A }
    index = end + (triple ? 3 : 2)
    let sigil = triple ? .html : Self.sigil(bytes[opener])
    let content = bytes[(opener + (triple || sigil == .text ? 0 : 1))..<max(end, opener + (sigil == .text || triple ? 0 : 1))]
    tokens.append(.tag(TemplateTag(sigil: sigil, content: trimmed(content), line: begun)))
    return true
  }

  /// A tag that is not closed would otherwise swallow everything up to the end of the next one.
  private func isOneTag(_ content: ArraySlice<UInt8>) -> Bool {
    !content.contains { $0 == 0x0A || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
  }

  private static func sigil(_ byte: UInt8) -> TemplateTag.Sigil {
    switch byte {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .layout
    case UInt8(ascii: "$"): .block
    default: .text
    }
  }
}
