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

  func run(
    onProblem: @escaping (String) -> Void = { _ in }, progress: @escaping ImportPipeline.OnBatch = { _, _, _ in }
  ) async throws
    -> ImportPipeline.Report
  {
    let run = ImportRun(
      ImportPipeline(store: store, source: source, batchSize: batchSize), onProblem: onProblem, progress: progress)
    var problems: [String] = []
    let facts = try StackExchangeFacts(dump, onBad: { problems.append($0.description) }, progress: { progress($0, 0, run.report) })
    run.looked(through: dump.size(of: .votes) + dump.size(of: .posts), problems: problems)
    let categoryID = try await run.category(ImportedCategory(external: category.text, name: category))
    let records = StackExchangeRecords(category: categoryID, facts: facts, linkBase: linkBase)
    var people = StackExchangePeople()
    let base = linkBase
    try await run.stage(dump.users()) { user, place in
      people.add(user)
      return [
        ImportItem(kind: .member, external: String(user.id), place: place, createdAt: user.createdAt) {
          [.member(StackExchangePeople.member(user, linkBase: base))]
        }
      ]
    }
    try await run.stage(dump.tags()) { tag, place in
      [ImportItem(kind: .tag, external: tag.name.lowercased(), place: place) { [.tag(try records.tag(tag))] }]
    }
    try await run.stage(dump.posts()) { post, place in
      guard post.kind == .question else { return [] }
      let (author, new) = people.author(post.ownerUserID, post.ownerDisplayName, at: post.createdAt)
      let editor = people.account(post.lastEditorUserID)
      return [
        ImportItem(
          kind: .topic, external: String(post.id), place: place, createdAt: post.createdAt, editedAt: post.lastEditDate, before: new
        ) {
          [.topic(try records.topic(post, author: author, editor: editor))]
        }
      ]
    }
    try await run.stage(dump.posts()) { post, place in
      guard post.kind == .answer else { return [] }
      let (author, new) = people.author(post.ownerUserID, post.ownerDisplayName, at: post.createdAt)
      let editor = people.account(post.lastEditorUserID)
      return [
        ImportItem(
          kind: .post, external: String(post.id), place: place, createdAt: post.createdAt, editedAt: post.lastEditDate, before: new
        ) {
          [.post(try records.answer(post, author: author, editor: editor))]
        }
      ]
    }
    try await run.stage(dump.comments()) { comment, place in
      let (author, new) = people.author(comment.userID, comment.userDisplayName, at: comment.createdAt)
      return [
        ImportItem(kind: .remark, external: String(comment.id), place: place, createdAt: comment.createdAt, before: new) {
          [.post(try records.remark(comment, author: author))]
        }
      ]
    }
    try await run.stage(dump.postLinks()) { link, place in
      guard link.isDuplicate else { return [] }
      return [
        ImportItem(kind: .duplicate, external: String(link.id), place: place) {
          [.duplicate(ImportedDuplicate(external: String(link.id), topic: String(link.postID), original: String(link.relatedPostID)))]
        }
      ]
    }
    return try await run.finish()
  }
}
