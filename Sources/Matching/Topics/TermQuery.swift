/// What topics are looked for by: a few terms that are rare here, each with what it counts.
struct TermQuery: Sendable {
  /// Whole numbers, so that sums do not depend on their order.
  var terms: [(term: UInt32, weight: UInt32)] = []

  static let mostTerms = 32
  /// Weights below this are nothing.
  static let unit = 32.0
}

extension CommonGround {
  /// How much it says that a topic has a term: the logarithm of how rare that is.
  func rarity(_ term: UInt32) -> Double {
    let (count, all) = (Double(postings.count(term)), Double(topics.count))
    return Curve.log(1 + (all - count + 0.5) / (count + 0.5))
  }

  func query(_ weights: [(term: UInt32, weight: Double)], most: Int = TermQuery.mostTerms) -> TermQuery {
    let weighed = weights.compactMap { entry -> (term: UInt32, weight: UInt32)? in
      guard postings.count(entry.term) > 0 else { return nil }
      let weight = UInt32(entry.weight * rarity(entry.term) * TermQuery.unit)
      return weight > 0 ? (entry.term, weight) : nil
    }
    return TermQuery(
      terms: Array(
        weighed.sorted { one, other in
          one.weight != other.weight ? one.weight > other.weight : words.bytes(one.term).lexicographicallyPrecedes(words.bytes(other.term))
        }.prefix(most)))
  }

  /// What a text that is not in here asks for.
  func query(_ counts: TermCounts) -> TermQuery {
    let entries = counts.strongest(TopicVector.mostTerms * 2)
    let length = entries.reduce(0) { $0 + $1.count }
    return query(
      entries.compactMap { entry in
        words.find(entry.term[...]).map { ($0, TopicVector.weight(count: entry.count, length: length)) }
      })
  }

  /// What a topic in here asks for.
  func query(topic: UInt32) -> TermQuery {
    query(vector(of: topic).weights.map { ($0.term, Double($0.weight) / TopicVector.unit) })
  }
}
