/// What speaks for showing a new topic to a member.
package enum DigestSign: Int, CaseIterable, Sendable {
  /// Their share in what was written in topics like it; and in topics like its title and tags alone.
  case interest, titled
  /// Their share in the answers to the most similar topics, not fading.
  case near
  /// Talks with its author.
  case talked
  /// How many took part in the similar topics with the same tags or on the same shelf.
  case drawn
  /// How much more than others they write under its tags and on its shelf.
  case labels
}

/// A new topic as it is offered to readers: what is alike for all of them is worked out once.
package struct OfferedTopic: Sendable {
  package let id: Int64
  let query: TermQuery
  let author: UInt32?
  let labels: [(label: UInt32, rarity: Double)]
  /// The topics most like it.
  let nearest: [(topic: Int64, vote: Double)]
  let votes: [UInt32: Votes]
  let all: Votes
  let drawn: Double

  struct Votes: Sendable {
    var (interest, titled, near) = (0.0, 0.0, 0.0)
  }
}

extension CommonGround {
  /// Prepares a topic, in here or not, for being offered.
  package func offered(_ topic: MatchTopic, at now: Int64) -> OfferedTopic {
    let query = query(TermCounts(of: topic))
    let labels = Self.labels(of: topic).compactMap { self.labels.find($0[...]) }.map { (label: $0, rarity: rarity(label: $0)) }
    var votes: [UInt32: OfferedTopic.Votes] = [:]
    var all = OfferedTopic.Votes()
    func vote(_ sign: WritableKeyPath<OfferedTopic.Votes, Double>, _ amount: Double, _ member: UInt32) {
      votes[member, default: OfferedTopic.Votes()][keyPath: sign] += amount
      all[keyPath: sign] += amount
    }
    var (parts, alike) = (3.0, 1.0)
    var nearest: [(topic: Int64, vote: Double)] = []
    for (rank, match) in near(query, most: Self.alikeTopics).filter({ topics[$0.topic].id != topic.topic }).enumerated() {
      let those = self.parts(in: match.topic)
      // Squared: who reads looks for what is much like, not for a little of everything.
      let whole = Double(match.score) * Double(match.score)
      if rank < Self.nearestRead { nearest.append((topics[match.topic].id, whole)) }
      for part in those {
        vote(\.interest, whole * Self.interestHalfLife.left(after: now - part.last), part.member)
        if part.helped > 0, rank < Self.nearTopics { vote(\.near, whole, part.member) }
      }
      if rank < Self.nearTopics, topics[match.topic].labels.contains(where: { known in labels.contains { $0.label == known } }) {
        (parts, alike) = (parts + Double(those.count), alike + 1)
      }
    }
    for match in near(self.query(TermCounts(headOf: topic)), most: Self.nearTopics) where topics[match.topic].id != topic.topic {
      let whole = Double(match.score) * Double(match.score)
      for part in self.parts(in: match.topic) {
        vote(\.titled, whole * Self.interestHalfLife.left(after: now - part.last), part.member)
      }
    }
    return OfferedTopic(
      id: topic.topic, query: query, author: topic.author.flatMap { members.place(of: $0) }, labels: labels, nearest: nearest, votes: votes,
      all: all,
      drawn: Curve.log(parts / alike))
  }

  /// The most similar topics in which reading counts, and what having read one counts beside having written in it.
  private static let (nearestRead, readShare) = (50, 0.3)

  /// New topics in the order a member would like them, best first. `reading` are topics they read, if they let that be used: it moves what
  /// they wrote about before, and suggests nothing by itself.
  package func digest(_ offered: [OfferedTopic], for reader: Int64, reading: Set<Int64> = [], at now: Int64) -> [Ranked] {
    guard let member = members.place(of: reader) else { return [] }
    let weights = DigestSign.allCases.map { MatchWeights.digest[$0] ?? 0 }
    let rows = digestSigns(offered, member, reading, at: now)
    let ranked = zip(offered, rows).map { topic, signs in Ranked(id: topic.id, score: Self.sum(signs, weights), signs: signs) }
    let queries = Dictionary(offered.map { ($0.id, $0.query) }) { first, _ in first }
    return Ranked.supported(Ranked.sorted(ranked)) { entry in
      queries[entry.id].map { evidence(of: member, for: $0, besides: entry.id, at: now) } ?? []
    }
  }

  private func digestSigns(_ offered: [OfferedTopic], _ member: UInt32, _ reading: Set<Int64>, at now: Int64) -> [[Double]] {
    let bonds = Dictionary(bonds(of: member, at: now).map { ($0.other, $0.strength) }) { first, _ in first }
    return Self.standardised(
      offered.map { topic in
        var votes = topic.votes[member] ?? OfferedTopic.Votes()
        for near in topic.nearest where reading.contains(near.topic) { votes.interest += Self.readShare * near.vote }
        return DigestSign.allCases.map { sign in
          switch sign {
          case .interest: Curve.log(0.002 + votes.interest / max(topic.all.interest, 1))
          case .titled: Curve.log(0.002 + votes.titled / max(topic.all.titled, 1))
          case .near: votes.near / max(topic.all.near, 1)
          case .talked: Curve.log(1 + (topic.author.flatMap { bonds[$0] } ?? 0))
          case .drawn: topic.drawn
          case .labels: labelLiking(of: member, for: topic.labels, at: now)
          }
        }
      })
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
