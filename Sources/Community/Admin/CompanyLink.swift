/// The way back to the company's own site, with its words.
package struct CompanyLink: Sendable, Hashable {
  package let address: String
  package let words: String
  /// The most characters.
  package static let most = (address: 200, words: 60)

  /// Nil where nothing was typed. Throws ``ForumError/invalid(_:)`` for an address without `https://`, and for one field without the other.
  package static func parse(address raw: String, words rawWords: String) throws -> CompanyLink? {
    let (address, words) = (oneLine(raw), oneLine(rawWords))
    if address.isEmpty, words.isEmpty { return nil }
    var problems: [FieldProblem] = []
    if let problem = problem(of: address) { problems.append(FieldProblem("companyAddress", problem)) }
    if words.isEmpty { problems.append(FieldProblem("companyWords", Problem(.empty))) }
    if words.unicodeScalars.count > most.words { problems.append(FieldProblem("companyWords", Problem(.tooLong, most.words))) }
    guard problems.isEmpty else { throw ForumError.invalid(problems) }
    return CompanyLink(address: address, words: words)
  }

  /// A host with a dot, and no name and password before it, which would make it look like another.
  private static func problem(of address: String) -> Problem? {
    if address.isEmpty { return Problem(.empty) }
    if address.utf8.count > most.address { return Problem(.tooLong, most.address) }
    guard address.hasPrefix("https://"), address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }) else {
      return Problem(.httpsBad)
    }
    let host = address.dropFirst(8).prefix { !"/?#".contains($0) }
    let isHost = host.utf8.allSatisfy {
      Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber || ".-:".utf8.contains($0)
    }
    return isHost && host.contains(".") && !host.hasPrefix(".") && !host.contains("..") ? nil : Problem(.httpsBad)
  }

  private init(address: String, words: String) { (self.address, self.words) = (address, words) }
  /// As it is kept: the address, a space, the words.
  init?(_ kept: String) {
    guard let space = kept.firstIndex(of: " ") else { return nil }
    self.init(address: String(kept[..<space]), words: String(kept[kept.index(after: space)...]))
  }
  var text: String { "\(address) \(words)" }
}
