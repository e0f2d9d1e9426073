/// Brings a run of inline tokens into the form Markdown can say: white space collapsed and moved out of marks, no empty marks,
/// no mark inside its like, neighbours of one kind joined.
struct InlineTidier {
  private var tokens: [InlineToken] = []
  private var waitingOpens: [InlineMark] = []
  private var active: [(mark: InlineMark, isKept: Bool)] = []
  private var spaces = Spaces.none
  /// Spaces that stay as they are, but cannot stand just inside a mark either.
  private var fixedSpaces = String.UnicodeScalarView()

  private enum Spaces: Comparable {
    case none, space, newline
    case breaks(Int)
  }

  static func tidy(_ tokens: [InlineToken]) -> [InlineToken] {
    var tidier = InlineTidier()
    for token in tokens { tidier.take(token) }
    return tidier.tokens
  }

  private mutating func take(_ token: InlineToken) {
    switch token {
    case .text(let text): take(text: text)
    case .code(let code):
      let line = String(decoding: code.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
      guard !line.isEmpty else { return }
      settle()
      if case .code(let before) = tokens.last {
        tokens[tokens.count - 1] = .code(before + line)
      } else {
        tokens.append(.code(line))
      }
    case .space(let newline): spaces = max(spaces, newline ? .newline : .space)
    case .lineBreak:
      if case .breaks(let count) = spaces { spaces = .breaks(count + 1) } else { spaces = .breaks(1) }
    case .open(let mark): open(mark)
    case .close(let mark): close(mark)
    }
  }

  private mutating func take(text: String) {
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{C}":
        append(&word)
        spaces = max(spaces, scalar == "\n" ? .newline : .space)
      case "\u{0}"..."\u{1F}", "\u{7F}": continue
      case _ where InlineFlank(of: scalar) == .space:
        append(&word)
        fixedSpaces.append(scalar)
      default: word.append(scalar)
      }
    }
    append(&word)
  }

  private mutating func append(_ word: inout String.UnicodeScalarView) {
    guard !word.isEmpty else { return }
    settle()
    append(String(word))
    word = String.UnicodeScalarView()
  }

  private mutating func append(_ text: String) {
    if case .text(let before) = tokens.last { tokens[tokens.count - 1] = .text(before + text) } else { tokens.append(.text(text)) }
  }

  private mutating func open(_ mark: InlineMark) {
    let isKept = !active.contains { $0.isKept && $0.mark.excludes(mark) }
    active.append((mark, isKept))
    if isKept { waitingOpens.append(mark) }
  }

  private mutating func close(_ mark: InlineMark) {
    guard let last = active.popLast(), last.isKept else { return }
    if waitingOpens.isEmpty { tokens.append(.close(last.mark)) } else { waitingOpens.removeLast() }
  }

  /// White space and marks are held back until something visible follows.
  private mutating func settle() {
    if !tokens.isEmpty {
      switch spaces {
      case .none: break
      case .space: tokens.append(.space(newline: false))
      case .newline: tokens.append(.space(newline: true))
      case .breaks(let count): tokens += Array(repeating: .lineBreak, count: count)
      }
    }
    spaces = .none
    if !fixedSpaces.isEmpty { append(String(fixedSpaces)) }
    fixedSpaces = String.UnicodeScalarView()
    for mark in waitingOpens {
      if !mark.isLink, tokens.last == .close(mark) { tokens.removeLast() } else { tokens.append(.open(mark)) }
    }
    waitingOpens = []
  }
}

extension InlineMark {
  var isLink: Bool {
    if case .link = self { return true }
    return false
  }

  fileprivate func excludes(_ other: InlineMark) -> Bool { self == other || (isLink && other.isLink) }
}
