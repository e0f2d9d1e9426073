/// What speaks for two members getting to know each other.
package enum MeetSign: Int, CaseIterable, Sendable {
  /// Posts in topics like those one wrote in, fading.
  case interest
  /// Answers to topics like those one asked.
  case help
  /// Posts of late, and days since the last.
  case month, idle
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
  /// The topics most like what one wrote, whose writers are found, and those most like what one asked, whose answerers are.
  static let (metTopics, askedTopics) = (500, 200)
  /// Those of their members whose newest topics are all looked at, where there are many.
  static let mostCompared = 300

  /// Whom a member may like to meet, of whom they may be told (all that anything is similar for, unless given). Those they have met are not
  /// left out (see ``met(by:)``).
  package func meetings(for member: Int64, among candidates: Set<Int64>? = nil, at now: Int64) -> Meetings {
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

  private func meetSigns(_ member: UInt32, _ profile: TermQuery, _ candidates: Set<Int64>?, at now: Int64) -> (Gathering, [Double]) {
    var found = Gathering(places: members.end, width: MeetSign.allCases.count)
    let (alike, asked) = (scores(profile), scores(self.profile(of: member, at: now, roles: [.opening])))
    for (scores, most) in [(alike, Self.metTopics), (asked, Self.askedTopics)] {
      for match in nearest(of: scores, most: most) {
        for post in topics[match.topic].posts.prefix(Self.mostParts) where posts[Int(post)].author != PostRecord.none {
          found.add(Double(match.score), to: MeetSign.interest.rawValue, of: posts[Int(post)].author)
        }
      }
    }
    found.keep(Self.mostCompared, by: MeetSign.interest.rawValue, among: candidates, in: members)
    var seen = [UInt32](repeating: 0, count: topics.end)
    var likeness = [Double](repeating: 0, count: found.members.count)
    let own = 1 + members[member].activity.lastQuarter(at: now)
    for (row, other) in found.members.enumerated() {
      let activity = members[other].activity
      var (interest, help, recent) = (0.0, 0.0, 0.0)
      for post in members[other].written.suffix(Self.profilePosts).reversed() {
        let record = posts[Int(post)]
        guard seen[Int(record.topic)] != row + 1 else { continue }
        seen[Int(record.topic)] = UInt32(row + 1)
        let score = Double(alike[Int(record.topic)])
        let left = Self.interestByDay[now - record.time]
        // To the power of 1.5: what is much alike counts more than a little of everything.
        interest += left * score * score.squareRoot()
        recent += Self.presenceByDay[now - record.time] * score
        if record.kind != .opening { help += left * Double(asked[Int(record.topic)]) }
      }
      found[row, MeetSign.interest.rawValue] = interest
      found[row, MeetSign.help.rawValue] = help
      found[row, MeetSign.month.rawValue] = Curve.log(1 + activity.lastMonth(at: now))
      found[row, MeetSign.idle.rawValue] = Curve.log(1 + activity.idleDays(at: now)) / 7
      likeness[row] = Reciprocity.mean(recent / own, recent / (1 + activity.lastQuarter(at: now)))
    }
    found.level(MeetSign.interest.rawValue, isLogarithmic: true)
    found.level(MeetSign.help.rawValue, isLogarithmic: true)
    return (found, likeness)
  }
}
