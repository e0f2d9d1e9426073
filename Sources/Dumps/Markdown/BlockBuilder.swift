/// Walks HTML and gathers the blocks a post is made of.
struct BlockBuilder {
  /// Our Markdown renders 20 quotes and lists inside each other; what is deeper keeps its words and loses the box.
  static let deepest = 16

  private let base: String?
  private let depth: Int
  private(set) var blocks: [MarkdownBlock] = []
  private var line: [InlineToken]
  private var marks: [InlineMark]
  /// Pictures inside a link that leads elsewhere; they follow it as links of their own.
  private var pictures: [String] = []

  init(base: String?, marks: [InlineMark] = [], depth: Int = 0) {
    self.base = base
    self.marks = marks
    self.depth = depth
    line = marks.map(InlineToken.open)
  }

  /// The blocks of some nodes.
  static func blocks(of nodes: [HTMLNode], base: String?, marks: [InlineMark] = [], depth: Int = 0) -> [MarkdownBlock] {
    var builder = BlockBuilder(base: base, marks: marks, depth: depth)
    builder.add(nodes)
    builder.endLine()
    return builder.blocks
  }

  mutating func add(_ nodes: [HTMLNode]) {
    for node in nodes {
      switch node {
      case .text(let text): line.append(.text(text))
      case .element(let element): add(element)
      }
    }
  }

  private mutating func add(_ element: HTMLElement) {
    switch element.name {
    case "script", "style", "template", "title", "head", "noscript", "object", "svg", "math", "textarea", "select", "button": break
    case "br": line.append(.lineBreak)
    case "hr": addBlock(.rule)
    case "img": addPicture(element)
    case "iframe", "video", "audio", "embed": addFrame(element)
    case "code", "kbd", "samp", "tt": line.append(.code(element.text))
    case "strong", "b": add(element.children, in: .strong)
    case "em", "i", "dfn", "var", "cite": add(element.children, in: .emphasis)
    case "s", "del", "strike": add(element.children, in: .strike)
    case "a": addLink(element)
    case "sup", "sub": addScript(element)
    case "pre": addBlock(CodeBlock.read(element))
    case "h1", "h2", "h3", "h4", "h5", "h6": addHeading(element)
    case "blockquote": addQuote(element)
    case "ul", "ol", "menu", "dir": addList(element)
    case "table": addBlock(TableReader.read(element, base: base))
    case "dt": addParagraph(element.children, in: .strong)
    case _ where Self.isBlock(element.name): addParagraph(element.children, in: nil)
    default: add(element.children)
    }
  }

  /// Names of elements that begin and end on lines of their own.
  static func isBlock(_ name: String) -> Bool {
    switch name {
    case "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "figcaption", "address", "center", "dl",
      "dt",
      "dd", "li", "details", "summary", "form", "fieldset", "legend", "body", "html", "caption", "thead", "tbody", "tfoot", "tr", "td",
      "th",
      "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "menu", "dir", "table", "hr":
      true
    default: false
    }
  }

  /// Ends the paragraph; what surrounds it goes on in the next one.
  mutating func endLine() {
    let tokens = InlineTidier.tidy(line + marks.reversed().map(InlineToken.close))
    line = marks.map(InlineToken.open)
    if !tokens.isEmpty { blocks.append(.paragraph(tokens)) }
  }

  private mutating func addBlock(_ block: MarkdownBlock?) {
    endLine()
    if let block { blocks.append(block) }
  }

  private mutating func addParagraph(_ nodes: [HTMLNode], in mark: InlineMark?) {
    endLine()
    if let mark { add(nodes, in: mark) } else { add(nodes) }
    endLine()
  }

  private mutating func add(_ nodes: [HTMLNode], in mark: InlineMark) {
    marks.append(mark)
    line.append(.open(mark))
    add(nodes)
    line.append(.close(mark))
    marks.removeLast()
  }

