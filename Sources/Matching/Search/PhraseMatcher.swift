/// Recognises the phrases of a query in terms, byte by byte.
struct PhraseMatcher {
  enum Strength {
    /// The word itself.
    case complete
    /// A longer word that begins as the one typed.
    case begun
  }

  private struct Words {
    let terms: [[UInt8]]
    let isPrefix: Bool
    /// The last term as a complete word.
    let complete: [UInt8]
  }

  private let phrases: [Words]
  /// For each byte, which phrases a term that begins with it may begin: most words of a text are dismissed by it.
  private let beginnings: [UInt16]

  /// For each byte, whether any term of any phrase begins with it.
  private let initials: [Bool]

  var count: Int { phrases.count }

  init(_ query: SearchQuery) {
    phrases = query.required.map { phrase in
      Words(terms: phrase.terms.map { Array($0.utf8) }, isPrefix: phrase.isPrefix, complete: Array(phrase.complete.last?.utf8 ?? "".utf8))
    }
    var beginnings = Array(repeating: UInt16(0), count: 256)
    for (index, phrase) in phrases.enumerated() {
      for term in [phrase.terms[0], phrase.complete] where !term.isEmpty { beginnings[Int(term[0])] |= 1 << UInt16(index) }
    }
    self.beginnings = beginnings
    var initials = Array(repeating: false, count: 256)
    for term in phrases.flatMap({ $0.terms + [$0.complete] }) where !term.isEmpty { initials[Int(term[0])] = true }
    self.initials = initials
  }

  /// The phrases that a term may begin, one bit each: a query has no more than twelve.
  func candidates(_ first: UInt8) -> UInt16 { beginnings[Int(first)] }

  func isInitial(_ first: UInt8) -> Bool { initials[Int(first)] }

  func length(of phrase: Int) -> Int { phrases[phrase].terms.count }

  /// Whether the term that stands at `range` is the one at `place` of a phrase.
  func match(_ text: [UInt8], _ range: Range<Int>, phrase index: Int, at place: Int) -> Strength? {
    let last = phrases[index].terms.count - 1
    if Self.begins(text, range, with: place == last ? phrases[index].complete : phrases[index].terms[place], wholly: true) {
      return .complete
    }
    guard place == last, phrases[index].isPrefix, Self.begins(text, range, with: phrases[index].terms[place], wholly: false) else {
      return nil
    }
    return .begun
  }

  private static func begins(_ text: [UInt8], _ range: Range<Int>, with term: [UInt8], wholly: Bool) -> Bool {
    guard wholly ? range.count == term.count : range.count >= term.count else { return false }
    for index in term.indices where text[range.lowerBound + index] != term[index] { return false }
    return true
  }
}
