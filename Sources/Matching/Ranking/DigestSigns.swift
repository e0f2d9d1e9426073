/// What speaks for showing a new topic to a member.
package enum DigestSign: Int, CaseIterable, Sendable {
  /// How like it is to what they are interested in: to their profile, and to each topic they wrote in.
  case profile, interest
  /// Their share in the answers to the most similar topics; and to more of them, not fading.
  case nearest, nearEver
  /// Talks with its author, and how near that is along talks.
  case talked, reach
  /// The share of their answers that was given in the same tags and on the same shelf.
  case labels
}

/// A new topic as it is offered to readers: what is alike for all of them is worked out once.
package struct OfferedTopic: Sendable {
  package let id: Int64
  let query: TermQuery
  let author: UInt32?
  let labels: [(label: UInt32, rarity: Double)]
  let votes: [UInt32: Votes]
  let all: Votes

  struct Votes: Sendable {
    var (interest, nearest, nearEver) = (0.0, 0.0, 0.0)
  }
}

extension CommonGround {
  /// Prepares a topic, in here or not, for being offered.
  package func offered(_ topic: MatchTopic, at now: Int64) -> OfferedTopic {
    let query = query(TermCounts(of: topic))
    var votes: [UInt32: OfferedTopic.Votes] = [:]
    var all = OfferedTopic.Votes()
    for (rank, match) in near(query, most: Self.alikeTopics).filter({ topics[$0.topic].id != topic.topic }).enumerated() {
      for part in parts(in: match.topic) {
        // Squared: who reads looks for what is much like, not for a little of everything.
        let whole = Double(match.score) * Double(match.score)
        let vote = whole * Self.interestHalfLife.left(after: now - part.last)
        votes[part.member, default: OfferedTopic.Votes()].interest += vote
        all.interest += vote
        guard part.helped > 0, rank < Self.nearTopics else { continue }
        votes[part.member, default: OfferedTopic.Votes()].nearEver += whole
        all.nearEver += whole
        guard rank < Self.nearestTopics else { continue }
        votes[part.member, default: OfferedTopic.Votes()].nearest += vote
        all.nearest += vote
      }
    }
    return OfferedTopic(
      id: topic.topic, query: query, author: topic.author.flatMap { members.place(of: $0) },
      labels: Self.labels(of: topic).compactMap { labels.find($0[...]) }.map { ($0, rarity(label: $0)) }, votes: votes, all: all)
  }

  /// New topics in the order a member would like them, best first.
  package func digest(_ offered: [OfferedTopic], for reader: Int64, at now: Int64) -> [Ranked] {
    guard let member = members.place(of: reader) else { return [] }
    let weights = DigestSign.allCases.map { MatchWeights.digest[$0] ?? 0 }
    let rows = digestSigns(offered, member, at: now)
    let ranked = zip(offered, rows).map { topic, signs in Ranked(id: topic.id, score: Self.sum(signs, weights), signs: signs) }
    let queries = Dictionary(offered.map { ($0.id, $0.query) }) { first, _ in first }
    return Ranked.supported(Ranked.sorted(ranked)) { entry in
      queries[entry.id].map { evidence(of: member, for: $0, besides: entry.id, at: now) } ?? []
    }
  }

  private func digestSigns(_ offered: [OfferedTopic], _ member: UInt32, at now: Int64) -> [[Double]] {
    let profile = Dictionary(profile(of: member, at: now).terms.map { ($0.term, Double($0.weight)) }) { first, _ in first }
    let bonds = Dictionary(bonds(of: member, at: now).map { ($0.other, $0.strength) }) { first, _ in first }
    let reach = Dictionary(reach(from: member, at: now).map { ($0.other, $0.strength) }) { first, _ in first }
    return Self.standardised(
      offered.map { topic in
        let votes = topic.votes[member] ?? OfferedTopic.Votes()
        return DigestSign.allCases.map { sign in
          switch sign {
          case .profile: Self.likeness(topic.query, profile)
          case .interest: Curve.log(0.002 + votes.interest / max(topic.all.interest, 1))
          case .nearest: votes.nearest / max(topic.all.nearest, 1)
          case .nearEver: votes.nearEver / max(topic.all.nearEver, 1)
          case .talked: Curve.log(1 + (topic.author.flatMap { bonds[$0] } ?? 0))
          case .reach: Curve.log(1 + 1_000 * (topic.author.flatMap { reach[$0] } ?? 0))
          case .labels: answerShare(of: member, in: topic.labels, at: now)
          }
        }
      })
  }

  /// The cosine, but for what a member's profile measures as a whole.
  private static func likeness(_ query: TermQuery, _ profile: [UInt32: Double]) -> Double {
    var (product, square) = (0.0, 0.0)
    for (term, weight) in query.terms {
      product += Double(weight) * (profile[term] ?? 0)
      square += Double(weight) * Double(weight)
    }
    return square > 0 ? product / square.squareRoot() : 0
  }

  /// Each column with mean 0 and deviation 1, so that columns can be added up.
  private static func standardised(_ rows: [[Double]]) -> [[Double]] {
    guard let width = rows.first?.count else { return rows }
    var rows = rows
    for column in 0..<width {
      let mean = rows.reduce(0) { $0 + $1[column] } / Double(rows.count)
      let deviation = (rows.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / Double(rows.count)).squareRoot()
      for row in rows.indices { rows[row][column] = deviation > 1e-9 ? (rows[row][column] - mean) / deviation : 0 }
    }
    return rows
  }
}
