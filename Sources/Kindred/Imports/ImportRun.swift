import Community
import Database
import Dumps

/// An import under way: one stage after the other through one pipeline, with one report. What is wrong is said once, when it is found.
final class ImportRun {
  private(set) var report = ImportPipeline.Report()
  private let pipeline: ImportPipeline
  private let onProblem: (String) -> Void
  private let progress: ImportPipeline.OnBatch
  /// Bytes read before this stage.
  private var done: Int64 = 0
  private var told = 0
  private var seen: Set<String> = []

  init(_ pipeline: ImportPipeline, onProblem: @escaping (String) -> Void, progress: @escaping ImportPipeline.OnBatch) {
    self.pipeline = pipeline
    self.onProblem = onProblem
    self.progress = progress
  }

  /// What was looked through before the first stage.
  func looked(through bytes: Int64, problems: [String] = [], leavingOut: [String] = []) {
    report.leftOut += leavingOut
    note(problems)
    done += bytes
  }

  /// Everything of a source, as the items made of each record.
  func stage<Source: RecordSource>(_ source: Source, _ items: (Source.Record, String) -> [ImportItem]) async throws {
    // Some files are read several times; what is wrong with a record is said once.
    var bad: [String] = []
    var waiting: ArraySlice<ImportItem> = []
    try await run {
      while waiting.isEmpty {
        guard let found = try source.next() else { return nil }
        switch found {
        case .bad(let record): bad.append(record.description)
        case .record(let record, let place): waiting = items(record, place.description)[...]
        }
      }
      var item = waiting.popFirst()
      item?.progress = source.bytesRead
      return item
    }
    note(bad)
    done += source.bytesRead
  }

  /// Items that were gathered before.
  func stage(_ items: [ImportItem]) async throws {
    var items = items[...]
    try await run { items.popFirst() }
  }

  /// Says that all there is has been read.
  func finish() async throws -> ImportPipeline.Report {
    let source = pipeline.source
    try await pipeline.store.write { tx in try source.finish(in: tx) }
    return report
  }

  /// A category of this import, made or found once and for all: an admin may rename it afterwards.
  func category(_ category: ImportedCategory) async throws -> CategoryID {
    let source = pipeline.source
    return try await pipeline.store.write { tx in
      let outcome = try ImportBatch([.category(category)]).perform(from: source, in: tx)
      if let refused = outcome.refused.first {
        throw Typed.Refusal(description: "the category “\(category.name.text)” cannot come: \(refused.reason)")
      }
      return try source.category(category.external, in: tx)
    }
  }

  private func run(_ next: () throws -> ImportItem?) async throws {
    var report = report
    let done = done
    try await pipeline.run(next, report: &report) { bytes, more, report in progress(done + bytes, more, report) }
    self.report = report
    tell()
  }

  private func note(_ problems: [String]) {
    report.problems += problems.filter { seen.insert($0).inserted }
    tell()
  }

  private func tell() {
    report.problems[told...].forEach(onProblem)
    told = report.problems.count
  }
}

extension TopicTitle {
  /// Old forums had longer titles than ours may be; a topic is worth more than the end of its title.
  init(imported raw: String) throws(Problem) {
    do { try self.init(raw) } catch let problem where problem.code == .tooLong {
      try self.init(String(oneLine(raw).prefix(TopicTitle.longest - 1)) + "…")
    }
  }
}
