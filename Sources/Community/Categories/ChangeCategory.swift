package import Database

/// Who shall be named as the hosts of a category: members by their handles, each once.
package struct CategoryHostChoice: Sendable, Equatable {
  package static let most = 5
  package let handles: [Handle]

  /// Reads handles as typed in one field, separated by commas or spaces. Throws ``Problem`` `hostsTooMany`, or that of a handle.
  package init(_ raw: String) throws(Problem) {
    var handles: [Handle] = []
    for word in raw.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
      let handle = try Handle(String(word))
      if !handles.contains(handle) { handles.append(handle) }
    }
    if handles.count > Self.most { throw Problem(.hostsTooMany, Self.most) }
    self.handles = handles
  }
}

/// Changes a category: what it is called, its address, what it says of itself, who sees it and who its hosts are.
package struct ChangeCategory: Sendable {
  let id: CategoryID
  let name: CategoryName
  let slug: CategorySlug
  let description: String
  let hint: String
  let access: CategoryAccess?
  let hosts: CategoryHostChoice
  let askAround: AskAroundHours

  /// `description` and `hint` are one line, cut after 300 characters. Without `access` the roles stay as they are.
  package init(
    _ id: CategoryID, name: CategoryName, slug: CategorySlug, description: String, hint: String, access: CategoryAccess?,
    hosts: CategoryHostChoice, askAround: AskAroundHours
  ) {
    (self.id, self.name, self.slug, self.access, self.hosts, self.askAround) = (id, name, slug, access, hosts, askAround)
    (self.description, self.hint) = (CreateCategory.line(description), CreateCategory.line(hint))
  }

  /// Throws ``ForumError/forbidden(_:)``, ``ForumError/notFound``, and ``ForumError/invalid(_:)`` `collision` for a name or an address that
  /// another has, and `hostUnknown` for a handle that nobody has.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    let before = try CategorySheet.find(id, for: actor, in: tx)
    try refuseCollisions(in: tx)
    let members = try members(in: tx)
    try tx.run(
      """
      UPDATE category SET name = \(name.text), slug = \(slug.text), description = \(description), hint = \(hint),
        ask_around_hours = \(askAround.hours)
      WHERE id = \(id)
      """)
    if before.slug != slug.text { try keepAddress(before.slug, in: tx) }
    if let access, access != before.access { try open(access, in: tx) }
    try tx.run("DELETE FROM category_host WHERE category_id = \(id) AND NOT (member_id \(anyOf: members))")
    for member in members {
      try tx.run("INSERT INTO category_host (category_id, member_id) VALUES (\(id), \(member)) ON CONFLICT DO NOTHING")
    }
    let changes = Self.changes(before, try CategorySheet.find(id, for: actor, in: tx))
    guard !changes.isEmpty else { return }
    let note = changes.map { "\($0.field): \($0.before) → \($0.after)" }.joined(separator: "\n")
    try tx.logCategory(id, "changed \(changes.map(\.field).joined(separator: " "))", note: note, by: actor)
  }

  private func refuseCollisions(in tx: Transaction) throws {
    var problems: [FieldProblem] = []
    if try tx.exists("SELECT 1 FROM category WHERE name = \(name.text) AND id <> \(id)") {
      problems.append(FieldProblem("name", Problem(.collision)))
    }
    if try tx.exists("SELECT 1 FROM category WHERE slug = \(slug.text) AND id <> \(id)") {
      problems.append(FieldProblem("slug", Problem(.collision)))
    }
    if !problems.isEmpty { throw ForumError.invalid(problems) }
  }

  private func members(in tx: Transaction) throws -> [MemberID] {
    try hosts.handles.map { handle in
      guard let member: MemberID = try tx.value("SELECT id FROM member WHERE handle = \(handle.text)") else {
        throw ForumError.invalid([FieldProblem("hosts", Problem(.hostUnknown, word: handle.text))])
      }
      return member
    }
  }

  private func keepAddress(_ former: String, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO category_former_slug (slug, category_id) VALUES (\(former), \(id))
      ON CONFLICT (slug) DO UPDATE SET category_id = excluded.category_id
      """)
  }

  /// What everybody may read now is remembered as that, for when it is removed later.
  private func open(_ access: CategoryAccess, in tx: Transaction) throws {
    try access.write(to: id, in: tx)
    guard access == .everyone else { return }
    try tx.run("UPDATE topic SET was_public = TRUE WHERE category_id = \(id) AND deleted_at IS NULL AND NOT hidden")
  }

  private static func changes(_ old: CategorySheet, _ new: CategorySheet) -> [(field: String, before: String, after: String)] {
    func texts(_ sheet: CategorySheet) -> [(String, String)] {
      [
        ("name", sheet.name), ("slug", sheet.slug), ("description", sheet.description), ("hint", sheet.hint),
        ("access", sheet.access?.rawValue ?? "other"), ("hosts", sheet.hosts.map(\.handle).joined(separator: " ")),
        ("askAroundHours", String(sheet.askAroundHours)),
      ]
    }
    return zip(texts(old), texts(new)).filter { $0.1 != $1.1 }.map { ($0.0, $0.1, $1.1) }
  }
}

/// Archives a category, or brings it back. Done twice, it is done once.
package struct ArchiveCategory: Sendable {
  let id: CategoryID
  let wanted: Bool
  package init(_ id: CategoryID, wanted: Bool) { (self.id, self.wanted) = (id, wanted) }

  /// Throws ``ForumError/forbidden(_:)`` and ``ForumError/notFound``.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    guard try CategorySheet.find(id, for: actor, in: tx).isArchived != wanted else { return }
    let archivedAt: Timestamp? = wanted ? tx.now : nil
    try tx.run("UPDATE category SET archived_at = \(archivedAt) WHERE id = \(id)")
    try tx.logCategory(id, wanted ? "archived" : "back", by: actor)
  }
}

/// Puts a category at a place in the order of all, counted from 1. Done twice, it is done once.
package struct PlaceCategory: Sendable {
  let id: CategoryID
  let place: Int
  package init(_ id: CategoryID, at place: Int) { (self.id, self.place) = (id, place) }

  /// Throws ``ForumError/forbidden(_:)`` and ``ForumError/notFound``, also for a place there is not.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    var order = try tx.values("SELECT id FROM category ORDER BY position, name, id", as: CategoryID.self)
    guard let before = order.firstIndex(of: id), order.indices.contains(place - 1) else { throw ForumError.notFound }
    guard before != place - 1 else { return }
    order.insert(order.remove(at: before), at: place - 1)
    for (position, id) in order.enumerated() {
      try tx.run("UPDATE category SET position = \(position + 1) WHERE id = \(id)")
    }
    try tx.logCategory(id, "place \(before + 1) \(place)", by: actor)
  }
}

extension Transaction {
  /// Notes in the log what became of a category, and tells who follows along. `detail` is a fact of the program; names are in the note.
  func logCategory(_ id: CategoryID, _ detail: String, note: String = "", by actor: Actor) throws {
    try log(Act(.setting, by: .person(actor.id), category: id, detail: "category \(detail)", note: note))
    try record(Event(.categoryChanged, actor: actor.id, detail: String(id.rawValue)))
  }
}
