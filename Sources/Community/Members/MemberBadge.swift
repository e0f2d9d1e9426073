package import Database

/// A member as they stand beside what they wrote.
package struct MemberBadge: Sendable, Equatable, SQLRow {
  package let id: MemberID
  package let name: String
  package let handle: String
  package let role: Role

  package init(id: MemberID, name: String, handle: String, role: Role) {
    self.id = id
    self.name = name
    self.handle = handle
    self.role = role
  }

  package init(_ row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    handle = try row.next()
    role = try row.next()
  }

  /// The columns ``init(_:)`` reads, of the table or alias named.
  static func columns(_ table: SQL) -> SQL { "\(table).id, \(table).name, \(table).handle, \(table).role" }
}
