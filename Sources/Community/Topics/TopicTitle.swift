/// A topic's title as somebody typed it, made tidy: one line, 2 to 150 characters.
package struct TopicTitle: Sendable, Equatable {
  package static let longest = 150
  package let text: String

  package init(_ raw: String) throws(Problem) {
    let tidy = oneLine(raw)
    if tidy.isEmpty { throw Problem(.empty) }
    if tidy.count < 2 { throw Problem(.tooShort, 2) }
    if tidy.count > Self.longest || tidy.utf8.count > Self.longest * 8 { throw Problem(.tooLong, Self.longest) }
    text = tidy
  }

  /// The readable part of the address: letters and digits of any script in lower case, joined by hyphens, at most 60 characters.
  package var slug: String {
    var slug = ""
    var length = 0
    for character in text.lowercased() where length < 60 {
      if character.isLetter || character.isNumber {
        slug.append(character)
        length += 1
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
        length += 1
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "topic" : slug
  }
}
