import Matching

/// What a text is scored by: its words, where its links lead, and a few facts of its form. Each is a number below 65,536, by its hash, and what a
/// person is told of it. Links and digits are facts, not words: their spelling is new in every spam.
package struct SpamFeatures: Sendable, Equatable {
  /// The most words of one text that count; spam says what it wants early.
  private static let mostWords = 400
  /// How each is called, by its number.
  let names: [Int: String]
  /// Those that are facts of its form; new words come with every spam, its form returns.
  let facts: Set<Int>

  /// `source` is Markdown as typed.
  package init(title: String, source: String) {
    let text = (title + "\n" + source).prefix(20_000)
    var facts = SpamFacts()
    let prose = facts.takeOut(of: String(text))
    var names: [Int: String] = [:]
    for term in TextAnalyzer().terms(of: prose).prefix(Self.mostWords * 2) where !term.isPart && term.text.utf8.count > 1 {
      guard names.count < Self.mostWords else { break }
      let word = term.text.allSatisfy(\.isNumber) ? "#" : term.text
      names[Self.bucket("w " + word)] = word
    }
    var noted: Set<Int> = []
    for fact in facts.names {
      let bucket = Self.bucket("f " + fact)
      names[bucket] = fact
      noted.insert(bucket)
    }
    self.names = names
    self.facts = noted
  }

  /// In a stable order.
  var buckets: [Int] { names.keys.sorted() }

  /// FNV-1a, folded to 16 bits.
  private static func bucket(_ name: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int((hash ^ (hash >> 16) ^ (hash >> 32) ^ (hash >> 48)) & 0xFFFF)
  }
}
