/// Where in a page's HTML a template has arrived: just enough of a browser's tokenizer to know what may stand here.
struct HTMLContext: Equatable {
  enum Place: Equatable {
    case data, tagOpen, endTagOpen, tagName, betweenAttributes, attributeName, afterAttributeName, beforeValue
    case doubleQuoted, singleQuoted, unquoted, afterAttribute
    case declarationOpen, declaration, comment, rawLess, rawEnd
  }

  /// What of a URL stands already: it decides whether a name could still choose the scheme or the host.
  enum ValueStart: Int, Equatable {
    case empty, slash, begun
  }

  var place = Place.data
  var tag: [UInt8] = []
  var isClosing = false
  var attribute: [UInt8] = []
  var valueStart = ValueStart.empty
  /// The element whose content is text and not markup (`script`, `title`).
  var element: [UInt8]?
  var preformatted = 0
  var dashes = 0

  init() {}

  /// Whether spaces and line ends mean no more here than one of them.
  var collapses: Bool {
    switch place {
    case .data: element == nil && preformatted == 0
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .afterAttribute: true
    default: false
    }
  }

  var isInTag: Bool {
    switch place {
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .afterAttribute: true
    default: false
    }
  }

  /// Moves over one byte of a template's own text; answers with what is wrong with it.
  mutating func feed(_ byte: UInt8) -> String? {
    switch place {
    case .data: feedData(byte)
    case .tagOpen, .endTagOpen: feedTagOpen(byte)
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .beforeValue, .afterAttribute: return feedTag(byte)
    case .doubleQuoted: feedValue(byte, endedBy: UInt8(ascii: "\""))
    case .singleQuoted: feedValue(byte, endedBy: UInt8(ascii: "'"))
    case .unquoted:
      if isWhitespace(byte) { place = .betweenAttributes } else if byte == UInt8(ascii: ">") { closeTag() }
    case .declarationOpen, .declaration, .comment: feedDeclaration(byte)
    case .rawLess, .rawEnd: feedRaw(byte)
    }
    return nil
  }

  private mutating func feedData(_ byte: UInt8) {
    if byte == UInt8(ascii: "<") { place = element == nil ? .tagOpen : .rawLess }
  }

  private mutating func feedTagOpen(_ byte: UInt8) {
    if isLetter(byte) {
      isClosing = place == .endTagOpen
      tag = [byte | 0x20]
      place = .tagName
    } else if place == .endTagOpen {
      place = byte == UInt8(ascii: ">") ? .data : .declaration
    } else {
      switch byte {
      case UInt8(ascii: "/"): place = .endTagOpen
      case UInt8(ascii: "!"):
        place = .declarationOpen
        dashes = 0
      case UInt8(ascii: "?"): place = .declaration
      case UInt8(ascii: "<"): break
      default: place = .data
      }
    }
  }

  private mutating func feedTag(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "/") where place != .beforeValue: place = .betweenAttributes
    case _ where isWhitespace(byte): feedTagSpace()
    case UInt8(ascii: "\"") where place == .beforeValue: beginValue(.doubleQuoted)
    case UInt8(ascii: "'") where place == .beforeValue: beginValue(.singleQuoted)
    case UInt8(ascii: "=") where place == .attributeName || place == .afterAttributeName: place = .beforeValue
    default:
      switch place {
      case .tagName: tag.append(lowercased(byte))
      case .attributeName: attribute.append(lowercased(byte))
      case .beforeValue: beginValue(.unquoted)
      case .afterAttribute: return "a space is missing between this and what stands before it in the tag"
      default:
        attribute = [lowercased(byte)]
        place = .attributeName
      }
      if place == .attributeName, byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3D {
        return "a \(byte == 0x3C ? "<" : "quote or =") where an attribute's name is due"
      }
    }
    return nil
  }

  private mutating func feedTagSpace() {
    switch place {
    case .attributeName: place = .afterAttributeName
    case .tagName, .afterAttribute: place = .betweenAttributes
    default: break
    }
  }

  private mutating func beginValue(_ quoting: Place) {
    place = quoting
    valueStart = .empty
  }

  private mutating func feedValue(_ byte: UInt8, endedBy quote: UInt8) {
    if byte == quote {
      place = .afterAttribute
    } else if valueStart == .empty, isWhitespace(byte) {
      return
    } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") {
      valueStart = valueStart == .begun ? .begun : .slash
    } else {
      valueStart = .begun
    }
  }

  private mutating func feedDeclaration(_ byte: UInt8) {
    let isDash = byte == UInt8(ascii: "-")
    switch place {
    case .declarationOpen where isDash && dashes == 1:
      place = .comment
      dashes = 2
    case .declarationOpen where isDash: dashes = 1
    case .comment where isDash: dashes += 1
    case .comment where byte == UInt8(ascii: ">") && dashes >= 2: place = .data
    case .comment: dashes = 0
    default: place = byte == UInt8(ascii: ">") ? .data : .declaration
    }
    if place != .comment && place != .declarationOpen { dashes = 0 }
  }

  /// Inside `script` and its like only the matching end tag is markup.
  private mutating func feedRaw(_ byte: UInt8) {
    if place == .rawLess, byte == UInt8(ascii: "/") {
      place = .rawEnd
      tag = []
    } else if place == .rawEnd, isNameByte(byte) {
      tag.append(lowercased(byte))
    } else if place == .rawEnd, tag == element, isWhitespace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      element = nil
      isClosing = true
      place = .betweenAttributes
      if byte == UInt8(ascii: ">") { closeTag() }
    } else {
      place = byte == UInt8(ascii: "<") ? .rawLess : .data
      tag = []
    }
  }

  private mutating func closeTag() {
    if tag == Array("pre".utf8) {
      preformatted = isClosing ? max(0, preformatted - 1) : preformatted + 1
    } else if !isClosing, HTMLContext.textElements.contains(String(decoding: tag, as: UTF8.self)) {
      element = tag
    }
    place = .data
    tag = []
    attribute = []
    isClosing = false
    valueStart = .empty
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  static let textElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]
}
