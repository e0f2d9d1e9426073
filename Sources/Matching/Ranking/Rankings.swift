import Foundation

/// A member or topic in a ranking, with what each sign says for it.
package struct Ranked: Sendable {
  package let id: Int64
  package let score: Double
  package let signs: [Double]
}

extension CommonGround {
  package func routing(_ topic: MatchTopic, candidates: [Int64], at now: Int64) -> [Ranked] {
    var counts = TermCounts()
    counts.add(topic.title, times: 3)
    for tag in topic.tags { counts.add(tag, times: 2) }
    counts.add(topic.text, times: 1)
    let found = routingSigns(
      query(counts), labels: Self.labels(of: topic).compactMap { labels.find($0[...]) }, asker: topic.author.flatMap { members.place(of: $0) },
      excluding: topics.place(of: topic.topic), candidates: candidates.compactMap { members.place(of: $0) }, at: now)
    let weights = RoutingSign.allCases.map { MatchWeights.routing[$0] ?? 0 }
    return ranked(found, weights)
  }

  package func meeting(_ member: Int64, candidates: [Int64], at now: Int64) -> [Ranked] {
    guard let place = members.place(of: member) else { return [] }
    let found = meetSigns(place, candidates: candidates.compactMap { members.place(of: $0) }, at: now)
    return ranked(found, MeetSign.allCases.map { MatchWeights.meeting[$0] ?? 0 })
  }

  package func digest(_ offered: [OfferedTopic], for reader: Int64, at now: Int64) -> [Ranked] {
    let weights = DigestSign.allCases.map { MatchWeights.digest[$0] ?? 0 }
    let rows = digestSigns(offered, for: reader, at: now)
    return zip(offered, rows).map { topic, row in Ranked(id: topic.id, score: zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }, signs: row) }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.id > $1.id }
  }

  package func related(to topic: Int64, older: Bool, most: Int) -> [Ranked] {
    guard let place = topics.place(of: topic), let opening = openingPlace(of: place) else { return [] }
    let time = posts[Int(opening)].time
    return near(query(topic: place), most: most * 20).compactMap { match -> Ranked? in
      guard match.topic != place, let other = openingPlace(of: match.topic) else { return nil }
      let age = time - posts[Int(other)].time
      if older, age <= 0 { return nil }
      let fading = pow(1 + abs(Double(age)) / (30 * 86_400_000), -0.1)
      return Ranked(id: topics[match.topic].id, score: Double(match.score) * fading, signs: [Double(match.score), fading])
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id > $1.id }
  }

  private func ranked(_ found: Gathering, _ weights: [Double]) -> [Ranked] {
    found.members.indices.map { row in
      Ranked(
        id: members[found.members[row]].id, score: zip(found.row(row), weights).reduce(0) { $0 + $1.0 * $1.1 }, signs: Array(found.row(row)))
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
  }
}
