/// Notes where the phrases of a query stand in a text while it is analysed.
struct HitFinder: TermSink {
  struct Hit {
    var range: Range<Int>
    var phrase: Int
  }

  private let matcher: PhraseMatcher
  private var hits: [Hit] = []
  /// How far each phrase has been read, and where it began.
  private var begun: [(place: Int, start: Int)]

  init(_ query: SearchQuery) {
    matcher = PhraseMatcher(query)
    begun = Array(repeating: (0, 0), count: matcher.count)
  }

  func wants(_ first: UInt8) -> Bool { matcher.isInitial(first) }

  mutating func take(_ term: [UInt8], range: Range<Int>, isPart: Bool) {
    let candidates = matcher.candidates(term[0])
    for phrase in 0..<matcher.count {
      if matcher.length(of: phrase) == 1 {
        guard candidates & 1 << UInt16(phrase) != 0 else { continue }
        if matcher.match(term, term.indices, phrase: phrase, at: 0) != nil { hits.append(Hit(range: range, phrase: phrase)) }
      } else if !isPart {
        follow(term, range: range, phrase: phrase)
      }
    }
  }

  private mutating func follow(_ term: [UInt8], range: Range<Int>, phrase: Int) {
    var (place, start) = begun[phrase]
    if place > 0, matcher.match(term, term.indices, phrase: phrase, at: place) == nil { place = 0 }
    guard matcher.match(term, term.indices, phrase: phrase, at: place) != nil else {
      begun[phrase] = (0, 0)
      return
    }
    if place == 0 { start = range.lowerBound }
    if place == matcher.length(of: phrase) - 1 {
      hits.append(Hit(range: start..<range.upperBound, phrase: phrase))
      begun[phrase] = (0, 0)
    } else {
      begun[phrase] = (place + 1, start)
    }
  }

  /// A part comes after its whole, so the order of the text is made here.
  func sorted() -> [Hit] {
    hits.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}
