import Community
import Database
import Dumps

/// Holds texts of a source against what the community shows of them.
final class Comparison {
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

  /// One text of the source; reading its HTML is the slow part and runs on every core.
  struct Sample: Sendable {
    let name: String
    let kind: ImportSource.Kind
    let external: String
    let nodes: @Sendable () -> [HTMLNode]
  }

  var report = Report()
  private let store: any Store
  private let source: ImportSource
  private let linkBase: String?
  private let progress: (Int64, Int) -> Void
  private var done: Int64 = 0

  init(store: any Store, source: ImportSource, linkBase: String?, progress: @escaping (Int64, Int) -> Void) {
    self.store = store
    self.source = source
    self.linkBase = linkBase
    self.progress = progress
  }

  /// What came from the source, in numbers.
  func counts() async throws -> ImportedCopy.Counts { try await store.read { [source] tx in try ImportedCopy.counts(of: source, in: tx) } }

  /// Compares everything of a source, as the samples made of each record.
  func compare<Source: RecordSource>(_ reader: Source, _ samples: (Source.Record) -> [Sample]) async throws {
    var batch: [Sample] = []
    while let found = try reader.next() {
      guard case .record(let record, _) = found else { continue }
      batch += samples(record)
      if batch.count < 200 { continue }
      try await judge(batch)
      progress(done + reader.bytesRead, batch.count)
      batch = []
    }
    try await judge(batch)
    done += reader.bytesRead
  }

  private func judge(_ samples: [Sample]) async throws {
    let source = source
    let shown = try await store.read { tx in
      var shown: [ImportSource.Kind: [String: String]] = [:]
      for (kind, samples) in Dictionary(grouping: samples, by: \.kind) {
        shown[kind] = try ImportedCopy.html(kind, among: samples.map(\.external), of: source, in: tx)
      }
      return shown
    }
    let middle = samples.count / 2
    let base = linkBase
    async let first = Self.judged(samples[..<middle], shown, base)
    async let second = Self.judged(samples[middle...], shown, base)
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

  private static func judged(
    _ samples: ArraySlice<Sample>, _ shown: [ImportSource.Kind: [String: String]], _ linkBase: String?
  ) async -> [Judged] {
    samples.map { sample in
      guard let html = shown[sample.kind]?[sample.external] else {
        return Judged(compared: Compared(name: sample.name, score: 0, words: 0, reason: "is not in the community"))
      }
      let fidelity = Fidelity(source: sample.nodes(), rendered: HTMLText.parse(html), linkBase: linkBase)
      var judged = Judged(isFaithful: fidelity.isFaithful, broken: fidelity.brokenLinks.map { "\(sample.name): \($0)" })
      if let reason = fidelity.firstDifference {
        judged.compared = Compared(name: sample.name, score: fidelity.score, words: fidelity.words, reason: reason)
      }
      return judged
    }
  }
}
