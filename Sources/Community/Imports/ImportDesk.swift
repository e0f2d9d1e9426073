import Database

/// What one batch knows while it is written: who and what its records name, and what is to be counted at its end.
struct ImportDesk {
  let source: ImportSource
  let tx: Transaction
  private var ids: [ImportSource.Kind: [String: Int64]] = [:]
  var tally = ImportTally()
  var searched: [SearchIndex.Entry] = []
  private var remembered: [(kind: ImportSource.Kind, external: String, id: Int64)] = []

  /// A record that another one names is not there.
  struct Missing: Error {
    let words: String
  }

  /// One look-up for each kind, however many records there are.
  init(_ records: [ImportRecord], _ source: ImportSource, _ tx: Transaction) throws {
    self.source = source
    self.tx = tx
    var wanted: [ImportSource.Kind: Set<String>] = [:]
    for record in records {
      let key = record.key
      wanted[key.kind, default: []].insert(key.external)
      for reference in record.references { wanted[reference.kind, default: []].insert(reference.external) }
    }
    for (kind, externals) in wanted { ids[kind] = try source.find(kind, among: externals, in: tx) }
  }

  func knows(_ kind: ImportSource.Kind, _ external: String) -> Bool { ids[kind]?[external] != nil }

  func id<Of>(_ kind: ImportSource.Kind, _ external: String, as type: Identifier<Of>.Type = Identifier<Of>.self) throws -> Identifier<Of> {
    guard let id = ids[kind]?[external] else { throw Missing(words: "the \(kind.rawValue) \(external) it belongs to is not there") }
    return Identifier(rawValue: id)
  }

  /// The post another one answers, if it is there.
  func parent(_ external: String?) -> PostID? {
    guard let external, let id = ids[.post]?[external] else { return nil }
    return PostID(rawValue: id)
  }

  func members(_ externals: [String]) throws -> [MemberID] { try externals.map { try id(.member, $0) } }

  mutating func remember(_ kind: ImportSource.Kind, _ external: String, _ id: Int64) {
    remembered.append((kind, external, id))
    ids[kind, default: [:]][external] = id
  }

  /// Nothing of a record is written before everything it names has been found.
  mutating func write(_ record: ImportRecord) throws {
    switch record {
    case .member(let member): try write(member)
    case .category(let category): try write(category)
    case .tag(let tag): try write(tag)
    case .topic(let topic): try write(topic)
    case .post(let post): try write(post)
    case .duplicate(let duplicate): try write(duplicate)
    case .line(let line): try write(line)
    case .address(let address): try write(address)
    }
  }

  /// Counters and search rows of everything this batch wrote, and what it was called.
  func settle() throws {
    try source.remember(remembered, in: tx)
    try tally.settle(in: tx)
    try SearchIndex.add(searched, in: tx)
  }
}

extension ImportDesk {
  private mutating func write(_ category: ImportedCategory) throws {
    let known: CategoryID? = try tx.value("SELECT id FROM category WHERE name = \(category.name.text)")
    if let known, category.access != .everyone {
      // What only some could see must not come where everybody looks.
      let isOpen = try tx.exists(
        "SELECT 1 FROM category_access WHERE category_id = \(known) AND role IN (\(Role.visitor), \(Role.member)) AND may_see")
      if isOpen { throw Missing(words: "it was private, and here “\(category.name.text)” is open") }
    }
    let id =
      try known ?? CreateCategory(name: category.name, description: category.description, access: category.access).insert(in: tx)
    if known == nil, let color = category.color { try tx.run("UPDATE category SET color = \(color) WHERE id = \(id)") }
    remember(.category, category.external, id.rawValue)
  }

  private mutating func write(_ tag: ImportedTag) throws {
    let id = try tagID(tag.name)
    try tx.run("UPDATE tag SET description = \(tag.description) WHERE id = \(id) AND description = ''")
    for synonym in tag.synonyms {
      try tx.run(
        """
        INSERT INTO tag (name, synonym_of, created_at)
        SELECT \(synonym.text), id, \(tx.now) FROM tag WHERE id = \(id) AND synonym_of IS NULL ON CONFLICT (name) DO NOTHING
        """)
    }
    remember(.tag, tag.name.text, id.rawValue)
  }

  private mutating func write(_ duplicate: ImportedDuplicate) throws {
    let topic: TopicID = try id(.topic, duplicate.topic)
    let original: TopicID = try id(.topic, duplicate.original)
    try tx.run("UPDATE topic SET duplicate_of = \(original) WHERE id = \(topic) AND id <> \(original) AND duplicate_of IS NULL")
    remember(.duplicate, duplicate.external, topic.rawValue)
  }

  private mutating func write(_ line: ImportedLine) throws {
    let (actor, post): (MemberID, PostID) = (try id(.member, line.by), try id(.post, line.after))
    let row: Int64? = try tx.value(
      """
      INSERT INTO history_line (topic_id, after_number, kind, actor_id, at, note, note_html)
      SELECT topic_id, number, \(line.kind), \(actor), \(line.at), \(line.note?.source ?? ""), \(line.note?.html ?? "")
      FROM post WHERE id = \(post) RETURNING id
      """)
    guard let row else { throw ForumError.notFound }
    remember(.line, line.external, row)
  }

  private mutating func write(_ address: ImportedAddress) throws {
    guard let row = ids[address.kind]?[address.of] else {
      throw Missing(words: "the \(address.kind.rawValue) \(address.of) it leads to is not there")
    }
    remember(.address, address.external, row)
  }

  /// The tag of a name, or the one it is a synonym of; made when there is none.
  func tagID(_ name: TagName) throws -> TopicTagID {
    if let id: TopicTagID = try tx.value("SELECT coalesce(synonym_of, id) FROM tag WHERE name = \(name.text)") { return id }
    let id: TopicTagID? = try tx.value("INSERT INTO tag (name, created_at) VALUES (\(name.text), \(tx.now)) RETURNING id")
    guard let id else { throw ForumError.notFound }
    return id
  }
}
