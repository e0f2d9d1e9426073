package import Database

/// The forum records come from: its name keeps the numbers of two old forums apart, so that each import can be repeated.
package struct ImportSource: Sendable, Hashable {
  package let name: String
  package static let most = 60

  /// Small letters, digits, dots and hyphens. Throws ``Problem`` `empty`, `tooLong` or `badCharacters`.
  package init(_ raw: String) throws(Problem) {
    let name = raw.trimmingWhiteSpace().lowercased()
    if name.isEmpty { throw Problem(.empty) }
    if name.utf8.count > Self.most { throw Problem(.tooLong, Self.most) }
    guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }) else {
      throw Problem(.badCharacters)
    }
    self.name = name
  }

  /// What a record is; each kind has numbers of its own.
  package enum Kind: String, Sendable, Hashable, CaseIterable, SQLConvertible {
    case member, category, tag, topic, post, remark, duplicate
    /// A line of a topic's history.
    case line
    /// An address that names a record in other words.
    case address
  }

  /// Says that everything there is has been read. The first time after something was written this is the one event of the whole import:
  /// nobody is told of each old post.
  @discardableResult package func finish(in tx: Transaction) throws -> Bool {
    let changed = try tx.run("UPDATE setting SET value = 'finished' WHERE key = \(key) AND value = 'running'")
    guard changed > 0 else { return false }
    try PlannerStatistics.renew(in: tx)
    try tx.record(Event(.importFinished, detail: name))
    return true
  }

  /// Goes with every write, so that an import that was killed is known to be unfinished.
  func markRunning(in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO setting (key, value) VALUES (\(key), 'running')
      ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value
      """)
  }

  func find(_ kind: Kind, among externals: some Sequence<String>, in tx: Transaction) throws -> [String: Int64] {
    let rows = try tx.all(
      "SELECT external, local_id FROM external_id WHERE source = \(name) AND kind = \(kind) AND external \(anyOf: externals)"
    ) { row in (external: try row.next(String.self), id: try row.next(Int64.self)) }
    return Dictionary(rows.map { ($0.external, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  func remember(_ records: [(kind: Kind, external: String, id: Int64)], in tx: Transaction) throws {
    for part in ManyRows.parts(of: records) {
      let rows = part.map { "(\(name), \($0.kind), \($0.external), \($0.id))" as SQL }.joined(", ")
      try tx.run("INSERT INTO external_id (source, kind, external, local_id) VALUES \(rows)")
    }
  }

  static let settingPrefix = "import/"
  private var key: String { Self.settingPrefix + name }
}

extension ImportSource {
  /// Where an imported category lies now. Throws ``ForumError/notFound``.
  package func category(_ external: String, in tx: Transaction) throws -> CategoryID {
    guard let id = try find(.category, among: [external], in: tx)[external] else { throw ForumError.notFound }
    return CategoryID(rawValue: id)
  }
}
