import Community
import Database
import Seeds

/// Writes a seeded community through the importers' door.
struct SeedCommunity: Sendable {
  let community: SeededCommunity
  let store: any Store
  /// The recipe: the same again finds everything there and goes on where it was stopped.
  let source: ImportSource
  let passwordHash: String?
  var batchSize = 60

  func run(progress: (Int64, Int) -> Void = { _, _ in }) async throws -> ImportPipeline.Report {
    let source = source
    let shelves = ImportBatch(try SeedRecords.shelves(community))
    let slugs = community.categories.map(\.slug)
    let name = community.name
    let opensSite = passwordHash != nil
    let categories = try await store.write { tx in
      _ = try shelves.perform(from: source, in: tx)
      try SiteSettings.introduce(name, isSetUp: opensSite, in: tx)
      return try slugs.map { try source.category($0, in: tx) }
    }
    let records = SeedRecords(community: community, categories: categories, passwordHash: passwordHash)
    var report = ImportPipeline.Report()
    var next = 0
    let members = community.memberCount
    try await ImportPipeline(store: store, source: source, batchSize: 500).run(
      {
        guard next < members else { return nil }
        defer { next += 1 }
        return ImportItem(kind: .member, external: SeedRecords.member(next), place: "member \(next)", progress: Int64(next)) { [next] in
          [.member(try records.member(next))]
        }
      }, report: &report, onBatch: { done, more, _ in progress(done, more) })
    // Oldest first, so that numbers grow with time.
    next = community.topicCount
    let topics = community.topicCount
    try await ImportPipeline(store: store, source: source, batchSize: batchSize).run(
      {
        guard next > 0 else { return nil }
        next -= 1
        return ImportItem(kind: .topic, external: "t\(next)", place: "topic \(next)", progress: Int64(members + topics - next)) { [next] in
          try records.topic(next)
        }
      }, report: &report, onBatch: { done, more, _ in progress(done, more) })
    try await store.write { tx in try source.finish(in: tx) }
    return report
  }
}
