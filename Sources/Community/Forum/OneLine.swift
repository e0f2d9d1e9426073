/// One line of text: white space collapsed, ends trimmed, control characters and direction overrides left out.
package func oneLine(_ raw: String) -> String {
  var line = ""
  var space = false
  for scalar in raw.unicodeScalars {
    if scalar.properties.isWhitespace {
      space = !line.isEmpty
    } else if scalar.properties.generalCategory == .control || isDirectionOverride(scalar) {
      continue
    } else {
      if space { line.append(" ") }
      space = false
      line.unicodeScalars.append(scalar)
    }
  }
  return line
}

/// Whether a character changes the direction of what follows it, which can make text read as something it is not.
package func isDirectionOverride(_ scalar: Unicode.Scalar) -> Bool {
  (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
}
