/// Writes one run of tidy inline tokens as Markdown text; lines are separated by `\n`.
struct InlineWriter {
  /// Where the run stands: headings and table cells must stay on one line, and a cell ends at `|`.
  enum Place { case paragraph, heading, cell }

  private let tokens: [InlineToken]
  private let place: Place
  private var output = String.UnicodeScalarView()
  private var delimiters: [String] = []
  private var linkTargets: [String] = []
  /// The next character must not look like a letter to the mark that just closed.
  private var hidesNext = false

  static func write(_ tokens: [InlineToken], in place: Place) -> String {
    var writer = InlineWriter(tokens: tokens, place: place)
    writer.write()
    return String(writer.output)
  }

  private init(tokens: [InlineToken], place: Place) {
    self.tokens = tokens
    self.place = place
  }

  private mutating func write() {
    var index = 0
    while index < tokens.count {
      if let target = plainLink(at: index) {
        append("<\(target)>")
        index += 3
        continue
      }
      switch tokens[index] {
      case .text(let text): write(text: text)
      case .code(let code): append(Self.codeSpan(code, inCell: place == .cell))
      case .space(let newline): append(newline && place == .paragraph ? "\n" : " ")
      case .lineBreak: append(place == .paragraph ? "\\\n" : " ")
      case .open(let mark): open(mark, at: index)
      case .close(let mark): close(mark, at: index)
      }
      index += 1
    }
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.unicodeScalars) }

  private mutating func write(text: String) {
    var words = TextEscaper.escape(text, after: output.last, inLink: !linkTargets.isEmpty)
    if hidesNext, let first = words.first, InlineFlank(of: first) == .word {
      words.removeFirst()
      append("&#\(first.value);")
    }
    hidesNext = false
    if place == .cell { words = String.UnicodeScalarView(words.flatMap { $0 == "|" ? ["\\", "|"] : [$0] }) }
    output.append(contentsOf: words)
  }

  /// A link that shows nothing but its own address can be written shorter.
  private func plainLink(at index: Int) -> String? {
    guard case .open(.link(let target)) = tokens[index], index + 2 < tokens.count, tokens[index + 1] == .text(target),
      case .close = tokens[index + 2], target.hasPrefix("http://") || target.hasPrefix("https://"), place != .cell,
      !target.unicodeScalars.contains(where: { $0.value <= 0x20 || $0 == "<" || $0 == ">" || $0 == "\u{7F}" })
    else { return nil }
    return target
  }

  private mutating func open(_ mark: InlineMark, at index: Int) {
    hidesNext = false
    switch mark {
    case .link(let target):
      linkTargets.append(target)
      append("[")
    case .strike: append("~~")
    case .strong, .emphasis:
      let before = InlineFlank(of: output.last)
      let inside = flank(after: index)
      let delimiter = delimiter(for: mark, at: index, before: before)
      delimiters.append(delimiter)
      if before == .word, inside == .sign || delimiter == "_" { hideLast() }
      append(delimiter)
    }
  }

  private mutating func close(_ mark: InlineMark, at index: Int) {
    switch mark {
    case .link:
      append("](\(Self.destination(linkTargets.removeLast(), inCell: place == .cell)))")
    case .strike: append("~~")
    case .strong, .emphasis:
      let delimiter = delimiters.removeLast()
      let inside = InlineFlank(of: output.last)
      append(delimiter)
      hidesNext = flank(after: index) == .word && (inside == .sign || delimiter == "_")
    }
  }

  /// `_` never runs together with the `**` of strong text; only inside a word it does not work, and there `*` stands alone.
  private func delimiter(for mark: InlineMark, at index: Int, before: InlineFlank) -> String {
    if mark == .strong { return "**" }
    guard delimiters.isEmpty else { return "_" }
    var depth = 0
    for (offset, token) in tokens[index...].enumerated() {
      switch token {
      case .open(.strong): return "_"
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
      if depth == 0 { return before == .word || flank(after: index + offset) == .word ? "*" : "_" }
    }
    return "_"
  }

  /// What the mark at `index` sees behind it.
  private func flank(after index: Int) -> InlineFlank {
    guard index + 1 < tokens.count else { return .space }
    switch tokens[index + 1] {
    case .text(let text): return InlineFlank(of: text.unicodeScalars.first)
    case .space: return .space
    // A backslash at the end of the line, or a space where a line must not end.
    case .lineBreak: return place == .paragraph ? .sign : .space
    case .code, .open, .close: return .sign
    }
  }

  /// Writes the last character by its number: it reads the same, but the mark behind it sees a sign and not a letter.
  private mutating func hideLast() {
    guard let last = output.popLast() else { return }
    append("&#\(last.value);")
  }

  /// A fence of backticks that is in none of the code.
  static func codeSpan(_ code: String, inCell: Bool) -> String {
    var runs: Set<Int> = []
    var run = 0
    for byte in code.utf8 {
      if byte == UInt8(ascii: "`") {
        run += 1
      } else {
        runs.insert(run)
        run = 0
      }
    }
    runs.insert(run)
    let fence = String(repeating: "`", count: (1...).first { !runs.contains($0) } ?? 1)
    let (first, last) = (code.utf8.first, code.utf8.last)
    let tick = UInt8(ascii: "`")
    let isSpaced = first == 0x20 && last == 0x20 && code.utf8.contains { $0 != 0x20 }
    let pad = first == tick || last == tick || isSpaced ? " " : ""
    return fence + pad + code + pad + fence
  }

  private static func destination(_ target: String, inCell: Bool) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(LinkTarget.spelled(target).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "(", ")", "[", "]", "\\", "*": result.append("\\")
      // Around a link in emphasis the parser takes these for marks, even inside the address.
      case "_" where !(before.isWordASCII && after.isWordASCII), "~" where before == "~" || after == "~": result.append("\\")
      case "|" where inCell: result.append("\\")
      case "&" where after == "#" || after.isWordASCII:
        if scalars[(index + 1)...].prefix(48).contains(";") { result.append("\\") }
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }
}

/// What a mark of emphasis sees beside it, as the parser sorts characters.
enum InlineFlank {
  case space, sign, word

  init(of scalar: Unicode.Scalar?) {
    guard let scalar else {
      self = .space
      return
    }
    if scalar.isASCII {
      self = scalar.value <= 0x20 ? .space : scalar.isPunctuationASCII ? .sign : .word
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation:
      self = .sign
    default: self = .word
    }
  }
}
