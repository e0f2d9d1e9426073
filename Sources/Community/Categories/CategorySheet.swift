package import Database

/// Somebody who is named as the host of a category.
package struct CategoryHost: Sendable, Equatable {
  package let name: String
  package let handle: String
  package init(name: String, handle: String) { (self.name, self.handle) = (name, handle) }

  /// The hosts of a category, by name.
  package static func all(of category: CategoryID, in tx: Transaction) throws -> [CategoryHost] {
    try tx.all(
      """
      SELECT member.name, member.handle FROM category_host JOIN member ON member.id = category_host.member_id
      WHERE category_host.category_id = \(category) ORDER BY member.name, member.id
      """
    ) { row in CategoryHost(name: try row.next(), handle: try row.next()) }
  }
}

/// A category with all that an admin decides about it.
package struct CategorySheet: Sendable, Equatable {
  package let id: CategoryID
  package let slug: String
  package let name: String
  package let description: String
  package let hint: String
  package let topicCount: Int
  package let isArchived: Bool
  /// Whether what is written there never suggests people.
  package let isSensitive: Bool
  /// After so many hours without an answer a question is offered to members who may know; 0 for never.
  package let askAroundHours: Int
  /// Nil where its roles were changed one by one and are none of the usual ways.
  package let access: CategoryAccess?
  package let hosts: [CategoryHost]

  /// Every category in its order. Throws ``ForumError/notFound`` for who does not manage categories.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [CategorySheet] {
    guard actor.may(.manageCategories) else { throw ForumError.notFound }
    return try load("TRUE", in: tx)
  }

  /// One of them. Throws ``ForumError/notFound`` where there is none, and for who does not manage categories.
  package static func find(_ id: CategoryID, for actor: Actor, in tx: Transaction) throws -> CategorySheet {
    guard actor.may(.manageCategories), let found = try load("category.id = \(id)", in: tx).first else { throw ForumError.notFound }
    return found
  }

  private static func load(_ condition: SQL, in tx: Transaction) throws -> [CategorySheet] {
    let rows = try tx.all(
      """
      SELECT category.id, category.slug, category.name, category.description, category.hint, category.topic_count,
        category.archived_at IS NOT NULL, category.sensitive, category.ask_around_hours
      FROM category WHERE \(condition) ORDER BY category.position, category.name, category.id
      """
    ) { row in
      (
        id: try row.next(CategoryID.self), slug: try row.next(String.self), name: try row.next(String.self),
        description: try row.next(String.self), hint: try row.next(String.self), topicCount: try row.next(Int.self),
        isArchived: try row.next(Bool.self), isSensitive: try row.next(Bool.self), askAroundHours: try row.next(Int.self)
      )
    }
    return try rows.map { row in
      CategorySheet(
        id: row.id, slug: row.slug, name: row.name, description: row.description, hint: row.hint, topicCount: row.topicCount,
        isArchived: row.isArchived, isSensitive: row.isSensitive, askAroundHours: row.askAroundHours,
        access: try CategoryAccess.of(row.id, in: tx), hosts: try CategoryHost.all(of: row.id, in: tx))
    }
  }
}

extension CategoryAccess {
  /// The usual way in which a category is open; nil where it is none of them.
  static func of(_ category: CategoryID, in tx: Transaction) throws -> CategoryAccess? {
    let rows = try tx.all("SELECT role, may_see, may_open, may_reply FROM category_access WHERE category_id = \(category)") { row in
      (role: try row.next(Role.self), see: try row.next(Bool.self), open: try row.next(Bool.self), reply: try row.next(Bool.self))
    }
    return allCases.first { access in
      Role.allCases.allSatisfy { role in
        let (see, write) = access.may(role)
        let row = rows.first { $0.role == role }
        return (row?.see ?? false, row?.open ?? false, row?.reply ?? false) == (see, write, write)
      }
    }
  }

  /// Writes what each role may do there, in place of what it might before.
  func write(to category: CategoryID, in tx: Transaction) throws {
    for role in Role.allCases {
      let (see, write) = may(role)
      try tx.run(
        """
        INSERT INTO category_access (category_id, role, may_see, may_open, may_reply)
        VALUES (\(category), \(role), \(see), \(write), \(write))
        ON CONFLICT (category_id, role) DO UPDATE SET
          may_see = excluded.may_see, may_open = excluded.may_open, may_reply = excluded.may_reply
        """)
    }
  }
}
