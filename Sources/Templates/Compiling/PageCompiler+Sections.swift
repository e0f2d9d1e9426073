/// A section as it stands in a template.
struct TemplateSection {
  let name: FieldName
  let isInverted: Bool
  let nodes: [TemplateNode]
  let line: Int
}

extension PageCompiler {
  mutating func compile(_ section: TemplateSection, _ context: SampleContext, _ frame: Frame) {
    let start = enter(section, frame)
    emit(Instruction(.section, section.name))
    let opening = instructions.count - 1

    let contexts = contents(of: section, context, frame)
    let linesBefore = endsLine
    var linesAfter = true
    var end = start
    for (position, content) in contexts.enumerated() {
      // One body serves values of every type; the others are only checked, so what they add is taken back.
      let kept = instructions.count
      html = start
      endsLine = linesBefore && (!content.repeats || closesLine(section.nodes))
      compile(section.nodes, content.context, frame)
      flush()
      linesAfter = linesAfter && endsLine
      if position == 0 { end = html } else { instructions.removeSubrange(kept...) }
      if content.repeats, start.isInTag {
        fault("\"\(section.name.written)\" may come more than once and cannot stand inside a tag", frame, section.line)
      }
    }
    leave(section, start, end, frame)
    endsLine = linesBefore && linesAfter

    instructions[opening] = Instruction(section.isInverted ? .inverted : .section, section.name, end: instructions.count)
  }

  private mutating func enter(_ section: TemplateSection, _ frame: Frame) -> HTMLContext {
    guard isHTML else { return html }
    if let start = html.enteringSection { return start }
    fault("the section \"\(section.name.written)\" cannot begin \(html.description)", frame, section.line)
    return html
  }

  private mutating func leave(_ section: TemplateSection, _ start: HTMLContext, _ end: HTMLContext, _ frame: Frame) {
    guard isHTML else { return }
    if let joined = HTMLContext.joined(start, end) {
      html = joined
    } else {
      html = start
      let words = "begins \(start.description) and ends \(end.description), so the page would break without it"
      fault("the section \"\(section.name.written)\" \(words)", frame, section.line)
    }
  }

  /// What the section's body will see, for each type of value that its sample shows.
  private mutating func contents(
    of section: TemplateSection, _ context: SampleContext, _ frame: Frame
  ) -> [(context: SampleContext, repeats: Bool)] {
    guard let seen = see(section.name, context, frame, section.line) else {
      isIncomplete = true
      return []
    }
    let name = section.name
    switch seen.sight {
    case .number: fault("\"\(name.written)\" is a number and makes no section; use a flag", frame, section.line)
    case .mixed(let kinds): fault("\"\(name.written)\" is sometimes \(kinds) in the samples of \(seen.owner.typeName)", frame, section.line)
    case _ where section.isInverted: break
    case .text, .html, .flag: break
    case .one(let contexts), .many(let contexts):
      var repeats = false
      if case .many = seen.sight { repeats = true }
      if contexts.isEmpty { fault(emptySample(of: name, in: seen.owner, "its section"), frame, section.line) }
      for content in contexts { ledger.open(content, frame.file, section.line) }
      return contexts.map { ($0, repeats) }
    case .nothing:
      fault(emptySample(of: name, in: seen.owner, "its section"), frame, section.line)
      return []
    }
    return [(context, false)]
  }

  /// Whether each round of a loop leaves a line end behind for the next one.
  private func closesLine(_ nodes: [TemplateNode]) -> Bool {
    guard case .literal(let bytes) = nodes.last?.kind else { return false }
    return bytes.last == 0x0A
  }
}
