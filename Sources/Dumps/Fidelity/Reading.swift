/// What a reader gets out of a page of HTML, whatever tags it was made with.
struct Reading {
  private(set) var words: [String: Int] = [:]
  private(set) var codeBlocks: [String] = []
  private(set) var inlineCode: [String] = []
  private(set) var links: [String] = []
  /// Addresses of links that no browser can open; their words count, they do not.
  private(set) var brokenLinks: [String] = []
  private(set) var lists = 0
  private(set) var items = 0
  private(set) var quotes = 0
  private(set) var tables = 0

  private let base: String?
  private var text = ""
  /// Where in the text the last line of code ended: one right behind it reads as one with it.
  private var codeEnd = -1
  private var link: (target: String, pictures: [String])?

  init(_ nodes: [HTMLNode], base: String?) {
    self.base = base
    read(nodes)
    for word in ScriptDigits.unshifted(text).split(whereSeparator: { $0.isWhitespace }) { words[String(word), default: 0] += 1 }
    links.sort()
  }

  private mutating func read(_ nodes: [HTMLNode]) {
    for node in nodes {
      switch node {
      case .text(let words): text += Self.visible(words)
      case .element(let element): read(element)
      }
    }
  }

  private mutating func read(_ element: HTMLElement) {
    switch element.name {
    case "script", "style", "template", "title", "head", "noscript", "object", "svg", "math", "textarea", "select", "button": return
    case "br", "hr": text += "\n"
    case "pre":
      codeBlocks.append(Self.visible(CodeBlock.text(of: element)))
      text += "\n" + Self.visible(element.text) + "\n"
    case "code", "kbd", "samp", "tt":
      // A line break in a line of code is shown as a space.
      let code = String(Self.visible(element.text).map { $0 == "\n" ? " " : $0 })
      guard !code.isEmpty else { return }
      if codeEnd == text.utf8.count { inlineCode[inlineCode.count - 1] += code } else { inlineCode.append(code) }
      text += code
      codeEnd = text.utf8.count
    case "a": read(link: element)
    case "img": read(picture: element)
    case "iframe", "video", "audio", "embed":
      guard link == nil, let target = LinkTarget.resolve(element.attributes["src"] ?? "", base: base) else { return read(element.children) }
      links.append(Self.spelled(target))
      text += target
    default:
      count(element)
      let isBlock = BlockBuilder.isBlock(element.name)
      if isBlock { text += "\n" }
      read(element.children)
      if isBlock { text += "\n" }
    }
  }

  /// Without marks nobody sees, which our pages never carry: they can turn a line around or hide in a name.
  private static func visible(_ text: String) -> String {
    func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value >= 0x202A
        && (scalar.value == 0xFEFF || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
    }
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) }))
  }

  private mutating func count(_ element: HTMLElement) {
    switch element.name {
    case "ul", "ol", "menu", "dir":
      let own = element.children.filter { if case .element(let item) = $0 { item.name == "li" } else { false } }
      lists += own.isEmpty ? 0 : 1
      items += own.count
    case "blockquote": quotes += 1
    case "table": tables += 1
    default: break
    }
  }

  /// A link counts when there is something to press; a picture in it only when it is another address.
  private mutating func read(link element: HTMLElement) {
    let href = element.attributes["href"] ?? ""
    if let broken = LinkTarget.broken(href, base: base) { brokenLinks.append(broken) }
    guard link == nil, let target = LinkTarget.resolve(href, base: base) else { return read(element.children) }
    link = (target, [])
    let before = text.utf8.count
    read(element.children)
    let pictures = link?.pictures ?? []
    link = nil
    guard text.utf8.dropFirst(before).contains(where: { $0 > 0x20 }) else { return }
    links.append(Self.spelled(target))
    for picture in pictures where picture != target {
      links.append(Self.spelled(picture))
      text += " " + LinkTarget.fileName(of: picture)
    }
  }

  private mutating func read(picture element: HTMLElement) {
    let source = LinkTarget.resolve(element.attributes["src"] ?? "", base: base)
    text += Picture.words(for: element, source: source)
    guard let source else { return }
    if link == nil { links.append(Self.spelled(source)) } else { link?.pictures.append(source) }
  }

  /// Percent-encodes what some browsers encode and some do not, so that one address has one spelling.
  private static func spelled(_ target: String) -> String {
    let bytes = Array(target.utf8)
    let kept = Set("-._~:/?#@!$&'()*+,;=".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isHex: (UInt8) -> Bool = { (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }
      let isEncoded = byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
      let isLetter = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isLetter || isEncoded || kept.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
