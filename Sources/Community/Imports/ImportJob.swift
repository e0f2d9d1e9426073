package import Database

/// An import that was asked for in the browser: how far it has come, and what came of it.
package struct ImportJob: Sendable, SQLRow {
  package enum State: String, Sendable, CaseIterable, SQLConvertible {
    case waiting, running
    /// Somebody stopped it.
    case stopped
    /// The server ended in the middle of it.
    case broken
    case done, failed

    /// Whether it is still being brought, or soon will be.
    package var isOpen: Bool { self == .waiting || self == .running }
  }

  /// What was counted; ``written`` over all the times it went on, the others since the last.
  package struct Counts: Sendable, Equatable {
    package var doneBytes: Int64 = 0
    package var allBytes: Int64 = 0
    package var read = 0
    package var written = 0
    /// Those that were there already.
    package var known = 0
    package var skipped = 0
    package init() {}
  }

  package let id: ImportJobID
  package let order: ImportOrder
  package let state: State
  package let startedBy: MemberBadge
  package let startedAt: Timestamp
  package let endedAt: Timestamp?
  package let counts: Counts
  /// Why it failed, in words for whoever mends it.
  package let fault: String

  /// How many are listed, and how many problems of one are kept.
  package static let most = (listed: 50, problems: 200)

  package init(_ row: inout Row) throws {
    id = try row.next()
    let kind: ImportOrder.Kind = try row.next()
    let (folder, isSent): (String, Bool) = (try row.next(), try row.next())
    let (source, address, category, questions): (String, String, String, String) = (
      try row.next(), try row.next(), try row.next(), try row.next()
    )
    order = ImportOrder(
      kind: kind, place: isSent ? .sent(folder) : .folder(folder), source: try ImportSource(source),
      address: address.isEmpty ? nil : address,
      category: category.isEmpty ? nil : try CategoryName(category), questions: questions.split(separator: ",").map(String.init))
    (state, startedAt, endedAt) = (try row.next(), try row.next(), try row.next())
    var counts = Counts()
    (counts.doneBytes, counts.allBytes) = (try row.next(), try row.next())
    (counts.read, counts.written, counts.known, counts.skipped) = (try row.next(), try row.next(), try row.next(), try row.next())
    self.counts = counts
    fault = try row.next()
    startedBy = try MemberBadge(&row)
  }

  static let selection: SQL = """
    SELECT job.id, job.kind, job.folder, job.was_sent, job.source, job.address, job.category, job.questions, job.state, job.started_at,
      job.ended_at, job.done_bytes, job.all_bytes, job.read_count, job.written_count, job.known_count, job.skipped_count, job.fault,
      \(MemberBadge.columns("starter"))
    FROM import_job job JOIN member starter ON starter.id = job.started_by
    """

  /// The newest first. Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [ImportJob] {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    return try tx.all("\(selection) ORDER BY job.id DESC LIMIT \(most.listed)")
  }

  /// One of them. Throws ``ForumError/notFound``, and ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func find(_ id: ImportJobID, for actor: Actor, in tx: Transaction) throws -> ImportJob {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    guard let job: ImportJob = try tx.first("\(selection) WHERE job.id = \(id)") else { throw ForumError.notFound }
    return job
  }

  /// What could not be brought of it, in the order it was found.
  package func problems(in tx: Transaction) throws -> [ImportProblem] {
    try tx.all("SELECT place, reason FROM import_problem WHERE job_id = \(id) ORDER BY number LIMIT \(Self.most.problems)")
  }

  /// The categories that its topics lie in.
  package func categories(in tx: Transaction) throws -> [(name: String, slug: String)] {
    try tx.all(
      """
      SELECT category.name, category.slug FROM external_id JOIN category ON category.id = external_id.local_id
      WHERE external_id.source = \(order.source.name) AND external_id.kind = 'category'
      GROUP BY category.id, category.name, category.slug, category.position ORDER BY category.position, category.name, category.id
      """
    ) { row in (try row.next(String.self), try row.next(String.self)) }
  }

  static func openOne(in tx: Transaction) throws -> ImportJobID? { try tx.value("SELECT id FROM import_job WHERE ended_at IS NULL") }
}

/// What could not be brought, where it stands in the source, and why.
package struct ImportProblem: Sendable, Equatable, SQLRow {
  package let place: String
  package let reason: String

  package init(_ row: inout Row) throws { (place, reason) = (try row.next(), try row.next()) }

  /// Out of `place: reason`, as an import says it.
  package init(_ said: String) {
    let parts = said.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false).map { oneLine(String($0)) }
    place = parts.count == 2 ? Self.cut(parts[0], 200) : ""
    reason = Self.cut(parts.last ?? "", 400)
  }

  static func cut(_ text: String, _ most: Int) -> String {
    text.unicodeScalars.count <= most ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))) + "…"
  }
}
