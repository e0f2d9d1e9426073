/// Takes the line away around tags that write nothing and have it for themselves, as Mustache does.
func withoutStandaloneLines(_ tokens: [TemplateToken]) -> [TemplateToken] {
  var kept: [TemplateToken] = []
  var line: [TemplateToken] = []
  for token in tokens {
    line.append(token)
    if case .literal(let bytes, _) = token, bytes.last == 0x0A {
      kept += isSilent(line) ? alone(line) : line
      line = []
    }
  }
  return kept + (isSilent(line) ? alone(line) : line)
}

private func isSilent(_ line: [TemplateToken]) -> Bool {
  var hasTag = false
  for token in line {
    switch token {
    case .literal(let bytes, _):
      guard bytes.allSatisfy(isWhitespace) else { return false }
    case .tag(let tag):
      guard tag.isSilent else { return false }
      hasTag = true
    }
  }
  return hasTag
}

private func alone(_ line: [TemplateToken]) -> [TemplateToken] {
  line.compactMap { token in
    guard case .tag(var tag) = token else { return nil }
    tag.alone = true
    return .tag(tag)
  }
}
