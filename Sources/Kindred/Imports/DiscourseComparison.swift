import Community
import Database
import Dumps

/// Holds a Discourse forum's topics against what the community shows of them.
struct DiscourseComparison: Sendable {
  let dump: DiscourseDump
  let store: any Store
  let source: ImportSource
  let linkBase: String?

  func run(progress: @escaping (Int64, Int) -> Void = { _, _ in }) async throws -> Comparison.Report {
    let facts = try await DiscourseFacts(dump, progress: { progress($0, 0) })
    let comparison = Comparison(
      store: store, source: source, linkBase: linkBase, progress: { [dump] in progress(dump.totalSize + $0, $1) })
    let base = linkBase
    try await comparison.compare(dump.topics(facts.ordered)) { topic in
      guard let thread = DiscourseThread(topic) else { return [] }
      func sample(_ post: DiscoursePost, _ kind: ImportSource.Kind) -> Comparison.Sample {
        Comparison.Sample(name: "\(kind.rawValue) \(thread.external(post))", kind: kind, external: thread.external(post)) {
          DiscourseHTML.nodes(of: post, linkBase: base)
        }
      }
      return thread.posts.map { sample($0, .post) } + thread.lines.filter { !$0.post.cooked.isEmpty }.map { sample($0.post, .line) }
    }
    let counts = try await comparison.counts()
    comparison.report.totals = [
      ("topics", facts.topics, counts.kinds[.topic] ?? 0), ("posts", facts.posts, counts.kinds[.post] ?? 0),
      ("members", facts.people.count, counts.kinds[.member] ?? 0), ("accepted answers", facts.accepted, counts.accepted),
      ("closed topics", facts.closed, counts.locked), ("hidden posts", facts.hidden, counts.hidden),
      ("lines of history", facts.lines.values.reduce(0, +), counts.kinds[.line] ?? 0),
    ]
    comparison.report.totals += HistoryKind.allCases.compactMap { kind in
      let (there, here) = (facts.lines[kind] ?? 0, counts.lines[kind] ?? 0)
      return there + here > 0 ? ("lines of history, \(kind.rawValue)", there, here) : nil
    }
    return comparison.report
  }
}
