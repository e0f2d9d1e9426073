package import Database

/// Some records written together: each is there afterwards as a whole, with every counter and search row, or not at all.
/// What is there already is left as it is, so any import may be repeated and goes on where it was stopped.
package struct ImportBatch: Sendable {
  let records: [ImportRecord]
  package init(_ records: [ImportRecord]) { self.records = records }

  /// What became of a batch.
  package struct Outcome: Sendable, Equatable {
    package var written = 0
    /// Records that name others which are not there; nothing of them was kept.
    package var refused: [Refused] = []
    package init() {}
  }

  /// A record that was left out.
  package struct Refused: Sendable, Equatable {
    package let kind: ImportSource.Kind
    package let external: String
    /// In words, for whoever runs the import.
    package let reason: String
  }

  package func perform(from source: ImportSource, in tx: Transaction) throws -> Outcome {
    var desk = try ImportDesk(records, source, tx)
    var outcome = Outcome()
    for record in records {
      let (kind, external) = record.key
      if desk.knows(kind, external) { continue }
      do {
        try desk.write(record)
        outcome.written += 1
      } catch let missing as ImportDesk.Missing {
        outcome.refused.append(Refused(kind: kind, external: external, reason: missing.words))
      }
    }
    try desk.settle()
    if outcome.written > 0 { try source.markRunning(in: tx) }
    return outcome
  }
}
