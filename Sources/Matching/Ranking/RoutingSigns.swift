import Foundation

/// What speaks for asking a member about a topic.
package enum RoutingSign: Int, CaseIterable, Sendable {
  /// Answers to the 200 most similar topics, fading; to the 30 most similar; and not fading.
  case near, nearest, nearEver
  /// Posts in the 2,000 most similar topics, as a share of all they wrote.
  case alike
  /// Answers in topics of the same tags and the same shelf, of late and as a share of all theirs.
  case labels, labelShare
  /// Talks with whoever asks, and being near them along talks.
  case answeredAsker, reach
  case thanks
  /// Posts and answers of late, and days since the last.
  case month, quarter, helps, idle
  /// Logarithms of the first.
  case nearLog, labelsLog
}

extension CommonGround {
  static let (nearTopics, nearestTopics, alikeTopics) = (200, 30, 2_000)
  /// What a remark counts beside an answer.
  static let remarkShare = 0.3

  func routingSigns(
    _ query: TermQuery, labels: [UInt32], asker: UInt32?, excluding topic: UInt32?, candidates: [UInt32]?, at now: Int64
  ) -> Gathering {
    var found = Gathering(places: members.end, width: RoutingSign.allCases.count)
    for candidate in candidates ?? [] { _ = found.join(candidate) }
    let near = near(query, most: Self.alikeTopics).filter { $0.topic != topic }
    for (rank, match) in near.enumerated() {
      let score = Double(match.score)
      for part in parts(in: match.topic) {
        let left = Self.interestHalfLife.left(after: now - part.last)
        if candidates != nil, found.row(of: part.member) == nil { continue }
        let row = found.join(part.member)
        if rank < Self.nearTopics, part.helped > 0 {
          found[row, RoutingSign.near.rawValue] += score * left * part.helped
          found[row, RoutingSign.nearEver.rawValue] += score * part.helped
          if rank < Self.nearestTopics { found[row, RoutingSign.nearest.rawValue] += score * left * part.helped }
        }
        found[row, RoutingSign.alike.rawValue] += score * left
      }
    }
    let rarities = labels.map { label in (label, 1.0) }
    let talked = asker.map { asker in bonds(of: asker, at: now) } ?? []
    for bond in talked { if let row = found.row(of: bond.other) { found[row, RoutingSign.answeredAsker.rawValue] = log(1 + bond.strength) } }
    if let asker {
      for (other, strength) in reach(from: asker, at: now) {
        if let row = found.row(of: other) { found[row, RoutingSign.reach.rawValue] = log(1 + 1_000 * strength) }
      }
    }
    for (row, member) in found.members.enumerated() {
      let activity = members[member].activity
      found[row, RoutingSign.alike.rawValue] /= (1 + activity.lastQuarter(at: now)).squareRoot()
      found[row, RoutingSign.thanks.rawValue] = Double((activity.thanks + 2) / (activity.answers + 5))
      found[row, RoutingSign.month.rawValue] = log(1 + activity.lastMonth(at: now))
      found[row, RoutingSign.quarter.rawValue] = log(1 + activity.lastQuarter(at: now))
      found[row, RoutingSign.helps.rawValue] = log(1 + activity.helps(at: now))
      found[row, RoutingSign.idle.rawValue] = log(1 + Double(max(0, now - activity.last)) / 86_400_000) / 7
      let shelves = helps(of: member, labels: rarities, at: now)
      found[row, RoutingSign.labels.rawValue] = shelves.sum
      found[row, RoutingSign.labelsLog.rawValue] = log(1 + shelves.sum)
      found[row, RoutingSign.labelShare.rawValue] = shelves.sum / (shelves.all + 3)
    }
    for sign in [RoutingSign.near, .nearest, .nearEver, .alike, .labels, .labelShare, .thanks] { found.scale(sign.rawValue) }
    for row in found.members.indices { found[row, RoutingSign.nearLog.rawValue] = log(1 + 100 * found[row, RoutingSign.near.rawValue]) / log(101) }
    return found
  }

  /// What somebody did in a topic.
  struct Part {
    let member: UInt32
    var last: Int64
    /// What their answers count; a remark counts a part of one.
    var helped: Double
    var opened: Bool
  }

  func parts(in topic: UInt32) -> [Part] {
    var parts: [Part] = []
    for post in topics[topic].posts {
      let record = posts[Int(post)]
      guard record.author != PostRecord.none else { continue }
      let (opened, helped) = (record.kind == .opening, record.kind == .answer ? 1 : record.kind == .remark ? Self.remarkShare : 0)
      if let index = parts.firstIndex(where: { $0.member == record.author }) {
        parts[index].last = record.time
        parts[index].helped = max(parts[index].helped, helped)
      } else {
        parts.append(Part(member: record.author, last: record.time, helped: helped, opened: opened))
      }
    }
    for index in parts.indices where parts[index].opened { parts[index].helped = 0 }
    return parts
  }

  /// How often a member answered of late in topics with these labels, and in all.
  func helps(of member: UInt32, labels: [(UInt32, Double)], at now: Int64) -> (sum: Double, all: Double) {
    var (sum, all) = (0.0, 0.0)
    for post in members[member].written.suffix(Activity.newest) where posts[Int(post)].kind == .answer {
      let left = Self.interestHalfLife.left(after: now - posts[Int(post)].time)
      all += left
      for label in topics[posts[Int(post)].topic].labels {
        for wanted in labels where wanted.0 == label { sum += left * wanted.1 }
      }
    }
    return (sum, all)
  }
}
