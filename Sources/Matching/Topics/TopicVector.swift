/// What a topic is about: its strongest terms, weighed as BM25 weighs them in a text, without how rare they are.
struct TopicVector: Sendable, Equatable {
  struct Weight: Sendable, Equatable {
    let term: UInt32
    let weight: UInt16
  }

  /// Ordered by term.
  var weights: [Weight] = []

  /// Terms of a topic that can be found.
  static let mostTerms = 64
  /// Replies after this many days rarely are about the question.
  static let replyDays: Int64 = 30
  /// BM25 (Robertson and Zaragoza 2009) with k1 1.2 and b 0.5. The length that counts as usual is fixed, so that no topic's weights
  /// depend on another topic.
  private static let (saturation, lengthShare, usualLength) = (1.2, 0.5, 120.0)
  /// The weight of a term that occurs very often is 2.2: as 16 bits.
  static let unit = 65_535 / (saturation + 1)

  func weight(of term: UInt32) -> UInt16? {
    var (low, high) = (0, weights.count)
    while low < high {
      let middle = (low + high) / 2
      if weights[middle].term < term { low = middle + 1 } else { high = middle }
    }
    return low < weights.count && weights[low].term == term ? weights[low].weight : nil
  }

  static func weight(count: Int, length: Int) -> Double {
    let count = Double(count)
    let room = saturation * (1 - lengthShare + lengthShare * Double(length) / usualLength)
    return count * (saturation + 1) / (count + room)
  }
}

extension CommonGround {
  func vector(of topic: UInt32) -> TopicVector {
    let counted = counts(of: topic)
    let length = counted.reduce(0) { $0 + $1.count }
    return TopicVector(
      weights: counted.map { entry in
        TopicVector.Weight(term: entry.term, weight: UInt16(TopicVector.weight(count: entry.count, length: length) * TopicVector.unit))
      })
  }

  /// The strongest terms of the opening and of the first weeks' replies, ordered by term.
  private func counts(of topic: UInt32) -> [(term: UInt32, count: Int)] {
    guard let first = topics[topic].posts.first else { return [] }
    let end = posts[Int(openingPlace(of: topic) ?? first)].time + TopicVector.replyDays * 86_400_000
    var all: [CountedTerm] = []
    for post in topics[topic].posts where posts[Int(post)].time <= end {
      for bits in lists.list(posts[Int(post)].terms) { all.append(CountedTerm(bits: bits)) }
    }
    all.sort { $0.bits < $1.bits }
    var merged: [(term: UInt32, count: Int)] = []
    for entry in all {
      if let last = merged.last, last.term == entry.term {
        merged[merged.count - 1].count += entry.count
      } else {
        merged.append((entry.term, entry.count))
      }
    }
    guard merged.count > TopicVector.mostTerms else { return merged }
    merged.sort { one, other in
      if one.count != other.count { return one.count > other.count }
      let (first, second) = (words.bytes(one.term), words.bytes(other.term))
      return first.count != second.count ? first.count > second.count : first.lexicographicallyPrecedes(second)
    }
    return merged.prefix(TopicVector.mostTerms).sorted { $0.term < $1.term }
  }
}
