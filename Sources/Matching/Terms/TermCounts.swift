/// How often each term occurs in a text, without the words that say nothing, ordered by how much they say.
struct TermCounts: Sendable {
  /// A term with how often it occurs.
  struct Entry: Sendable, Equatable {
    var term: [UInt8]
    var count: Int
  }

  private var counts: [ArraySlice<UInt8>: Int] = [:]

  /// Bytes of one text that are read: what comes later in a very long one is a log or a listing.
  static let mostBytes = 16_384

  init() {}

  /// What a topic says as it is opened: its title thrice, its tags twice.
  init(of topic: MatchTopic) {
    add(topic.title, times: 3)
    for tag in topic.tags { add(tag, times: 2) }
    add(topic.text, times: 1)
  }

  /// What its title and tags say alone.
  init(headOf topic: MatchTopic) {
    add(topic.title, times: 1)
    for tag in topic.tags { add(tag, times: 1) }
  }

  mutating func add(_ text: String, times: Int) {
    var sink = Sink()
    TextAnalyzer().analyze(text.utf8.count > Self.mostBytes ? Self.cut(text) : text, into: &sink)
    var start = 0
    for end in sink.ends {
      counts[sink.letters[start..<end], default: 0] += times
      start = end
    }
  }

  private static func cut(_ text: String) -> String {
    String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self)
  }

  /// The terms that say most about the text, by nothing but the text itself, so that what is kept of one text never depends on another:
  /// the frequent before the rare, the long before the short (which are the more common ones of a language).
  func strongest(_ most: Int) -> [Entry] {
    counts.map { (term: $0.key, count: $0.value) }
      .sorted { one, other in
        if one.count != other.count { return one.count > other.count }
        if one.term.count != other.term.count { return one.term.count > other.term.count }
        return one.term.lexicographicallyPrecedes(other.term)
      }
      .prefix(most).map { Entry(term: Array($0.term), count: $0.count) }
  }

  private struct Sink: TermSink {
    var letters: [UInt8] = []
    var ends: [Int] = []

    mutating func take(_ term: [UInt8], range: Range<Int>, isPart: Bool) {
      guard !EmptyWords.contains(term) else { return }
      letters.append(contentsOf: term)
      ends.append(letters.count)
    }
  }
}
