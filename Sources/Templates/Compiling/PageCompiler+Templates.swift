/// Partials, layouts and their blocks: all of them are written out in place.
extension PageCompiler {
  mutating func include(_ template: String, alone: Bool, _ context: SampleContext, _ frame: Frame, _ line: Int) {
    guard let nodes = nodes(of: template, "partial", frame, line) else { return }
    let inner = frame.entering(template, filling: [:])
    compile(alone ? nodes : withoutLastLineEnd(nodes), context, inner)
  }

  /// A file ends with a line end, which must not come between an included badge and the text after it.
  private func withoutLastLineEnd(_ nodes: [TemplateNode]) -> [TemplateNode] {
    guard let last = nodes.last, case .literal(var bytes) = last.kind, bytes.last == 0x0A else { return nodes }
    bytes.removeLast()
    return nodes.dropLast() + [TemplateNode(line: last.line, kind: .literal(bytes))]
  }

  mutating func extend(
    _ template: String, _ blocks: [TemplateBlock], _ context: SampleContext, _ frame: Frame, _ line: Int
  ) {
    guard let nodes = nodes(of: template, "layout", frame, line) else { return }
    var fillings = frame.fillings
    for block in blocks where fillings[block.name] == nil {
      fillings[block.name] = Filling(nodes: block.nodes, frame: frame)
    }
    visitedBlocks.append([])
    compile(nodes, context, frame.entering(template, filling: fillings))
    let visited = visitedBlocks.removeLast()
    for block in blocks where !visited.contains(block.name) {
      let known = visited.sorted().joined(separator: ", ")
      isIncomplete = true
      fault("unknown block \"\(block.name)\" in \(template); known: \(known)", frame, block.line)
    }
  }

  mutating func fill(_ block: TemplateBlock, _ context: SampleContext, _ frame: Frame) {
    for level in visitedBlocks.indices { visitedBlocks[level].insert(block.name) }
    if let filling = frame.fillings[block.name] {
      compile(filling.nodes, context, filling.frame)
    } else {
      compile(block.nodes, context, frame)
    }
  }

  private mutating func nodes(of template: String, _ role: String, _ frame: Frame, _ line: Int) -> [TemplateNode]? {
    if frame.stack.contains(template) {
      isIncomplete = true
      fault("\(role) \"\(template)\" contains itself: \((frame.stack + [template]).joined(separator: " > "))", frame, line)
      return nil
    }
    guard let nodes = sources.nodes[template] else {
      isIncomplete = true
      fault("unknown \(role) \"\(template)\"", frame, line)
      return nil
    }
    usedTemplates.insert(template)
    return nodes
  }
}
