/// `kindred.conf`: lines of `NAME=value`, empty lines and lines that begin with `#`.
enum ConfigurationFile {
  /// The values by name; `problems` names every line that is neither.
  static func parse(_ text: String, name: String, problems: inout [String]) -> [String: String] {
    var values: [String: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(trimmed(parts[0]))
      guard parts.count == 2, !key.isEmpty else {
        problems.append("\(name), line \(index + 1): expected NAME=value")
        continue
      }
      if values.updateValue(unquoted(trimmed(parts[1])), forKey: key) != nil {
        problems.append("\(key): set twice in \(name)")
      }
    }
    return values
  }

  private static func unquoted(_ value: Substring) -> String {
    guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote else { return String(value) }
    return String(value.dropFirst().dropLast())
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
