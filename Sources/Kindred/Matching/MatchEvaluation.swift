import Foundation
import Matching

/// Answers the questions of a split's task with the code the server runs.
struct MatchEvaluation {
  let split: MatchSplit
  let task: String
  /// Writes what each sign says, for choosing the weights, in place of the ranks.
  let showsSigns: Bool
  let write: (String) -> Void

  /// How many of a ranking the measure takes as shown.
  private static let shown = 10

  /// Members are compared down to the last.
  private var mostShownSigns: Int { task.hasPrefix("meet_") ? .max : 250 }

  /// What was done, in microseconds and bytes.
  struct Figures {
    let (posts, topics, members, queries, size): (Int, Int, Int, Int, Int)
    let (built, asked): (Int64, Int64)
  }

  func run() throws -> Figures {
    let start = SystemClock.stopwatch()
    var ground = try split.ground()
    let built = SystemClock.stopwatch()
    let queries =
      switch task {
      case "routing": try routing(ground)
      case "digest": try digest(ground)
      case "related": try related(&ground)
      case let task where task.hasPrefix("meet_"): try meeting(ground)
      default: throw MatchSplit.Fault(description: "there is no task \(task)")
      }
    return Figures(
      posts: ground.postCount, topics: ground.topicCount, members: ground.memberCount, queries: queries, size: ground.size,
      built: built - start, asked: SystemClock.stopwatch() - built)
  }

  private func excluded() throws -> [String: Set<Int64>] {
    var excluded: [String: Set<Int64>] = [:]
    for row in try split.columns("tasks/\(task)/exclude.tsv") { excluded[String(row[0]), default: []].insert(Int64(row[1]) ?? 0) }
    return excluded
  }

  private func groups() throws -> [String: [Int64]] {
    Dictionary(grouping: try split.columns("tasks/\(task)/candidates.tsv"), by: { String($0[0]) }).mapValues {
      $0.compactMap { Int64($0[1]) }
    }
  }

  private func put(_ query: String, _ ranked: [Ranked], without excluded: Set<Int64>? = nil) {
    var lines = ""
    for (rank, entry) in ranked.filter({ excluded?.contains($0.id) != true }).prefix(showsSigns ? mostShownSigns : .max).enumerated() {
      lines += "\(query)\t\(entry.id)\t\(rank + 1)"
      if showsSigns { for sign in entry.signs { lines += String(format: "\t%.4g", sign) } }
      lines += "\n"
    }
    write(lines)
  }

  private func routing(_ ground: CommonGround) throws -> Int {
    struct Query: Decodable { let q, u, at: Int64; let title, cat, text: String; let tags: [String] }
    let (excluded, candidates): ([String: Set<Int64>], [Int64]) = (try excluded(), try groups()["*"] ?? [])
    let queries: [Query] = try split.lines("tasks/routing/queries.jsonl")
    var exposure = Exposure()
    for query in queries.sorted(by: { $0.at != $1.at ? $0.at < $1.at : $0.q < $1.q }) {
      let topic = MatchSplit.Thread(
        id: query.q, u: query.u, at: query.at, title: query.title, cat: query.cat, tags: query.tags, text: query.text
      ).topic(opening: 0)
      let left = excluded["\(query.q)"]
      let now = query.at * 1_000
      let ranked = ground.answerers(for: topic, among: candidates.filter { left?.contains($0) != true }, exposure: exposure, at: now)
      if showsSigns {
        put("\(query.q)", ranked)
      } else {
        let mixed = Ranked.explored(ranked, first: Self.shown, slots: Self.shown) { exposure.wasAsked($0.id) }
        // Whoever is shown is asked, as the measure of exposure has it; the server asks three.
        for entry in mixed.prefix(Self.shown) { exposure.note(entry.id, at: now) }
        put("\(query.q)", mixed)
      }
    }
    return queries.count
  }

  private func meeting(_ ground: CommonGround) throws -> Int {
    struct Query: Decodable { let q: Int64 }
    let (excluded, candidates): ([String: Set<Int64>], [Int64]) = (try excluded(), try groups()["*"] ?? [])
    let queries: [Query] = try split.lines("tasks/\(task)/queries.jsonl")
    let all = Set(candidates)
    for query in queries {
      put("\(query.q)", ground.meetings(for: query.q, among: all, at: split.moment).active, without: excluded["\(query.q)"])
    }
    return queries.count
  }

  private func digest(_ ground: CommonGround) throws -> Int {
    struct Query: Decodable { let q: String; let u, week: Int64 }
    let excluded = try excluded()
    let threads = Dictionary(
      uniqueKeysWithValues: (try split.lines("tasks/digest/threads.jsonl.gz") as [MatchSplit.Thread]).map { ($0.id, $0) })
    var weeks: [Int64: [OfferedTopic]] = [:]
    func end(_ week: Int64) -> Int64 { split.moment + (week + 1) * 7 * 86_400_000 }
    for (group, topics) in try groups() {
      let week = Int64(group.dropFirst()) ?? 0
      weeks[week] = topics.compactMap { threads[$0] }.map { ground.offered($0.topic(opening: 0), at: end(week)) }
    }
    let queries: [Query] = try split.lines("tasks/digest/queries.jsonl")
    for query in queries {
      put(query.q, ground.digest(weeks[query.week] ?? [], for: query.u, at: end(query.week)), without: excluded[query.q])
    }
    return queries.count
  }

  private func related(_ ground: inout CommonGround) throws -> Int {
    struct Query: Decodable { let q: Int64 }
    let known = Set(try split.threads().map(\.id))
    for thread in try split.lines("tasks/related/threads.jsonl.gz") as [MatchSplit.Thread] where !known.contains(thread.id) {
      ground.add(thread.topic(opening: -thread.id))
    }
    let queries: [Query] = try split.lines("tasks/related/queries.jsonl")
    for query in queries { put("\(query.q)", ground.related(to: query.q, isOlder: true, most: 100)) }
    return queries.count
  }
}
