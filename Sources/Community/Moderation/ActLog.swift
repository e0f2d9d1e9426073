import Crypto
package import Database

extension Transaction {
  /// Writes an act into the log: the only way in. Nothing leads out again.
  @discardableResult package func log(_ act: Act) throws -> ActID {
    let key = try ActLog.key(in: self)
    let last: [UInt8]? = try value("SELECT hash FROM act WHERE id = (SELECT max(id) FROM act)")
    let textHash = ActLog.hash(words: act.words, note: act.note, key: key)
    let entry = LogEntry(at: now, act: act, textHash: textHash)
    let id: ActID? = try value(
      """
      INSERT INTO act (at, kind, actor_id, rule, category_id, topic_id, post_id, part_id, member_id, until_at, undoes, batch,
        detail, text_hash, hash)
      VALUES (\(now), \(act.kind), \(act.by.member), \(act.rule), \(act.category), \(act.topic), \(act.post), \(act.part), \(act.member),
        \(act.until), \(act.undoes), \(act.batch), \(act.detail), \(textHash), \(entry.hash(after: last ?? []))) RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    if !act.words.isEmpty || !act.note.isEmpty {
      try run("INSERT INTO act_text (act_id, words, note) VALUES (\(id), \(act.words), \(act.note))")
    }
    return id
  }
}

/// The chain of the log, for whoever wants to know whether it is whole.
package enum ActLog {
  private static let batch = 500

  /// The first act whose hash is not what it must be, or whose texts are not those that were written; nil where the log is whole.
  /// Texts that were erased are missing, which breaks nothing.
  package static func firstBroken(in tx: Transaction) throws -> ActID? {
    let key = try key(in: tx)
    var (last, previous): (Int64, [UInt8]) = (0, [])
    while true {
      let entries: [ReadEntry] = try tx.all(
        """
        SELECT act.id, act.at, act.kind, act.actor_id, act.rule, act.category_id, act.topic_id, act.post_id, act.part_id, act.member_id,
          act.until_at, act.undoes, act.batch, act.detail, act.text_hash, act.hash, act_text.words, act_text.note
        FROM act LEFT JOIN act_text ON act_text.act_id = act.id WHERE act.id > \(last) ORDER BY act.id LIMIT \(batch)
        """)
      for read in entries {
        guard read.entry.hash(after: previous) == read.hash else { return read.id }
        if let (words, note) = read.texts, hash(words: words, note: note, key: key) != read.entry.textHash { return read.id }
        (last, previous) = (read.id.rawValue, read.hash)
      }
      if entries.count < batch { return nil }
    }
  }

  /// Made by a migration, once for each community; it moves with the community.
  static func key(in tx: Transaction) throws -> String {
    guard let key: String = try tx.value("SELECT value FROM setting WHERE key = 'logKey'") else { throw ForumError.notFound }
    return key
  }

  /// A keyed hash, so that whoever holds the log alone cannot guess at texts that are gone.
  static func hash(words: String, note: String, key: String) -> [UInt8] {
    var code = HMAC<SHA256>(key: SymmetricKey(data: Array(key.utf8)))
    for text in [words, note] { code.update(data: measured(text)) }
    return Array(code.finalize())
  }

  fileprivate static func measured(_ text: String) -> [UInt8] { Array("\(text.utf8.count):\(text)".utf8) }
}

/// What a hash of the log covers.
struct LogEntry {
  let at: Timestamp
  let act: Act
  let textHash: [UInt8]

  /// Covers the act before it by that one's hash.
  func hash(after previous: [UInt8]) -> [UInt8] {
    let numbers = [
      at.rawValue, act.by.member?.rawValue, act.category?.rawValue, act.topic?.rawValue, act.post?.rawValue, act.part?.rawValue,
      act.member?.rawValue, act.until?.rawValue, act.undoes?.rawValue, act.batch?.rawValue,
    ]
    var hash = SHA256()
    hash.update(data: previous)
    for text in [act.kind.rawValue, act.rule.rawValue, act.detail] + numbers.map({ $0.map(String.init) ?? "" }) {
      hash.update(data: ActLog.measured(text))
    }
    hash.update(data: textHash)
    return Array(hash.finalize())
  }
}

private struct ReadEntry: SQLRow {
  let id: ActID
  let entry: LogEntry
  let hash: [UInt8]
  let texts: (words: String, note: String)?

  init(_ row: inout Row) throws {
    id = try row.next()
    let at: Timestamp = try row.next()
    let kind: ActKind = try row.next()
    let actor: MemberID? = try row.next()
    let act = Act(
      kind, by: actor.map(Act.Doer.person) ?? .machine, rule: try row.next(), category: try row.next(), topic: try row.next(),
      post: try row.next(), part: try row.next(), member: try row.next(), until: try row.next(), undoes: try row.next(),
      batch: try row.next(),
      detail: try row.next())
    entry = LogEntry(at: at, act: act, textHash: try row.next())
    hash = try row.next()
    let (words, note): (String?, String?) = (try row.next(), try row.next())
    texts = if let words, let note { (words, note) } else { nil }
  }
}
