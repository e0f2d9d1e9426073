extension CommonGround {
  /// The topics most like one, best first. A topic long before or after it loses a little: (1 + days / 30)^-0.1.
  package func related(to topic: Int64, isOlder: Bool = false, most: Int) -> [Ranked] {
    guard let place = topics.place(of: topic), let opening = openingPlace(of: place) else { return [] }
    let (time, query) = (posts[Int(opening)].time, query(topic: place))
    let ranked = near(query, most: max(Self.alikeTopics, most)).compactMap { match -> Ranked? in
      guard match.topic != place, let other = openingPlace(of: match.topic) else { return nil }
      let age = time - posts[Int(other)].time
      if isOlder, age <= 0 { return nil }
      let likeness = Double(match.score)
      let fading = Curve.power(1 + Double(abs(age)) / (30 * 86_400_000), MatchWeights.ageing)
      return Ranked(id: topics[match.topic].id, score: likeness * fading, signs: [likeness, fading])
    }
    return Array(
      Ranked.supported(Ranked.sorted(ranked)) { entry in
        topics.place(of: entry.id).map { evidence(in: $0, for: query) } ?? []
      }.prefix(most))
  }
}
