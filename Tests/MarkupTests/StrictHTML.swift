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
  /// Words with escapes undone, tags left out.
  private(set) var words = ""
  private(set) var deepest = 0
  private var open: [String] = []
  private var rest: Substring.UTF8View

  init(_ html: String) throws {
    let whole = Substring(html)
    rest = whole.utf8
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") { try readTag() } else { words += try readWords(until: UInt8(ascii: "<")) }
    }
    guard open.isEmpty else { throw Wrong(description: "not closed: \(open)") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func readTag() throws {
    rest.removeFirst()
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
      var value = ""
      if skip("=") {
        guard skip("\"") else { throw Wrong(description: "unquoted \(key)") }
        value = try readWords(until: UInt8(ascii: "\""))
        guard skip("\"") else { throw Wrong(description: "open quote in \(key)") }
      }
      attributes[key] = value
    }
    guard skip(">") else { throw Wrong(description: "tag \(name) does not end") }
    try check(name, attributes)
    elements.append(Element(name: name, attributes: attributes))
    if !["br", "hr", "input"].contains(name) { open.append(name) }
    deepest = max(deepest, open.count)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(while accepts: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: accepts)
    rest = rest.dropFirst(taken.count)
    return String(Substring(taken))
  }

  private mutating func readWords(until stop: UInt8) throws -> String {
    var words: [UInt8] = []
    while let byte = rest.first, byte != stop {
      switch byte {
      case UInt8(ascii: "&"):
        let entities: [(String, UInt8)] = [
          ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")),
          ("&#39;", UInt8(ascii: "'")),
        ]
        guard let (entity, meant) = entities.first(where: { rest.starts(with: $0.0.utf8) }) else {
          throw Wrong(description: "a bare &")
        }
        words.append(meant)
        rest = rest.dropFirst(entity.utf8.count)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): throw Wrong(description: "unescaped \(byte)")
      case 0x09, 0x0A, 0x20...0x7E, 0x80...:
        words.append(byte)
        rest.removeFirst()
      default: throw Wrong(description: "control character \(byte)")
      }
    }
    let text = String(decoding: words, as: UTF8.self)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: throw Wrong(description: "U+\(scalar.value)")
      default: continue
      }
    }
    return text
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
    case "pre": guard attributes == ["tabindex": "0", "role": "region", "aria-label": "Code"] else { throw wrong }
    case "div":
      guard attributes == ["class": "table-box", "tabindex": "0", "role": "region", "aria-label": "Table"] else { throw wrong }
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
    case "a": try checkLink(attributes, wrong)
    default: throw wrong
    }
    guard name != "a" || !open.contains("a") else { throw Wrong(description: "a link in a link") }
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
    others.removeValue(forKey: "title")
    guard others == ["rel": "nofollow ugc noopener"] else { throw wrong }
    guard href.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { throw wrong }
    let lowered = href.lowercased()
    let isPath = href.hasPrefix("/") && !href.hasPrefix("//")
    guard isPath || ["http://", "https://", "mailto:"].contains(where: lowered.hasPrefix) else { throw wrong }
  }
}
