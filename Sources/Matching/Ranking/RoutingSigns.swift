/// What speaks for asking a member about a topic.
package enum RoutingSign: Int, CaseIterable, Sendable {
  /// Answers to the similar topics, fading; and to the most similar.
  case near, nearest
  /// The share of their answers that was given in the same tags and on the same shelf.
  case labels
  /// Being near whoever asks, along talks.
  case reach
  /// Answers of late, and days since the last post.
  case helps, idle
}

extension CommonGround {
  /// Of how many evidence is looked for, so that somebody who was never asked is among them.
  static let mostAsked = 200
  /// Members whose signs are all looked at, where there is no list of candidates.
  static let mostConsidered = 1_000

  /// Who could answer a topic, best first; the topic need not be in here. Nobody is left out: those who may not be asked are for the caller to
  /// leave out of `candidates`, who are all that anything is similar for unless given.
  package func answerers(
    for topic: MatchTopic, among candidates: [Int64]? = nil, exposure: Exposure = Exposure(), at now: Int64
  ) -> [Ranked] {
    let query = query(TermCounts(of: topic))
    let found = routingSigns(topic, query, candidates, at: now)
    let weights = RoutingSign.allCases.map { MatchWeights.routing[$0] ?? 0 }
    let ranked = found.members.indices.map { row in
      let id = members[found.members[row]].id
      return Ranked(id: id, score: Self.sum(found.signs(row), weights) - exposure.penalty(id, at: now), signs: Array(found.signs(row)))
    }
    return Ranked.supported(Ranked.sorted(ranked), most: Self.mostAsked) { entry in
      members.place(of: entry.id).map { evidence(of: $0, for: query, besides: topic.topic, at: now) } ?? []
    }
  }

  private func routingSigns(_ topic: MatchTopic, _ query: TermQuery, _ candidates: [Int64]?, at now: Int64) -> Gathering {
    var found = Gathering(places: members.end, width: RoutingSign.allCases.count)
    let near = near(query, most: Self.nearTopics + 1).filter { topics[$0.topic].id != topic.topic }
    for (rank, match) in near.prefix(Self.nearTopics).enumerated() {
      for part in parts(in: match.topic) where part.helped > 0 {
        let vote = Double(match.score) * Self.presenceByDay[now - part.last] * part.helped
        found.add(vote, to: RoutingSign.near.rawValue, of: part.member)
        if rank < Self.nearestTopics { found.add(vote, to: RoutingSign.nearest.rawValue, of: part.member) }
      }
    }
    found.keep(Self.mostConsidered, by: RoutingSign.near.rawValue, among: candidates.map { Set($0) }, in: members)
    found.level(RoutingSign.near.rawValue, isLogarithmic: true)
    found.level(RoutingSign.nearest.rawValue, isLogarithmic: false)
    if let asker = topic.author.flatMap({ members.place(of: $0) }) {
      for (other, strength) in reach(from: asker, at: now) {
        found.note(Curve.log(1 + 1_000 * strength), in: RoutingSign.reach.rawValue, of: other)
      }
    }
    let labels = Self.labels(of: topic).compactMap { self.labels.find($0[...]) }.map { (label: $0, rarity: rarity(label: $0)) }
    for (row, member) in found.members.enumerated() {
      let activity = members[member].activity
      found[row, RoutingSign.labels.rawValue] = answerShare(of: member, in: labels, at: now)
      found[row, RoutingSign.helps.rawValue] = Curve.log(1 + activity.helps(at: now))
      found[row, RoutingSign.idle.rawValue] = Curve.log(1 + activity.idleDays(at: now)) / 7
    }
    found.level(RoutingSign.labels.rawValue, isLogarithmic: false)
    return found
  }

  static func sum(_ signs: some Sequence<Double>, _ weights: [Double]) -> Double {
    zip(signs, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