  private mutating func addHeading(_ element: HTMLElement) {
    endLine()
    let parts = BlockBuilder.blocks(of: element.children, base: base, marks: marks, depth: depth)
    let words = parts.flatMap { block -> [InlineToken] in
      if case .paragraph(let tokens) = block { return tokens + [.space(newline: false)] }
      return []
    }
    let title = InlineTidier.tidy(words.map { $0 == .lineBreak ? .space(newline: false) : $0 })
    if !title.isEmpty { blocks.append(.heading(level: Int(element.name.dropFirst()) ?? 1, title)) }
    blocks += parts.filter { if case .paragraph = $0 { false } else { true } }
  }

  private mutating func addQuote(_ element: HTMLElement) {
    endLine()
    let inside = BlockBuilder.blocks(of: element.children, base: base, marks: marks, depth: depth + 1)
    if depth < Self.deepest { blocks.append(.quote(inside)) } else { blocks += inside }
  }

  private mutating func addList(_ element: HTMLElement) {
    endLine()
    var list = MarkdownList(start: element.name == "ol" ? Self.start(element) : nil)
    for child in element.children {
      guard case .element(let item) = child, item.name == "li" || Self.isBlock(item.name) else {
        let stray = BlockBuilder.blocks(of: [child], base: base, marks: marks, depth: depth + 1)
        if !stray.isEmpty { list.attach(stray) }
        continue
      }
      let inside = BlockBuilder.blocks(of: item.children, base: base, marks: marks, depth: depth + 1)
      if item.name == "li" {
        list.items.append(inside)
        list.isLoose = list.isLoose || item.children.contains { if case .element(let element) = $0 { element.name == "p" } else { false } }
      } else {
        list.attach(BlockBuilder.blocks(of: [child], base: base, marks: marks, depth: depth + 1))
      }
    }
    guard !list.items.isEmpty else { return }
    if depth < Self.deepest { blocks.append(.list(list)) } else { blocks += list.items.flatMap { $0 } }
  }

  private static func start(_ list: HTMLElement) -> Int {
    let start = list.attributes["start"].flatMap { Int($0.trimmingSpaces()) } ?? 1
    // Markdown counts with nine digits at most, and item numbers must not outgrow them.
    return (0...900_000_000).contains(start) ? start : 1
  }

  private mutating func addScript(_ element: HTMLElement) {
    let isFigure = ScriptDigits.shifted(element.text, up: true) != nil
    add(isFigure ? Self.shifted(element.children, up: element.name == "sup") : element.children)
  }

  private static func shifted(_ nodes: [HTMLNode], up: Bool) -> [HTMLNode] {
    nodes.map { node in
      switch node {
      case .text(let text): .text(ScriptDigits.shifted(text, up: up) ?? text)
      case .element(let element) where element.name == "code": node
      case .element(let element): .element(HTMLElement(element.name, element.attributes, shifted(element.children, up: up)))
      }
    }
  }

  private var isInLink: Bool { marks.contains(where: \.isLink) }

  private mutating func addLink(_ element: HTMLElement) {
    guard !isInLink, let target = LinkTarget.resolve(element.attributes["href"] ?? "", base: base) else { return add(element.children) }
    add(element.children, in: .link(target))
    for picture in pictures where picture != target {
      line += [.text(" "), .open(.link(picture)), .text(LinkTarget.fileName(of: picture)), .close(.link(picture))]
    }
    pictures = []
  }

  private mutating func addPicture(_ element: HTMLElement) {
    let source = LinkTarget.resolve(element.attributes["src"] ?? "", base: base)
    let words = Picture.words(for: element, source: source)
    guard let source else { return line.append(.text(words)) }
    if isInLink {
      line.append(.text(words))
      pictures.append(source)
    } else {
      line += [.open(.link(source)), .text(words), .close(.link(source))]
    }
  }

  private mutating func addFrame(_ element: HTMLElement) {
    guard !isInLink, let source = LinkTarget.resolve(element.attributes["src"] ?? "", base: base) else { return add(element.children) }
    line += [.open(.link(source)), .text(source), .close(.link(source))]
  }
}

extension MarkdownList {
  /// Blocks that stand between items belong to the item before them.
  fileprivate mutating func attach(_ blocks: [MarkdownBlock]) {
    if items.isEmpty { items.append(blocks) } else { items[items.count - 1] += blocks }
  }
}
