import Community
import Database
import Dumps

/// Brings a Stack Exchange dump into the community, file by file; stopped anywhere, the next run goes on.
struct StackExchangeImport: Sendable {
  let dump: StackExchangeDump
  let store: any Store
  let source: ImportSource
  let category: CategoryName
  /// The old forum's address, for links like `/questions/1`; nil leaves such links as words.
  let linkBase: String?
  var batchSize = 300

  /// The bytes that will be read: posts three times, once for what hangs together, once for questions, once for answers.
  static func work(_ dump: StackExchangeDump) -> Int64 { dump.totalSize + 2 * dump.size(of: .posts) }

  func run(onProblem: @escaping (String) -> Void = { _ in }, progress: (Int64, Int) -> Void = { _, _ in }) async throws
    -> ImportPipeline.Report
  {
    var report = ImportPipeline.Report()
    let pipeline = ImportPipeline(store: store, source: source, batchSize: batchSize)
    let facts = try StackExchangeFacts(dump, onBad: { report.problems.append($0.description) }, progress: { progress($0, 0) })
    let shelf = ImportedCategory(external: category.text, name: category)
    let categoryID = try await pipeline.category(shelf)
    let records = StackExchangeRecords(category: categoryID, facts: facts, linkBase: linkBase)
    var done = dump.size(of: .votes) + dump.size(of: .posts)
    var told = report.problems.count
    report.problems.forEach(onProblem)

    // Posts are read several times; what is wrong with one is said once.
    var bad: [String] = []
    var seen: Set<String> = []
    func stage<Record: Sendable>(
      _ file: StackExchangeDump.File, _ reader: RecordReader<Record>, _ item: (Record, String) -> ImportItem?
    ) async throws {
      try await pipeline.run(
        {
          while let found = try reader.next() {
            switch found {
            case .bad(let record): if seen.insert(record.description).inserted { bad.append(record.description) }
            case .record(let record, let place):
              guard var item = item(record, place.description) else { continue }
              item.progress = reader.bytesRead
              return item
            }
          }
          return nil
        }, report: &report, onBatch: { bytes, count in progress(done + bytes, count) })
      done += dump.size(of: file)
      report.problems += bad
      bad = []
      report.problems[told...].forEach(onProblem)
      told = report.problems.count
    }

    var people = StackExchangePeople()
    let base = linkBase
    try await stage(.users, dump.users()) { user, place in
      people.add(user)
      return ImportItem(kind: .member, external: String(user.id), place: place, createdAt: user.createdAt) {
        [.member(StackExchangePeople.member(user, linkBase: base))]
      }
    }
    try await stage(.tags, dump.tags()) { tag, place in
      ImportItem(kind: .tag, external: tag.name.lowercased(), place: place) { [.tag(try records.tag(tag))] }
    }
    try await stage(.posts, dump.posts()) { post, place in
      guard post.kind == .question else { return nil }
      let (author, new) = people.author(post.ownerUserID, post.ownerDisplayName, at: post.createdAt)
      let editor = people.account(post.lastEditorUserID)
      return ImportItem(
        kind: .topic, external: String(post.id), place: place, createdAt: post.createdAt, editedAt: post.lastEditDate, before: new
      ) {
        [.topic(try records.topic(post, author: author, editor: editor))]
      }
    }
    try await stage(.posts, dump.posts()) { post, place in
      guard post.kind == .answer else { return nil }
      let (author, new) = people.author(post.ownerUserID, post.ownerDisplayName, at: post.createdAt)
      let editor = people.account(post.lastEditorUserID)
      return ImportItem(
        kind: .post, external: String(post.id), place: place, createdAt: post.createdAt, editedAt: post.lastEditDate, before: new
      ) {
        [.post(try records.answer(post, author: author, editor: editor))]
      }
    }
    try await stage(.comments, dump.comments()) { comment, place in
      let (author, new) = people.author(comment.userID, comment.userDisplayName, at: comment.createdAt)
      return ImportItem(kind: .remark, external: String(comment.id), place: place, createdAt: comment.createdAt, before: new) {
        [.post(try records.remark(comment, author: author))]
      }
    }
    try await stage(.postLinks, dump.postLinks()) { link, place in
      guard link.isDuplicate else { return nil }
      return ImportItem(kind: .duplicate, external: String(link.id), place: place) {
        [.duplicate(ImportedDuplicate(external: String(link.id), topic: String(link.postID), original: String(link.relatedPostID)))]
      }
    }
    try await store.write { [source] tx in try source.finish(in: tx) }
    return report
  }
}

extension ImportPipeline {
  /// The category of this import, made or found once and for all: an admin may rename it afterwards.
  func category(_ category: ImportedCategory) async throws -> CategoryID {
    let source = source
    return try await store.write { tx in
      _ = try ImportBatch([.category(category)]).perform(from: source, in: tx)
      return try source.category(category.external, in: tx)
    }
  }
}
