/// Reads one template's text into nodes and reports whatever is not Mustache as this house writes it.
struct TemplateParser {
  let file: String
  private(set) var faults: [TemplateFault] = []
  private var tokens: ArraySlice<TemplateToken> = []

  init(file: String) {
    self.file = file
  }

  mutating func parse(_ text: String) -> [TemplateNode] {
    var found: [TemplateFault] = []
    let file = file
    let all = TemplateTokenizer.tokens(of: text) { found.append(TemplateFault(file: file, line: $1, words: $0)) }
    faults += found
    tokens = withoutStandaloneLines(all)[...]
    var nodes = parse(until: nil)
    while let stray = tokens.popFirst() {
      if case .tag(let tag) = stray { fault("{{/\(tag.content)}} closes nothing", tag.line) }
      nodes += parse(until: nil)
    }
    return nodes
  }

  private mutating func fault(_ words: String, _ line: Int) {
    faults.append(TemplateFault(file: file, line: line, words: words))
  }

  /// Up to the closing tag, which the opener takes; without an opener a closing tag is left to the caller.
  private mutating func parse(until opener: TemplateTag?) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let token = tokens.first {
      if case .tag(let tag) = token, tag.sigil == .end {
        guard let opener else { return nodes }
        if tag.content != opener.content {
          fault("{{/\(tag.content)}} where {{/\(opener.content)}} is due, which line \(opener.line) opened", tag.line)
        }
        tokens.removeFirst()
        return nodes
      }
      tokens.removeFirst()
      switch token {
      case .literal(let bytes, let line): nodes.append(TemplateNode(line: line, kind: .literal(bytes)))
      case .tag(let tag):
        if let kind = kind(of: tag) { nodes.append(TemplateNode(line: tag.line, kind: kind)) }
      }
    }
    if let opener { fault("\"\(opener.content)\" is opened and never closed", opener.line) }
    return nodes
  }

  private mutating func kind(of tag: TemplateTag) -> TemplateNode.Kind? {
    switch tag.sigil {
    case .comment, .end: return nil
    case .text: return text(tag)
    case .html: return name(tag).map { .html($0) }
    case .section, .inverted:
      let name = name(tag)
      let nodes = parse(until: tag)
      return name.map { .section($0, inverted: tag.sigil == .inverted, nodes) }
    case .partial: return partial(tag)
    case .block:
      let nodes = parse(until: tag)
      return block(tag, nodes).map { .block($0) }
    case .layout: return layout(tag)
    }
  }

  private mutating func name(_ tag: TemplateTag) -> FieldName? {
    if let name = FieldName(tag.content) { return name }
    fault("\"\(tag.content)\" is not a name", tag.line)
    return nil
  }

  private mutating func text(_ tag: TemplateTag) -> TemplateNode.Kind? {
    if tag.content.hasPrefix("words.") {
      let key = String(tag.content.dropFirst("words.".count))
      if isWordKey(key) { return .words(key) }
      fault("\"\(key)\" is not a key of the catalog", tag.line)
      return nil
    }
    if tag.content.hasPrefix("&") {
      fault("{{& }} is not used here; write {{{ }}} for html", tag.line)
      return nil
    }
    return name(tag).map { .text($0) }
  }

  /// `{{> components/badge author}}` is the badge inside `{{#author}}`.
  private mutating func partial(_ tag: TemplateTag) -> TemplateNode.Kind? {
    let parts = tag.content.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let template = parts.first, parts.count <= 2, isTemplateName(template) else {
      fault("\"\(tag.content)\" is not a template's name", tag.line)
      return nil
    }
    let partial = TemplateNode.Kind.partial(template, alone: tag.alone)
    guard parts.count == 2 else { return partial }
    guard let name = FieldName(parts[1]) else {
      fault("\"\(parts[1])\" is not a name", tag.line)
      return nil
    }
    return .section(name, inverted: false, [TemplateNode(line: tag.line, kind: partial)])
  }

  private mutating func block(_ tag: TemplateTag, _ nodes: [TemplateNode]) -> TemplateBlock? {
    guard isFieldName(tag.content) else {
      fault("\"\(tag.content)\" is not a block's name", tag.line)
      return nil
    }
    return TemplateBlock(name: tag.content, line: tag.line, nodes: nodes)
  }

  private mutating func layout(_ tag: TemplateTag) -> TemplateNode.Kind? {
    var blocks: [TemplateBlock] = []
    for node in parse(until: tag) {
      switch node.kind {
      case .block(let block):
        if blocks.contains(where: { $0.name == block.name }) { fault("block \"\(block.name)\" is given twice", block.line) }
        blocks.append(block)
      case .literal(let bytes) where bytes.allSatisfy(isWhitespace): break
      default: fault("only {{$blocks}} stand in {{< \(tag.content)}}", node.line)
      }
    }
    guard isTemplateName(tag.content) else {
      fault("\"\(tag.content)\" is not a template's name", tag.line)
      return nil
    }
    return .layout(tag.content, blocks)
  }
}
