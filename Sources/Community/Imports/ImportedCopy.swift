package import Database

/// What an operator compares with the source after an import; not for readers, who see through ``Visibility``.
package enum ImportedCopy {
  /// What there is of a source.
  package struct Counts: Sendable {
    package let kinds: [ImportSource.Kind: Int]
    /// Accepted answers, locked topics, and posts that only moderators may read.
    package let accepted: Int
    package let locked: Int
    package let hidden: Int
    /// Lines of history.
    package let lines: [HistoryKind: Int]
  }

  /// How many records of each kind came from a source, and how they stand.
  package static func counts(of source: ImportSource, in tx: Transaction) throws -> Counts {
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
    let hidden: Int? = try tx.value(
      """
      SELECT count(*) FROM external_id JOIN post ON post.id = external_id.local_id
      WHERE external_id.source = \(source.name) AND external_id.kind = \(ImportSource.Kind.post) AND post.hidden
      """)
    let lines = try tx.all(
      """
      SELECT history_line.kind, count(*) FROM external_id JOIN history_line ON history_line.id = external_id.local_id
      WHERE external_id.source = \(source.name) AND external_id.kind = \(ImportSource.Kind.line) GROUP BY history_line.kind
      """
    ) { row in (kind: try row.next(HistoryKind.self), count: try row.next(Int.self)) }
    return Counts(
      kinds: Dictionary(rows.map { ($0.kind, $0.count) }, uniquingKeysWith: +), accepted: accepted ?? 0, locked: locked ?? 0,
      hidden: hidden ?? 0, lines: Dictionary(lines.map { ($0.kind, $0.count) }, uniquingKeysWith: +))
  }

  /// The HTML of imported posts, remarks or notes on history, by their record at the source.
  package static func html(
    _ kind: ImportSource.Kind, among externals: [String], of source: ImportSource, in tx: Transaction
  ) throws -> [String: String] {
    let (html, text): (SQL, SQL) =
      kind == .line
      ? ("text.note_html", "history_line text ON text.id = external_id.local_id")
      : ("text.html", "post text ON text.id = external_id.local_id")
    let rows = try tx.all(
      """
      SELECT external_id.external, \(html) FROM external_id JOIN \(text)
      WHERE external_id.source = \(source.name) AND external_id.kind = \(kind) AND external_id.external \(anyOf: externals)
      """
    ) { row in (external: try row.next(String.self), html: try row.next(String.self)) }
    return Dictionary(rows.map { ($0.external, $0.html) }, uniquingKeysWith: { first, _ in first })
  }
}
