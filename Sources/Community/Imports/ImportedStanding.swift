package import Database

/// What is here already of a record: enough to see whether it is the same one, and whether its source changed it since.
package struct ImportedStanding: Sendable, Equatable {
  /// When it was made at its source; nil for what has no time there.
  package let createdAt: Timestamp?
  package let editedAt: Timestamp?
}

extension ImportSource {
  /// Which of these records are in the community already, and how they stand.
  package func standing(_ kind: Kind, among externals: some Sequence<String>, in tx: Transaction) throws -> [String: ImportedStanding] {
    let (created, edited, join): (SQL, SQL, SQL) =
      switch kind {
      case .member: ("record.created_at", "CAST(NULL AS bigint)", "LEFT JOIN member record ON record.id = external_id.local_id")
      case .topic:
        ("record.created_at", "record.edited_at", "LEFT JOIN post record ON record.topic_id = external_id.local_id AND record.number = 1")
      case .post, .remark: ("record.created_at", "record.edited_at", "LEFT JOIN post record ON record.id = external_id.local_id")
      case .line: ("record.at", "CAST(NULL AS bigint)", "LEFT JOIN history_line record ON record.id = external_id.local_id")
      case .category, .tag, .duplicate, .address: ("CAST(NULL AS bigint)", "CAST(NULL AS bigint)", "")
      }
    let rows = try tx.all(
      """
      SELECT external_id.external, \(created), \(edited) FROM external_id \(join)
      WHERE external_id.source = \(name) AND external_id.kind = \(kind) AND external_id.external \(anyOf: externals)
      """
    ) { row in (try row.next(String.self), ImportedStanding(createdAt: try row.next(), editedAt: try row.next())) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
