package import Database

/// What the server notes of an import while it brings it.
package enum ImportProgress {
  /// Whether one waits to be brought.
  package static func isWaiting(in tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM import_job WHERE state = 'waiting'") }

  /// The folders of what was sent that can still be gone on with.
  package static func keptFolders(in tx: Transaction) throws -> Set<String> {
    let kept = try tx.values(
      """
      SELECT folder FROM import_job WHERE was_sent AND (ended_at IS NULL OR (state <> 'done' AND ended_at > \(tx.now - ImportJob.sentStays)))
      """, as: String.self)
    return Set(kept)
  }

  /// Takes the one that waits; nil where somebody stopped it meanwhile.
  package static func begin(in tx: Transaction) throws -> (id: ImportJobID, order: ImportOrder, written: Int)? {
    guard let job = try ImportJob.waiting(in: tx) else { return nil }
    try tx.run("UPDATE import_job SET state = 'running' WHERE id = \(job.id)")
    try tx.run("DELETE FROM import_problem WHERE job_id = \(job.id)")
    return (job.id, job.order, job.counts.written)
  }

  /// Notes how far it has come, with problems that were found since; of those only the first are kept. False where it is not to go on.
  package static func note(
    _ counts: ImportJob.Counts, problems: ArraySlice<String>, of id: ImportJobID, in tx: Transaction
  ) throws -> Bool {
    try tx.run(
      """
      UPDATE import_job SET done_bytes = \(counts.doneBytes), all_bytes = \(counts.allBytes), read_count = \(counts.read),
        written_count = \(counts.written), known_count = \(counts.known), skipped_count = \(counts.skipped) WHERE id = \(id)
      """)
    for (number, said) in zip(problems.indices, problems).prefix(while: { $0.0 < ImportJob.most.problems }) {
      let problem = ImportProblem(said)
      try tx.run(
        """
        INSERT INTO import_problem (job_id, number, place, reason) VALUES (\(id), \(number), \(problem.place), \(problem.reason))
        ON CONFLICT (job_id, number) DO NOTHING
        """)
    }
    return try tx.exists("SELECT 1 FROM import_job WHERE id = \(id) AND state = 'running'")
  }

  /// How it ended by itself.
  package enum End: Sendable, Equatable {
    case done
    case failed(String)
    /// The server ends, and goes on with it after the next start.
    case later
  }

  /// Notes how it ended, unless somebody stopped it in the same moment.
  package static func end(_ end: End, of id: ImportJobID, in tx: Transaction) throws {
    let (state, fault): (ImportJob.State, String) =
      switch end {
      case .done: (.done, "")
      case .failed(let why): (.failed, ImportProblem.cut(why, 1_000))
      case .later: (.waiting, "")
      }
    let endedAt = state.isOpen ? nil : tx.now
    let changed = try tx.run(
      "UPDATE import_job SET state = \(state), fault = \(fault), ended_at = \(endedAt) WHERE id = \(id) AND state = 'running'")
    guard changed == 1, end != .later, let source: String = try tx.value("SELECT source FROM import_job WHERE id = \(id)") else { return }
    try tx.log(Act(.importing, by: .machine, detail: "\(source) \(state.rawValue)"))
  }

  /// At a start: what was running when the server ended without a farewell waits for a person, lest it end the server again and again.
  package static func settle(in tx: Transaction) throws {
    try tx.run("UPDATE import_job SET state = 'broken', ended_at = \(tx.now) WHERE state = 'running'")
  }
}

extension ImportJob {
  fileprivate static func waiting(in tx: Transaction) throws -> ImportJob? { try tx.first("\(selection) WHERE job.state = 'waiting'") }
}
