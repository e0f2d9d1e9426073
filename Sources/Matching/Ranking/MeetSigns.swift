/// What speaks for two members getting to know each other.
package enum MeetSign: Int, CaseIterable, Sendable {
  /// Posts in topics like those one wrote in, fading; and as a share of what both wrote, whatever that is.
  case interest, share
  /// Answers to topics like those one asked.
  case help
  /// Posts of late.
  case month
}

/// Who a member may like to meet, as two lists: the same people would not stand first in both.
package struct Meetings: Sendable {
  /// Alike, and there: who they will most likely come to talk with.
  package let active: [Ranked]
  /// The most alike, whatever their activity: a share of their posts that is high both ways.
  package let niche: [Ranked]
}

extension CommonGround {
  /// What somebody must have written of late to be met at all, in posts.
  static let leastActivity = 0.5

  /// Whom a member may like to meet, of whom they may be told (all that anything is similar for, unless given). Those they have met are not
  /// left out (see ``met(by:)``).
  package func meetings(for member: Int64, among candidates: [Int64]? = nil, at now: Int64) -> Meetings {
    guard let place = members.place(of: member) else { return Meetings(active: [], niche: []) }
    let profile = profile(of: place, at: now)
    let (found, reciprocal) = meetSigns(place, profile, candidates, at: now)
    let weights = MeetSign.allCases.map { MatchWeights.meeting[$0] ?? 0 }
    let rows = found.members.indices.filter { found.members[$0] != place }
    let active = rows.map { row in
      Ranked(id: members[found.members[row]].id, score: Self.sum(found.signs(row), weights), signs: Array(found.signs(row)))
    }
    let niche = rows.filter { members[found.members[$0]].activity.lastQuarter(at: now) >= Self.leastActivity }
      .map { row in Ranked(id: members[found.members[row]].id, score: reciprocal[row], signs: Array(found.signs(row))) }
    func supported(_ ranked: [Ranked]) -> [Ranked] {
      Ranked.supported(Ranked.sorted(ranked)) { entry in
        members.place(of: entry.id).map { evidence(of: $0, for: profile, besides: nil, at: now) } ?? []
      }
    }
    return Meetings(active: supported(active), niche: supported(niche))
  }

  /// Those a member spoke with, in either direction.
  package func met(by member: Int64) -> Set<Int64> {
    guard let place = members.place(of: member) else { return [] }
    return Set((spokenTo(by: place) + speakers(to: place)).map { members[$0.other].id })
  }

  private func meetSigns(_ member: UInt32, _ profile: TermQuery, _ candidates: [Int64]?, at now: Int64) -> (Gathering, [Double]) {
    var found = Gathering(
      places: members.end, width: MeetSign.allCases.count, only: candidates?.compactMap { members.place(of: $0) })
    for match in near(profile, most: Self.alikeTopics) {
      for part in parts(in: match.topic) {
        let vote = Double(match.score) * Self.presenceHalfLife.left(after: now - part.last)
        found.add(vote, to: MeetSign.interest.rawValue, of: part.member)
      }
    }
    for match in near(self.profile(of: member, at: now, roles: [.opening]), most: Self.alikeTopics / 4) {
      for part in parts(in: match.topic) where part.helped > 0 {
        let vote = Double(match.score) * Self.presenceHalfLife.left(after: now - part.last) * part.helped
        found.add(vote, to: MeetSign.help.rawValue, of: part.member)
      }
    }
    let own = 1 + members[member].activity.lastQuarter(at: now)
    var reciprocal = [Double](repeating: 0, count: found.members.count)
    for (row, other) in found.members.enumerated() {
      let activity = members[other].activity
      let (likeness, theirs) = (found[row, MeetSign.interest.rawValue], 1 + activity.lastQuarter(at: now))
      reciprocal[row] = Reciprocity.mean(likeness / own, likeness / theirs)
      found[row, MeetSign.share.rawValue] = likeness / theirs
      found[row, MeetSign.month.rawValue] = Curve.log(1 + activity.lastMonth(at: now))
    }
    found.level(MeetSign.interest.rawValue, isLogarithmic: true)
    found.level(MeetSign.help.rawValue, isLogarithmic: true)
    found.level(MeetSign.share.rawValue, isLogarithmic: false)
    return (found, reciprocal)
  }
}
