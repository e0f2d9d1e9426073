/// What speaks for asking a member about a topic.
package enum RoutingSign: Int, CaseIterable, Sendable {
  /// Answers to the similar topics, fading; and whenever that was.
  case near, nearEver
  /// How like what they answer is on the whole, whether that is much or little.
  case focus
  /// The share of their answers that was given in the same tags and on the same shelf.
  case labels
  /// Answers of late, posts of late, and days since the last.
  case helps, month, idle
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
    let scores = scores(query)
    let near = nearest(of: scores, most: Self.nearTopics + 1).filter { topics[$0.topic].id != topic.topic }
    for match in near.prefix(Self.nearTopics) {
      for part in parts(in: match.topic) where part.helped > 0 {
        let whole = Double(match.score) * part.helped
        let vote = whole * Self.presenceByDay[now - part.last]
        found.add(whole, to: RoutingSign.nearEver.rawValue, of: part.member)
        found.add(vote, to: RoutingSign.near.rawValue, of: part.member)
      }
    }
    found.keep(Self.mostConsidered, by: RoutingSign.near.rawValue, among: candidates.map { Set($0) }, in: members)
    found.level(RoutingSign.near.rawValue, isLogarithmic: true)
    found.level(RoutingSign.nearEver.rawValue, isLogarithmic: false)
    var seen = [UInt32](repeating: 0, count: topics.end)
    let labels = Self.labels(of: topic).compactMap { self.labels.find($0[...]) }.map { (label: $0, rarity: rarity(label: $0)) }
    for (row, member) in found.members.enumerated() {
      let activity = members[member].activity
      var (sum, all) = (0.0, 2.0)
      for post in members[member].written.suffix(Activity.newest).reversed() {
        let record = posts[Int(post)]
        guard record.kind != .opening, topics[record.topic].id != topic.topic, seen[Int(record.topic)] != row + 1 else { continue }
        seen[Int(record.topic)] = UInt32(row + 1)
        let left = Self.interestByDay[now - record.time]
        (sum, all) = (sum + left * Double(scores[Int(record.topic)]), all + left)
      }
      found[row, RoutingSign.focus.rawValue] = sum / all
      found[row, RoutingSign.month.rawValue] = Curve.log(1 + activity.lastMonth(at: now))
      found[row, RoutingSign.labels.rawValue] = answerShare(of: member, in: labels, at: now)
      found[row, RoutingSign.helps.rawValue] = Curve.log(1 + activity.helps(at: now))
      found[row, RoutingSign.idle.rawValue] = Curve.log(1 + activity.idleDays(at: now)) / 7
    }
    found.level(RoutingSign.labels.rawValue, isLogarithmic: false)
    found.level(RoutingSign.focus.rawValue, isLogarithmic: false)
    return found
  }

  static func sum(_ signs: some Sequence<Double>, _ weights: [Double]) -> Double {
    zip(signs, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
