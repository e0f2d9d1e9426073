/// A word of the subject: lower case letters and digits of any script, with - . + # inside, at most 35 characters, as many as other forums' tags have.
package struct TagName: Sendable, Hashable {
  /// Characters.
  package static let longest = 35
  package let text: String

  package init(_ raw: String) throws(Problem) {
    let word = oneLine(raw).lowercased().split(separator: " ").joined(separator: "-")
    if word.isEmpty { throw Problem(.empty) }
    if word.count > Self.longest { throw Problem(.tooLong, Self.longest) }
    guard word.allSatisfy({ $0.isLetter || $0.isNumber || "-.+#".contains($0) }), word.contains(where: { $0.isLetter || $0.isNumber })
    else { throw Problem(.tagBad) }
    text = word
  }
}

/// The tags chosen for one topic: at most five, each once.
package struct TagChoice: Sendable, Equatable {
  package static let most = 5
  package let names: [TagName]

  /// Reads tags as typed in one field, separated by commas or spaces.
  package init(_ raw: String) throws(Problem) {
    var names: [TagName] = []
    for word in raw.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
      let name = try TagName(String(word))
      if !names.contains(name) { names.append(name) }
    }
    if names.count > Self.most { throw Problem(.tagTooMany, Self.most) }
    self.names = names
  }
}
