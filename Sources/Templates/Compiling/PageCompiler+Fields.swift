extension PageCompiler {
  mutating func write(_ name: FieldName, asHTML: Bool, _ context: SampleContext, _ frame: Frame, _ line: Int) {
    endsLine = false
    if isHTML, let words = html.interpolate(asHTML ? .html : .text(named: name.last)) {
      fault("{{\(name.written)}}: \(words)", frame, line)
    }
    if asHTML, !isHTML { fault("{{{\(name.written)}}}: a text has no html; use {{ }}", frame, line) }
    let seen = see(name, context, frame, line)
    if let seen, let words = misuse(of: name, seen.sight, in: seen.owner, asHTML: asHTML) { fault(words, frame, line) }
    // A number that stands between tags is for people; in an attribute it is for machines.
    if !asHTML, isHTML, html.place == .data, case .number = seen?.sight { return emit(Instruction(.counted, name)) }
    emit(Instruction(asHTML ? .html : isHTML ? .text : .plain, name))
  }

  private func misuse(of name: FieldName, _ sight: SampleContext.Sight, in owner: SampleContext, asHTML: Bool) -> String? {
    switch (sight, asHTML) {
    case (.text, false), (.number, false), (.html, true): nil
    case (.html, false): "\"\(name.written)\" is html; use {{{ }}}"
    case (.text, true), (.number, true): "\"\(name.written)\" is not html; use {{ }}"
    case (.flag, _): "\"\(name.written)\" is a flag and has no text; use {{#\(name.written)}}"
    case (.one, _), (.many, _): "\"\(name.written)\" holds values and has no text; use {{#\(name.written)}}"
    case (.nothing, _): emptySample(of: name, in: owner, "it")
    case (.mixed(let kinds), _): "\"\(name.written)\" is sometimes \(kinds) in the samples of \(owner.typeName)"
    }
  }

  func emptySample(of name: FieldName, in owner: SampleContext, _ what: String) -> String {
    "the sample of \(owner.typeName).\(name.last) is empty, so \(what) cannot be checked"
  }

  /// Looks a name up and counts it as used; reports it when no value has it.
  mutating func see(
    _ name: FieldName, _ context: SampleContext, _ frame: Frame, _ line: Int
  ) -> (sight: SampleContext.Sight, owner: SampleContext)? {
    var owner = context
    for (position, part) in ([name.first] + name.rest).enumerated() {
      guard let sight = owner.see(part) else {
        let known = owner.storedNames.filter { owner.see($0) != nil }.joined(separator: ", ")
        fault("unknown name \"\(part)\" in \(owner.typeName); known: \(known)", frame, line)
        return nil
      }
      ledger.use(part, in: owner)
      if position == name.rest.count { return (sight, owner) }
      guard case .one(let contexts) = sight, let next = contexts.first else {
        if case .nothing = sight {
          fault("the sample of \(owner.typeName).\(part) is empty, so \"\(name.written)\" cannot be checked", frame, line)
        } else {
          fault("\"\(part)\" in \(owner.typeName) is not one value, so \"\(name.written)\" leads nowhere", frame, line)
        }
        return nil
      }
      ledger.open(next, frame.file, line)
      owner = next
    }
    return nil
  }
}
