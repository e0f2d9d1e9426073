package import Database

/// What an operator compares with the source after an import; not for readers, who see through ``Visibility``.
package enum ImportedCopy {
  /// How many records of each kind came from a source, how many of its answers are accepted, and how many of its topics are locked.
  package static func counts(
    of source: ImportSource, in tx: Transaction
  ) throws -> (kinds: [ImportSource.Kind: Int], accepted: Int, locked: Int) {
    let rows = try tx.all("SELECT kind, count(*) FROM external_id WHERE source = \(source.name) GROUP BY kind") { row in
      (kind: try row.next(ImportSource.Kind.self), count: try row.next(Int.self))
    }
    let accepted: Int? = try tx.value(
      """
      SELECT count(*) FROM external_id JOIN acceptance ON acceptance.post_id = external_id.local_id
      WHERE external_id.source = \(source.name) AND external_id.kind = \(ImportSource.Kind.post)
      """)
    let locked: Int? = try tx.value(
      """
      SELECT count(*) FROM external_id JOIN topic ON topic.id = external_id.local_id
      WHERE external_id.source = \(source.name) AND external_id.kind = \(ImportSource.Kind.topic) AND topic.locked_at IS NOT NULL
      """)
    return (Dictionary(rows.map { ($0.kind, $0.count) }, uniquingKeysWith: +), accepted ?? 0, locked ?? 0)
  }

  /// The HTML of imported posts or remarks, by their record at the source.
  package static func html(
    _ kind: ImportSource.Kind, among externals: [String], of source: ImportSource, in tx: Transaction
  ) throws -> [String: String] {
    let rows = try tx.all(
      """
      SELECT external_id.external, post.html FROM external_id JOIN post ON post.id = external_id.local_id
      WHERE external_id.source = \(source.name) AND external_id.kind = \(kind) AND external_id.external \(anyOf: externals)
      """
    ) { row in (external: try row.next(String.self), html: try row.next(String.self)) }
    return Dictionary(rows.map { ($0.external, $0.html) }, uniquingKeysWith: { first, _ in first })
  }
}
