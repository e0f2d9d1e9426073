/// Stack Exchange comments are not HTML but a small Markdown of one paragraph: code, strong, emphasis, `[links](...)` and bare addresses;
/// formulas between dollars are left alone.
struct CommentText {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var tokens: [InlineToken] = []
  private var words = String.UnicodeScalarView()
  private var isInLink = false
  /// Delimiters that were searched for in vain: they need not be searched again further on.
  private var missing: Set<String> = []

  static func tokens(of text: String, base: String?) -> [InlineToken] {
    var reader = CommentText(Array(text.unicodeScalars))
    reader.read(base)
    return reader.tokens
  }

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func read(_ base: String?) {
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "\\" where index + 1 < scalars.count && ["`", "*", "_"].contains(scalars[index + 1]):
        words.append(scalars[index + 1])
        index += 2
      case "`": code()
      case "$": formula()
      case "*", "_": mark(base)
      case "[": link(base)
      case "h" where !isInLink, "H" where !isInLink: address()
      default:
        words.append(scalar)
        index += 1
      }
    }
    endWords()
  }

  private mutating func endWords() {
    if !words.isEmpty { tokens.append(.text(String(words))) }
    words = String.UnicodeScalarView()
  }

  private mutating func code() {
    let run = scalars[index...].prefix { $0 == "`" }.count
    let start = index + run
    guard let end = find(Array(repeating: "`", count: run), from: start, isWhole: true), end > start else {
      words.append(contentsOf: scalars[index..<start])
      index = start
      return
    }
    endWords()
    tokens.append(.code(String(String.UnicodeScalarView(scalars[start..<end])).trimmingSpaces()))
    index = end + run
  }

  private mutating func formula() {
    let run = index + 1 < scalars.count && scalars[index + 1] == "$" ? 2 : 1
    let start = index + run
    let end = start < scalars.count && !scalars[start].isSpace ? find(Array(repeating: "$", count: run), from: start, isWhole: false) : nil
    let stop = end.map { $0 > start && !scalars[$0 - 1].isSpace ? $0 + run : start } ?? start
    words.append(contentsOf: scalars[index..<stop])
    index = stop
  }

  private mutating func mark(_ base: String?) {
    let scalar = scalars[index]
    let run = scalars[index...].prefix { $0 == scalar }.count
    let start = index + run
    let opens = run <= 2 && start < scalars.count && !scalars[start].isSpace && (index == 0 || !scalars[index - 1].isLetter)
    guard opens, let end = closing(scalar, run, from: start) else {
      words.append(contentsOf: scalars[index..<start])
      index = start
      return
    }
    endWords()
    let mark: InlineMark = run == 2 ? .strong : .emphasis
    var inside = CommentText(Array(scalars[start..<end]))
    inside.isInLink = isInLink
    inside.read(base)
    tokens += [.open(mark)] + inside.tokens + [.close(mark)]
    index = end + run
  }

  private mutating func closing(_ scalar: Unicode.Scalar, _ run: Int, from start: Int) -> Int? {
    let delimiter = Array(repeating: scalar, count: run)
    guard let end = find(delimiter, from: start, isWhole: true), end > start, !scalars[end - 1].isSpace else { return nil }
    return end + run < scalars.count && scalars[end + run].isLetter ? nil : end
  }

  private mutating func link(_ base: String?) {
    guard !isInLink, let middle = find(["]", "("], from: index + 1, isWhole: false), let end = closingBracket(from: middle + 2) else {
      words.append(scalars[index])
      index += 1
      return
    }
    let inner = scalars[(index + 1)..<middle]
    let address = scalars[(middle + 2)..<end].prefix { !$0.isSpace }
    guard !inner.isEmpty, let target = LinkTarget.resolve(String(String.UnicodeScalarView(address)), base: base) else {
      words.append(scalars[index])
      index += 1
      return
    }
    // `[see [this](...)`: the link begins at the last bracket.
    if let last = inner.lastIndex(of: "["), !inner[last...].contains("]") {
      words.append(contentsOf: scalars[index..<last])
      index = last
      return
    }
    endWords()
    var inside = CommentText(Array(inner))
    inside.isInLink = true
    inside.read(base)
    tokens += [.open(.link(target))] + inside.tokens + [.close(.link(target))]
    index = end + 1
  }

  /// The bracket that ends an address; addresses hold brackets in pairs, and no spaces but before a title.
  private func closingBracket(from start: Int) -> Int? {
    var depth = 0
    for index in start..<min(scalars.count, start + 2_100) {
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  private mutating func address() {
    let rest = scalars[index...].prefix { !$0.isSpace && $0 != "<" && $0 != ">" && $0 != "\"" && $0 != "`" }
    var text = String(String.UnicodeScalarView(rest))
    let lowered = String(text.prefix(8)).lowercased()
    let isWordStart = index == 0 || !scalars[index - 1].isLetter
    guard isWordStart, lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else {
      words.append(scalars[index])
      index += 1
      return
    }
    while let last = text.unicodeScalars.last {
      guard ".,;:!?'*_]".unicodeScalars.contains(last) || (last == ")" && Self.closesMore(text)) else { break }
      text.unicodeScalars.removeLast()
    }
    endWords()
    tokens += [.open(.link(text)), .text(text), .close(.link(text))]
    index += text.unicodeScalars.count
  }

  private static func closesMore(_ text: String) -> Bool {
    text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) } < 0
  }

  /// Where a delimiter comes next; `isWhole`: not as part of a longer run.
  private mutating func find(_ delimiter: [Unicode.Scalar], from start: Int, isWhole: Bool) -> Int? {
    let name = String(String.UnicodeScalarView(delimiter))
    guard !missing.contains(name) else { return nil }
    var index = start
    while index + delimiter.count <= scalars.count {
      guard scalars[index] == delimiter[0] else {
        index += 1
        continue
      }
      let run = isWhole ? scalars[index...].prefix { $0 == delimiter[0] }.count : delimiter.count
      if isWhole ? run == delimiter.count : scalars[index..<(index + delimiter.count)].elementsEqual(delimiter) { return index }
      index += isWhole ? run : 1
    }
    missing.insert(name)
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{A0}" }
  fileprivate var isLetter: Bool { properties.isAlphabetic || properties.numericType != nil }
}
