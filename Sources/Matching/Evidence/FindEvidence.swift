extension CommonGround {
  /// How many reasons a suggestion has at most.
  static let mostEvidence = 3

  /// What a member wrote or declared that has the terms looked for, the weightiest first: for each term its best place. Where their own
  /// words do not have it, the opening of the topic that they answered in may.
  func evidence(of member: UInt32, for query: TermQuery, besides topic: Int64?, at now: Int64) -> [Evidence] {
    let wanted = WantedTerms(query)
    var best: [UInt32: Evidence] = [:]
    func offer(_ term: UInt32, _ weight: Double, _ source: @autoclosure () -> Evidence.Source) {
      guard weight > best[term]?.weight ?? 0 else { return }
      best[term] = Evidence(term: words.spelling(term), source: source(), weight: weight)
    }
    for term in members[member].interests { if let weight = wanted[term] { offer(term, weight * Self.declaredInterest, .interest) } }
    for place in members[member].written.reversed().prefix(Self.profilePosts) where topics[posts[Int(place)].topic].id != topic {
      let left = Self.interestHalfLife.left(after: now - posts[Int(place)].time)
      let own = offered(by: place, left, wanted, offer)
      if !own, posts[Int(place)].kind != .opening, let opening = openingPlace(of: posts[Int(place)].topic) {
        _ = offered(by: opening, left / 2, wanted, offer)
      }
    }
    return Self.weightiest(Array(best.values))
  }

  /// What a topic has of the terms looked for.
  func evidence(in topic: UInt32, for query: TermQuery) -> [Evidence] {
    let wanted = WantedTerms(query)
    var best: [UInt32: Evidence] = [:]
    for place in topics[topic].posts {
      _ = offered(by: place, 1, wanted) { term, weight, source in
        guard weight > best[term]?.weight ?? 0 else { return }
        best[term] = Evidence(term: words.spelling(term), source: source(), weight: weight)
      }
    }
    return Self.weightiest(Array(best.values))
  }

  /// Whether somebody would call it a reason: a number, or a single sign, is none.
  static func says(_ term: String) -> Bool {
    term.count > 1 && term.utf8.contains { $0 > 0x7F || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private func offered(
    by place: UInt32, _ left: Double, _ wanted: WantedTerms, _ offer: (UInt32, Double, @autoclosure () -> Evidence.Source) -> Void
  ) -> Bool {
    var isAny = false
    for bits in lists.list(posts[Int(place)].terms) {
      let entry = CountedTerm(bits: bits)
      guard let weight = wanted[entry.term] else { continue }
      isAny = true
      let strength = TopicVector.weight(count: entry.count, length: 0)
      offer(entry.term, weight * strength * left, .post(posts[Int(place)].id, topic: topics[posts[Int(place)].topic].id))
    }
    return isAny
  }

  /// The largest, not all from one post where there are others.
  private static func weightiest(_ all: [Evidence]) -> [Evidence] {
    var left = all.filter { says($0.term) }.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    var chosen: [Evidence] = []
    while chosen.count < mostEvidence, !left.isEmpty {
      let next = left.firstIndex { other in !chosen.contains { $0.source == other.source } } ?? 0
      chosen.append(left.remove(at: next))
    }
    return chosen
  }
}

/// The terms looked for. Very many are asked for and few are among them, so most are turned away by their last bits alone.
private struct WantedTerms {
  private var weights: [UInt32: Double] = [:]
  private var lastBits = [Bool](repeating: false, count: 4_096)

  init(_ query: TermQuery) {
    for (term, weight) in query.terms {
      weights[term] = Double(weight)
      lastBits[Int(term & 4_095)] = true
    }
  }

  subscript(term: UInt32) -> Double? { lastBits[Int(term & 4_095)] ? weights[term] : nil }
}
