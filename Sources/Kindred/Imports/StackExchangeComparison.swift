import Community
import Database
import Dumps

/// Holds a dump against what the community shows of it.
struct StackExchangeComparison: Sendable {
  /// What was found.
  struct Report: Sendable {
    /// Name, in the source, in the community.
    var totals: [(name: String, source: Int, community: Int)] = []
    var worst: [Compared] = []
    var below = 0
    var compared = 0
    /// Links that were broken in the source already: the first few, and how many there are.
    var broken: [String] = []
    var brokenCount = 0
    var isAlike: Bool { below == 0 && totals.allSatisfy { $0.source == $0.community } }
  }

  struct Compared: Sendable {
    let name: String
    let score: Double
    let words: Double
    let reason: String
  }

  let dump: StackExchangeDump
  let store: any Store
  let source: ImportSource
  let linkBase: String?

  private struct Sample: Sendable {
    let name: String
    let kind: ImportSource.Kind
    let external: String
    let html: @Sendable () -> String
  }

  func run(progress: (Int64, Int) -> Void = { _, _ in }) async throws -> Report {
    var report = Report()
    let facts = try StackExchangeFacts(dump, onBad: { _ in })
    let base = linkBase
    var remarks = 0
    try await compare(dump.posts(), offset: 0, into: &report, progress) { post in
      switch post.kind {
      case .question: Sample(name: "question \(post.id)", kind: .post, external: String(post.id)) { post.bodyHTML }
      case .answer: Sample(name: "answer \(post.id)", kind: .post, external: String(post.id)) { post.bodyHTML }
      case .other: nil
      }
    }
    try await compare(dump.comments(), offset: dump.size(of: .posts), into: &report, progress) { comment in
      remarks += 1
      return Sample(name: "comment \(comment.id)", kind: .remark, external: String(comment.id)) {
        HTMLToMarkdown.html(fromComment: comment.text, linkBase: base)
      }
    }
    let counts = try await store.read { [source] tx in try ImportedCopy.counts(of: source, in: tx) }
    let topics = counts.kinds[.topic] ?? 0
    report.totals = [
      ("questions", facts.questions, topics), ("answers", facts.answers, (counts.kinds[.post] ?? 0) - topics),
      ("comments", remarks, counts.kinds[.remark] ?? 0), ("accepted answers", facts.accepted.count, counts.accepted),
      ("closed questions", facts.closed, counts.locked),
    ]
    return report
  }

  private func compare<Record: Sendable>(
    _ reader: RecordReader<Record>, offset: Int64, into report: inout Report, _ progress: (Int64, Int) -> Void,
    _ sample: (Record) -> Sample?
  ) async throws {
    var batch: [Sample] = []
    while let found = try reader.next() {
      guard case .record(let record, _) = found, let sample = sample(record) else { continue }
      batch.append(sample)
      if batch.count < 200 { continue }
      try await judge(batch, into: &report)
      progress(offset + reader.bytesRead, batch.count)
      batch = []
    }
    try await judge(batch, into: &report)
  }

  private func judge(_ samples: [Sample], into report: inout Report) async throws {
    let source = source
    let shown = try await store.read { tx in
      var shown: [ImportSource.Kind: [String: String]] = [:]
      for (kind, samples) in Dictionary(grouping: samples, by: \.kind) {
        shown[kind] = try ImportedCopy.html(kind, among: samples.map(\.external), of: source, in: tx)
      }
      return shown
    }
    let middle = samples.count / 2
    async let first = judged(samples[..<middle], shown)
    async let second = judged(samples[middle...], shown)
    for judged in await first + second {
      report.compared += 1
      if !judged.isFaithful { report.below += 1 }
      if let compared = judged.compared { report.worst.append(compared) }
      report.brokenCount += judged.broken.count
      report.broken += judged.broken
    }
    report.broken = Array(report.broken.prefix(10))
    // Sorting is stable, so that equals stay in the order of the source.
    report.worst = Array(report.worst.sorted { $0.score < $1.score }.prefix(10))
  }

  private struct Judged: Sendable {
    /// Nil for a post without any difference: it cannot be among the worst.
    var compared: Compared?
    var isFaithful = false
    var broken: [String] = []
  }

  private func judged(_ samples: ArraySlice<Sample>, _ shown: [ImportSource.Kind: [String: String]]) async -> [Judged] {
    samples.map { sample in
      guard let html = shown[sample.kind]?[sample.external] else {
        return Judged(compared: Compared(name: sample.name, score: 0, words: 0, reason: "is not in the community"))
      }
      let fidelity = Fidelity(source: sample.html(), rendered: html, linkBase: linkBase)
      var judged = Judged(isFaithful: fidelity.isFaithful, broken: fidelity.brokenLinks.map { "\(sample.name): \($0)" })
      if let reason = fidelity.firstDifference {
        judged.compared = Compared(name: sample.name, score: fidelity.score, words: fidelity.words, reason: reason)
      }
      return judged
    }
  }
}
