extension PageCompiler {
  /// Writes a message in: its words as constants, its placeholders as fields of the context.
  mutating func write(words key: String, _ context: SampleContext, _ frame: Frame, _ line: Int) {
    guard let text = words.message(key) else { return fault("unknown words \"\(key)\"", frame, line) }
    usedWords.insert(key)
    if isHTML, case let before = html, let words = html.interpolate(.words) {
      html = before
      return fault("{{words.\(key)}}: \(words)", frame, line)
    }
    endsLine = false
    do throws(MessageFault) {
      let message = try MessageParser.parse(text)
      write(message.pieces, key, context, frame, line)
    } catch {
      fault("words \"\(key)\": \(error.words)", frame, line)
    }
  }

  private mutating func write(_ pieces: [Message.Piece], _ key: String, _ context: SampleContext, _ frame: Frame, _ line: Int) {
    for piece in pieces {
      switch piece {
      case .text(let text):
        var bytes: [UInt8] = []
        if isHTML { appendEscaped(text, to: &bytes) } else { appendRaw(text, to: &bytes) }
        append(bytes)
      case .argument(let name), .count(let name):
        guard let name = argument(name, mustBeNumber: false, key, context, frame, line) else { continue }
        // A message is for people, wherever it stands.
        emit(Instruction(isHTML ? .counted : .plainCounted, name))
      case .plural(let name, let forms):
        guard let name = argument(name, mustBeNumber: true, key, context, frame, line) else { continue }
        emit(Instruction(.plural, name))
        let position = instructions.count - 1
        let zero = forms.zero.map { branch($0, key, context, frame, line) }
        let named = PluralCategory.allCases.compactMap { form in
          forms.named[form].map { (form, branch($0, key, context, frame, line)) }
        }
        let branches = PluralBranches(zero: zero, named: named)
        instructions[position] = Instruction(.plural, name, end: instructions.count, branches: branches)
      }
    }
  }

  private mutating func branch(
    _ pieces: [Message.Piece], _ key: String, _ context: SampleContext, _ frame: Frame, _ line: Int
  ) -> Range<Int> {
    let start = instructions.count
    write(pieces, key, context, frame, line)
    flush()
    return start..<instructions.count
  }

  private mutating func argument(
    _ written: String, mustBeNumber: Bool, _ key: String, _ context: SampleContext, _ frame: Frame, _ line: Int
  ) -> FieldName? {
    guard let name = FieldName(written) else { return nil }
    let before = faults.count
    guard let seen = see(name, context, frame, line) else {
      let unknown = faults[before...].map(\.words)
      faults.removeSubrange(before...)
      for words in unknown { fault("words \"\(key)\" want {\(written)}: \(words)", frame, line) }
      return nil
    }
    switch seen.sight {
    case .number: return name
    case .text where !mustBeNumber: return name
    case .nothing: fault(emptySample(of: name, in: seen.owner, "words \"\(key)\""), frame, line)
    default:
      fault("words \"\(key)\" want {\(written)} as \(mustBeNumber ? "a number" : "text or a number")", frame, line)
    }
    return nil
  }
}
