import Foundation

/// What speaks for two members getting to know each other.
package enum MeetSign: Int, CaseIterable, Sendable {
  /// Posts in topics like those one wrote in, fading: all, and as a share of what they wrote.
  case interest, alike, alikeFully
  /// Answers to topics like those one asked, and questions like those one answered.
  case helpsMe, helpedByMe, mutual
  /// Topics both wrote in.
  case shared
  case reach, reachLog
  case month, quarter, helps, idle
  case labels
}

extension CommonGround {
  func meetSigns(_ member: UInt32, candidates: [UInt32]?, at now: Int64) -> Gathering {
    var found = Gathering(places: members.end, width: MeetSign.allCases.count)
    for candidate in candidates ?? [] { _ = found.join(candidate) }
    func add(_ amount: Double, _ sign: MeetSign, _ other: UInt32) {
      guard other != member, candidates == nil || found.row(of: other) != nil else { return }
      found.add(amount, to: sign.rawValue, of: other)
    }
    for match in near(profile(of: member, at: now), most: Self.alikeTopics) {
      for part in parts(in: match.topic) {
        add(Double(match.score) * Self.interestHalfLife.left(after: now - part.last), .interest, part.member)
      }
    }
    for match in near(profile(of: member, at: now, roles: [.opening]), most: Self.alikeTopics / 4) {
      for part in parts(in: match.topic) where part.helped > 0 {
        add(Double(match.score) * Self.interestHalfLife.left(after: now - part.last) * part.helped, .helpsMe, part.member)
      }
    }
    for match in near(profile(of: member, at: now, roles: [.answer, .remark]), most: Self.alikeTopics / 4) {
      for part in parts(in: match.topic) where part.opened {
        add(Double(match.score) * Self.interestHalfLife.left(after: now - part.last), .helpedByMe, part.member)
      }
    }
    var seen: Set<UInt32> = []
    for post in members[member].written.reversed().prefix(Activity.newest) where seen.insert(posts[Int(post)].topic).inserted {
      let parts = parts(in: posts[Int(post)].topic)
      for part in parts {
        let left = Self.talkHalfLife.left(after: now - part.last) * Self.talkHalfLife.left(after: now - posts[Int(post)].time)
        add(left / log(2 + Double(parts.count)), .shared, part.member)
      }
    }
    for (other, strength) in reach(from: member, at: now) { add(1_000 * strength, .reach, other) }
    for (row, other) in found.members.enumerated() {
      let activity = members[other].activity
      let size = 1 + activity.lastQuarter(at: now)
      found[row, MeetSign.alike.rawValue] = found[row, MeetSign.interest.rawValue] / size.squareRoot()
      found[row, MeetSign.alikeFully.rawValue] = found[row, MeetSign.interest.rawValue] / size
      found[row, MeetSign.month.rawValue] = log(1 + activity.lastMonth(at: now))
      found[row, MeetSign.quarter.rawValue] = log(size)
      found[row, MeetSign.helps.rawValue] = log(1 + activity.helps(at: now))
      found[row, MeetSign.idle.rawValue] = log(1 + Double(max(0, now - activity.last)) / 86_400_000) / 7
      found[row, MeetSign.reachLog.rawValue] = log(1 + found[row, MeetSign.reach.rawValue])
      found[row, MeetSign.shared.rawValue] = log(1 + found[row, MeetSign.shared.rawValue])
    }
    for sign in [MeetSign.interest, .alike, .alikeFully, .helpsMe, .helpedByMe, .reach] { found.scale(sign.rawValue) }
    for row in found.members.indices {
      let (one, other) = (found[row, MeetSign.helpsMe.rawValue], found[row, MeetSign.helpedByMe.rawValue])
      found[row, MeetSign.mutual.rawValue] = one + other > 0 ? 2 * one * other / (one + other) : 0
    }
    return found
  }
}
