import Community
import Database

/// One record of a source on its way: where it stands there, and how it becomes ours. Making it is the slow part and runs on every core.
struct ImportItem: Sendable {
  let kind: ImportSource.Kind
  let external: String
  /// File and line, for whoever mends the source.
  let place: String
  /// When it was made and last changed at its source, where that says so.
  var createdAt: Int64?
  var editedAt: Int64?
  /// Members it is the first to name.
  var before: [ImportedMember] = []
  /// How many bytes of the source have been read with it.
  var progress: Int64 = 0
  let make: @Sendable () throws -> [ImportRecord]
}

/// Writes items in batches: while one is written, the next is made. What is there already is neither made nor written again.
struct ImportPipeline: Sendable {
  let store: any Store
  let source: ImportSource
  let batchSize: Int

  /// What an import did, and what it had to leave out.
  struct Report: Sendable, Equatable {
    var written = 0
    var known = 0
    /// Of those known, how many the source changed after they were imported; they stay as they are.
    var changed = 0
    var problems: [String] = []
    /// What has no place here and was left out as a whole.
    var leftOut: [String] = []
  }

  /// Records of two forums under one name: they would be taken for one another, and what differs be left out in silence.
  struct OtherForum: Error, CustomStringConvertible {
    let source: String
    let example: String
    var description: String {
      """
      \(example) is not the one that was imported as "\(source)": another forum was imported under that name. \
      Give this one a name of its own (--source).
      """
    }
  }

  private struct Made: Sendable {
    var records: [ImportRecord] = []
    var places: [String: String] = [:]
    var problems: [String] = []
    var known = 0
    var changed = 0
    var progress: Int64 = 0
  }

  /// How far the source was read, how many records were seen to since the last time, and the report so far.
  typealias OnBatch = (_ bytes: Int64, _ more: Int, _ report: Report) -> Void

  /// Pulls items until there are none, or the task is cancelled. `onBatch` hears of each batch that is on the disk.
  func run(_ next: () throws -> ImportItem?, report: inout Report, onBatch: OnBatch) async throws {
    var made = Made()
    var isAtEnd = false
    repeat {
      try Task.checkCancellation()
      var items: [ImportItem] = []
      while items.count < batchSize {
        guard let item = try next() else {
          isAtEnd = true
          break
        }
        items.append(item)
      }
      let (previous, coming) = (made, items)
      async let outcome = write(previous)
      made = try await make(coming)
      try await take(outcome, of: previous, into: &report, onBatch)
    } while !isAtEnd
    try await take(write(made), of: made, into: &report, onBatch)
  }

  private func take(_ outcome: ImportBatch.Outcome, of made: Made, into report: inout Report, _ onBatch: OnBatch) {
    report.written += outcome.written
    report.known += made.known
    report.changed += made.changed
    report.problems += made.problems
    report.problems += outcome.refused.map { "\(made.places[$0.external] ?? $0.external): \($0.reason)" }
    if made.progress > 0 { onBatch(made.progress, made.records.count + made.known, report) }
  }

  private func write(_ made: Made) async throws -> ImportBatch.Outcome {
    if made.records.isEmpty { return ImportBatch.Outcome() }
    let (batch, source) = (ImportBatch(made.records), source)
    return try await store.write { tx in try batch.perform(from: source, in: tx) }
  }

  private func make(_ items: [ImportItem]) async throws -> Made {
    var made = Made()
    made.progress = items.map(\.progress).max() ?? 0
    let source = source
    let standing = try await store.read { tx in
      var standing: [ImportSource.Kind: [String: ImportedStanding]] = [:]
      for (kind, items) in Dictionary(grouping: items, by: \.kind) {
        standing[kind] = try source.standing(kind, among: items.map(\.external), in: tx)
      }
      return standing
    }
    var fresh: [ImportItem] = []
    var strangers: [ImportItem] = []
    for item in items {
      guard let here = standing[item.kind]?[item.external] else {
        fresh.append(item)
        continue
      }
      made.known += 1
      if let at = item.createdAt, let createdAt = here.createdAt, createdAt.rawValue != at { strangers.append(item) }
      if let at = item.editedAt, at > here.editedAt?.rawValue ?? .min { made.changed += 1 }
    }
    // When something was made never changes; most of a batch made at other times is another forum.
    if let example = strangers.first, strangers.count * 2 > made.known {
      throw OtherForum(source: source.name, example: "\(example.kind.rawValue) \(example.external) (\(example.place))")
    }
    for item in fresh { made.places[item.external] = item.place }
    for result in await inParallel(fresh) {
      made.records += result.records
      if let problem = result.problem { made.problems.append(problem) }
    }
    return made
  }

  private struct Result: Sendable {
    let records: [ImportRecord]
    var problem: String?
  }

  /// Two halves at once, in the order they came. The members a bad record names are made all the same: others may name them too.
  private func inParallel(_ items: [ImportItem]) async -> [Result] {
    @Sendable func half(_ items: ArraySlice<ImportItem>) async -> [Result] {
      items.map { item in
        let before = item.before.map { ImportRecord.member($0) }
        do { return Result(records: before + (try item.make())) } catch {
          return Result(records: before, problem: "\(item.place): \(Typed.reason(error))")
        }
      }
    }
    let middle = items.count / 2
    async let first = half(items[..<middle])
    async let second = half(items[middle...])
    return await first + second
  }
}
