import Community
import Database
import Dumps

/// Holds a Stack Exchange dump against what the community shows of it.
struct StackExchangeComparison: Sendable {
  let dump: StackExchangeDump
  let store: any Store
  let source: ImportSource
  let linkBase: String?

  func run(progress: @escaping (Int64, Int) -> Void = { _, _ in }) async throws -> Comparison.Report {
    let facts = try StackExchangeFacts(dump, onBad: { _ in })
    let comparison = Comparison(store: store, source: source, linkBase: linkBase, progress: progress)
    let base = linkBase
    var remarks = 0
    try await comparison.compare(dump.posts()) { post in
      let name: String
      switch post.kind {
      case .question: name = "question \(post.id)"
      case .answer: name = "answer \(post.id)"
      case .other: return []
      }
      return [Comparison.Sample(name: name, kind: .post, external: String(post.id)) { HTMLText.parse(post.bodyHTML) }]
    }
    try await comparison.compare(dump.comments()) { comment in
      remarks += 1
      return [
        Comparison.Sample(name: "comment \(comment.id)", kind: .remark, external: String(comment.id)) {
          HTMLText.parse(HTMLToMarkdown.html(fromComment: comment.text, linkBase: base))
        }
      ]
    }
    let counts = try await comparison.counts()
    let topics = counts.kinds[.topic] ?? 0
    comparison.report.totals = [
      ("questions", facts.questions, topics), ("answers", facts.answers, (counts.kinds[.post] ?? 0) - topics),
      ("comments", remarks, counts.kinds[.remark] ?? 0), ("accepted answers", facts.accepted.count, counts.accepted),
      ("closed questions", facts.closed, counts.locked),
    ]
    return comparison.report
  }
}
