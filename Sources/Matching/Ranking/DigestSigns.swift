import Foundation

/// What speaks for showing a new topic to a member.
package enum DigestSign: Int, CaseIterable, Sendable {
  /// How like it is to what they are interested in: to their profile, and to each topic they wrote in.
  case profile, interest
  /// Their share in the answers to similar topics: fading, to the most similar only, and not fading.
  case near, nearest, nearEver
  /// Talks with its author, and how near that is along talks.
  case talked, reach
  case author
  case length
  case labels, labelShare
  case time
  case crowd
}

/// A new topic as it is offered to readers: what is alike for all of them is worked out once.
package struct OfferedTopic: Sendable {
  package let id: Int64
  let query: TermQuery
  let author: UInt32?
  let labels: [UInt32]
  let length: Int
  let time: Int64
  let votes: [UInt32: Votes]
  let all: Votes

  struct Votes: Sendable {
    var (interest, near, nearest, nearEver) = (0.0, 0.0, 0.0, 0.0)
  }
}

extension CommonGround {
  package func offered(_ topic: MatchTopic, at now: Int64) -> OfferedTopic {
    var counts = TermCounts()
    counts.add(topic.title, times: 3)
    for tag in topic.tags { counts.add(tag, times: 2) }
    counts.add(topic.text, times: 1)
    let query = query(counts)
    var votes: [UInt32: OfferedTopic.Votes] = [:]
    var all = OfferedTopic.Votes()
    for (rank, match) in near(query, most: Self.alikeTopics).enumerated() where topics[match.topic].id != topic.topic {
      for part in parts(in: match.topic) {
        let score = Double(match.score)
        let left = Self.interestHalfLife.left(after: now - part.last)
        votes[part.member, default: OfferedTopic.Votes()].interest += score * left
        all.interest += score * left
        guard rank < Self.nearTopics, part.helped > 0 else { continue }
        votes[part.member]!.near += score * left
        votes[part.member]!.nearEver += score
        all.near += score * left
        all.nearEver += score
        guard rank < Self.nearestTopics else { continue }
        votes[part.member]!.nearest += score * left
        all.nearest += score * left
      }
    }
    return OfferedTopic(
      id: topic.topic, query: query, author: topic.author.flatMap { members.place(of: $0) },
      labels: Self.labels(of: topic).compactMap { labels.find($0[...]) }, length: counts.length, time: topic.time, votes: votes, all: all)
  }

  func digestSigns(_ offered: [OfferedTopic], for reader: Int64, at now: Int64) -> [[Double]] {
    var rows = [[Double]](repeating: Array(repeating: 0, count: DigestSign.allCases.count), count: offered.count)
    guard let member = members.place(of: reader) else { return rows }
    var profile: [UInt32: Double] = [:]
    for (term, weight) in self.profile(of: member, at: now).terms { profile[term] = Double(weight) }
    let bonds = Dictionary(uniqueKeysWithValues: bonds(of: member, at: now).map { ($0.other, $0.strength) })
    let reach = Dictionary(uniqueKeysWithValues: reach(from: member, at: now).map { ($0.other, $0.strength) })
    for (row, topic) in offered.enumerated() {
      func set(_ sign: DigestSign, _ value: Double) { rows[row][sign.rawValue] = value }
      var dot = 0.0
      var norm = 0.0
      for (term, weight) in topic.query.terms {
        dot += Double(weight) * (profile[term] ?? 0)
        norm += Double(weight) * Double(weight)
      }
      set(.profile, norm > 0 ? dot / norm.squareRoot() : 0)
      let votes = topic.votes[member] ?? OfferedTopic.Votes()
      set(.interest, votes.interest / max(topic.all.interest, 1))
      set(.near, votes.near / max(topic.all.near, 1))
      set(.nearest, votes.nearest / max(topic.all.nearest, 1))
      set(.nearEver, votes.nearEver / max(topic.all.nearEver, 1))
      if let author = topic.author {
        set(.talked, log(1 + (bonds[author] ?? 0)))
        set(.reach, log(1 + 1_000 * (reach[author] ?? 0)))
        set(.author, log(1 + members[author].activity.lastQuarter(at: now)))
      }
      set(.length, log(1 + Double(topic.length)))
      let helps = helps(of: member, labels: topic.labels.map { ($0, rarity(label: $0)) }, at: now)
      set(.labels, log(1 + helps.sum))
      set(.labelShare, helps.sum / (helps.all + 3))
      set(.time, -Double(max(0, now - topic.time)) / 86_400_000)
      set(.crowd, log(1 + topic.all.near))
    }
    return Self.standardised(rows)
  }

  /// In a tag with few topics it says more to have answered.
  func rarity(label: UInt32) -> Double {
    log(1 + Double(topics.count) / Double(1 + labels.uses(label)))
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
