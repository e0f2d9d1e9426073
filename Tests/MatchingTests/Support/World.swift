@testable import Matching

/// A small made-up community, the same for each seed.
struct World {
  static let day: Int64 = 86_400_000
  static let start: Int64 = 1_600_000_000_000

  enum Act {
    case topic(MatchTopic)
    case reply(MatchReply)
  }

  var acts: [Act] = []
  var random: Seeded
  private static let subjects = [
    "kayak paddle river rapids", "sourdough starter flour oven", "telescope mirror nebula tripod", "violin bow rosin bridge",
    "welding torch steel electrode", "orchid pollen greenhouse moss", "chess opening gambit endgame", "espresso grinder crema portafilter",
  ].map { $0.split(separator: " ").map(String.init) }

  init(seed: UInt64, topics: Int = 40, members: Int = 12) {
    random = Seeded(seed)
    for topic in 1...Int64(topics) {
      let subject = Int.random(in: 0..<Self.subjects.count, using: &random)
      let time = Self.start + topic * Self.day
      acts.append(
        .topic(
          MatchTopic(
            topic: topic, opening: topic * 100, author: member(near: subject, of: members), time: time, title: words(subject, 3),
            tags: [Self.subjects[subject][0]], shelf: "\(subject % 3)", text: words(subject, 12))))
      for reply in 1...Int64.random(in: 1...6, using: &random) {
        acts.append(
          .reply(
            MatchReply(
              topic: topic, post: topic * 100 + reply, author: member(near: subject, of: members), time: time + reply * Self.day / 3,
              addressee: Bool.random(using: &random) ? member(near: subject, of: members) : nil, text: words(subject, 8),
              isRemark: Int.random(in: 0..<4, using: &random) == 0)))
      }
    }
  }

  static let now = start + 60 * day

  private mutating func member(near subject: Int, of members: Int) -> Int64 {
    Int64((Bool.random(using: &random) ? subject : Int.random(in: 0..<members, using: &random)) % members + 1)
  }

  private mutating func words(_ subject: Int, _ count: Int) -> String {
    (0..<count).map { _ in
      let list =
        Int.random(in: 0..<5, using: &random) == 0
        ? Self.subjects[Int.random(in: 0..<Self.subjects.count, using: &random)] : Self.subjects[subject]
      return list[Int.random(in: 0..<list.count, using: &random)]
    }.joined(separator: " ")
  }

  func ground(_ acts: [Act]? = nil) -> CommonGround {
    var ground = CommonGround()
    for act in acts ?? self.acts { ground.take(act) }
    return ground
  }

  static func question(_ text: String) -> MatchTopic {
    MatchTopic(topic: 9_999, opening: 999_900, author: 1, time: now, title: text, tags: ["kayak"], text: text)
  }
}

extension CommonGround {
  mutating func take(_ act: World.Act) {
    switch act {
    case .topic(let topic): add(topic)
    case .reply(let reply): add(reply)
    }
  }

  /// Everything anybody could ask of it.
  var answers: [[Ranked]] {
    let questions = ["kayak rapids paddle", "oven flour", "nebula tripod", "bow and rosin for a violin", "gambit"].map(World.question)
    let everybody: [Int64] = Array(1...20)
    return questions.map { answerers(for: $0, at: World.now) }
      + everybody.flatMap { member in
        let meetings = meetings(for: member, at: World.now)
        return [meetings.active, meetings.niche, digest(questions.map { offered($0, at: World.now) }, for: member, at: World.now)]
      } + (1...40).map { related(to: $0, most: 10) }
  }
}
