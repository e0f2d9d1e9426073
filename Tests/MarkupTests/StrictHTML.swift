/// Reads HTML more strictly than any browser does, so that nothing the renderer makes can be read in two ways: only the elements,
/// attributes and values listed, double quotes, every `<`, `>`, quote and `&` in words escaped, every element closed in order.
struct StrictHTML {
  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  struct Element: Equatable {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  /// UTF-8 of the words with escapes undone, tags left out.
  private(set) var shown: [UInt8] = []
  private var open: [String] = []
  private let bytes: [UInt8]
  private var index = 0

  var words: String { String(decoding: shown, as: UTF8.self) }

  init(_ html: String) throws {
    bytes = Array(html.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { try readTag() } else { shown += try readWords(until: UInt8(ascii: "<")) }
    }
    guard open.isEmpty else { throw Wrong(description: "not closed: \(open)") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func readTag() throws {
    index += 1
    let closes = skip("/")
    let name = take { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    if closes {
      guard skip(">"), open.popLast() == name else { throw Wrong(description: "closes \(name) out of order") }
      return
    }
    var attributes: [String: String] = [:]
    while skip(" ") {
      let key = take { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
      guard !key.isEmpty, attributes[key] == nil else { throw Wrong(description: "attribute \(key) in \(name)") }
      var value: [UInt8] = []
      if skip("=") {
        guard skip("\"") else { throw Wrong(description: "unquoted \(key)") }
        value = try readWords(until: UInt8(ascii: "\""))
        guard skip("\"") else { throw Wrong(description: "open quote in \(key)") }
      }
      attributes[key] = String(decoding: value, as: UTF8.self)
    }
    guard skip(">") else { throw Wrong(description: "tag \(name) does not end") }
    try check(name, attributes)
    elements.append(Element(name: name, attributes: attributes))
    if name == "img" { shown += Array((attributes["alt"] ?? "").utf8) }
    if !["br", "hr", "img", "input"].contains(name) { open.append(name) }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func take(while accepts: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, accepts(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static let entities: [(written: [UInt8], meant: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
  ]

  private mutating func readWords(until stop: UInt8) throws -> [UInt8] {
    var words: [UInt8] = []
    var isASCII = true
    while index < bytes.count, bytes[index] != stop {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"):
        guard let entity = Self.entities.first(where: { bytes[index...].starts(with: $0.written) }) else {
          throw Wrong(description: "a bare &")
        }
        words.append(entity.meant)
        index += entity.written.count
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): throw Wrong(description: "unescaped \(byte)")
      case 0x09, 0x0A, 0x20...0x7E, 0x80...:
        isASCII = isASCII && byte < 0x80
        words.append(byte)
        index += 1
      default: throw Wrong(description: "control character \(byte)")
      }
    }
    if !isASCII { try checkCharacters(words) }
    return words
  }

  private func checkCharacters(_ words: [UInt8]) throws {
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: throw Wrong(description: "U+\(scalar.value)")
      default: if scalar.value & 0xFFFE == 0xFFFE { throw Wrong(description: "U+\(scalar.value)") }
      }
    }
  }

  private func check(_ name: String, _ attributes: [String: String]) throws {
    let wrong = Wrong(description: "<\(name) \(attributes)>")
    switch name {
    case "strong", "em", "del", "blockquote", "ul", "table", "thead", "tbody", "tr", "hr", "br":
      guard attributes.isEmpty else { throw wrong }
    case "p": guard attributes.isEmpty || attributes == ["class": "plain"] else { throw wrong }
    case "li": guard attributes.isEmpty || attributes == ["class": "task"] else { throw wrong }
    case "ol": guard attributes.allSatisfy({ $0.key == "start" && UInt32($0.value) != nil }) else { throw wrong }
    case "h3", "h4", "h5":
      guard attributes.allSatisfy({ $0.key == "id" && $0.value.hasPrefix("p12-") && !$0.value.contains(where: \.isWhitespace) })
      else { throw wrong }
    case "pre": guard attributes == ["tabindex": "0", "role": "group", "aria-label": "Code"] else { throw wrong }
    case "div":
      guard attributes == ["class": "table-box", "tabindex": "0", "role": "group", "aria-label": "Table"] else { throw wrong }
    case "code":
      let language = attributes["class"] ?? "language-x"
      guard attributes.count == (attributes["class"] == nil ? 0 : 1), language.hasPrefix("language-"),
        (10...29).contains(language.utf8.count),
        language.dropFirst(9).allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789+#-".contains($0) })
      else { throw wrong }
    case "th", "td":
      var others = attributes
      let align = others.removeValue(forKey: "class")
      guard align == nil || align == "r" || align == "c", others == (name == "th" ? ["scope": "col"] : [:]) else { throw wrong }
    case "input":
      let isDone = attributes["checked"] != nil
      var expected = ["type": "checkbox", "disabled": "", "aria-label": isDone ? "Done" : "Not done"]
      if isDone { expected["checked"] = "" }
      guard attributes == expected else { throw wrong }
    case "img": try checkPicture(attributes, wrong)
    case "a": try checkLink(attributes, wrong)
    default: throw wrong
    }
    guard name != "a" || !open.contains("a") else { throw Wrong(description: "a link in a link") }
  }

  private func checkPicture(_ attributes: [String: String], _ wrong: Wrong) throws {
    guard Set(attributes.keys) == ["src", "alt", "width", "height", "loading"], attributes["loading"] == "lazy" else { throw wrong }
    guard let source = attributes["src"], Self.isPicture(source), !open.contains("img") else { throw wrong }
    for (side, most) in [("width", 800), ("height", 1_000)] {
      guard let length = attributes[side].flatMap({ Int($0) }), (1...most).contains(length) else { throw wrong }
    }
  }

  /// The address of a picture of ours, and nothing else.
  private static func isPicture(_ address: String) -> Bool {
    address.hasPrefix("/i/") && address.utf8.count < 70
      && address.dropFirst(3).allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-.".contains($0) } && !address.contains("..")
  }

  private func checkLink(_ attributes: [String: String], _ wrong: Wrong) throws {
    var others = attributes
    guard let href = others.removeValue(forKey: "href") else { throw wrong }
    if others["class"] == "mention" {
      guard others == ["class": "mention", "dir": "auto"], href.hasPrefix("/m/"), (5...33).contains(href.utf8.count),
        href.dropFirst(3).allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
      else { throw wrong }
      return
    }
    if others["class"] == "picture" {
      if let label = others.removeValue(forKey: "aria-label"), label != "Picture" { throw wrong }
      guard others == ["class": "picture"], Self.isPicture(href) else { throw wrong }
      return
    }
    others.removeValue(forKey: "title")
    guard others == ["rel": "nofollow ugc noopener"] else { throw wrong }
    guard href.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { throw wrong }
    let lowered = href.lowercased()
    let isPath = href.hasPrefix("/") && !href.hasPrefix("//")
    guard isPath || ["http://", "https://", "mailto:"].contains(where: lowered.hasPrefix) else { throw wrong }
  }
}
