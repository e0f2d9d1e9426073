/// Turns a page's template, flattened with its partials and layouts, into a program, and checks each step against the page's sample.
struct PageCompiler {
  let sources: TemplateSources
  let words: any WordCatalog
  /// Whether the page is HTML: only then there are places where text must not stand.
  let isHTML: Bool

  var ledger: FieldLedger
  var faults: [TemplateFault] = []
  var usedTemplates: Set<String> = []
  var usedWords: Set<String> = []
  /// Something could not be looked into, so that what seems unused may well be used there.
  var isIncomplete = false

  var instructions: [Instruction] = []
  var html = HTMLContext()
  /// Whether a line end was written last, so that another one and indentation add nothing.
  var endsLine = true
  var visitedBlocks: [Set<String>] = []
  private var literal: [UInt8] = []
  private var constants: [UInt8] = []

  init(sources: TemplateSources, words: any WordCatalog, isHTML: Bool, ledger: FieldLedger) {
    self.sources = sources
    self.words = words
    self.isHTML = isHTML
    self.ledger = ledger
  }

  mutating func compile(page template: String, sample: any Fields, typeName: String) -> Program {
    let frame = Frame(file: template + TemplateSources.ending, fillings: [:], stack: [template])
    guard let nodes = sources.nodes[template] else {
      isIncomplete = true
      fault("\(typeName) names this template, which is missing", frame, 1)
      return Program(instructions: [], constants: [], style: style)
    }
    usedTemplates.insert(template)
    let context = SampleContext(values: [sample])
    ledger.open(context, frame.file, 1)
    compile(nodes, context, frame)
    flush()
    if isHTML, html.place != .data || html.element != nil || html.preformatted > 0 {
      fault("the page ends \(html.description)", frame, nodes.last?.line ?? 1)
    }
    return Program(instructions: instructions, constants: constants, style: style)
  }

  private var style: WritingStyle { WritingStyle(words, isHTML: isHTML) }

  mutating func fault(_ words: String, _ frame: Frame, _ line: Int) {
    faults.append(TemplateFault(file: frame.file, line: line, words: words))
  }

  mutating func compile(_ nodes: [TemplateNode], _ context: SampleContext, _ frame: Frame) {
    for node in nodes {
      switch node.kind {
      case .literal(let bytes): write(literal: bytes[...], frame, node.line)
      case .text(let name): write(name, asHTML: false, context, frame, node.line)
      case .html(let name): write(name, asHTML: true, context, frame, node.line)
      case .words(let key): write(words: key, context, frame, node.line)
      case .section(let name, let inverted, let body):
        let section = TemplateSection(name: name, isInverted: inverted, nodes: body, line: node.line)
        compile(section, context, frame)
      case .partial(let template, let alone): include(template, alone: alone, context, frame, node.line)
      case .layout(let template, let blocks): extend(template, blocks, context, frame, node.line)
      case .block(let block): fill(block, context, frame)
      }
    }
  }

  /// In HTML a line end with all the space around it is one line end.
  private mutating func write(literal bytes: ArraySlice<UInt8>, _ frame: Frame, _ line: Int) {
    guard isHTML else { return append(Array(bytes)) }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isWhitespace(byte), html.collapses {
        let end = bytes[index...].firstIndex { !isWhitespace($0) } ?? bytes.endIndex
        write(space: bytes[index..<end])
        index = end
      } else {
        if let words = html.feed(byte) { fault(words, frame, line) }
        append([byte])
        endsLine = false
        index += 1
      }
    }
  }

  private mutating func write(space: ArraySlice<UInt8>) {
    _ = html.feed(0x20)
    if space.contains(0x0A) {
      if !endsLine { append([0x0A]) }
      endsLine = true
    } else if !endsLine {
      append(Array(space))
    }
  }

  mutating func append(_ bytes: [UInt8]) {
    literal += bytes
  }

  /// Ends the constant so far; before every other step and at every place that something may jump to.
  mutating func flush() {
    guard !literal.isEmpty else { return }
    let start = constants.count
    constants += literal
    instructions.append(Instruction(constant: start..<constants.count))
    literal = []
  }

  mutating func emit(_ instruction: Instruction) {
    flush()
    instructions.append(instruction)
  }
}
