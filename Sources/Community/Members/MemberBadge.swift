package import Database

/// A member as they stand beside what they wrote.
package struct MemberBadge: Sendable, Equatable, SQLRow {
  package let id: MemberID
  package let name: String
  package let handle: String
  package let role: Role
  /// The picture they gave; nil where one is drawn from their name.
  package let face: FaceName?

  package init(id: MemberID, name: String, handle: String, role: Role, face: FaceName? = nil) {
    self.id = id
    self.name = name
    self.handle = handle
    self.role = role
    self.face = face
  }

  package init(_ row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    handle = try row.next()
    role = try row.next()
    face = try row.next(String?.self).map { FaceName($0) }
  }

  /// The columns ``init(_:)`` reads, of the table or alias named.
  static func columns(_ table: SQL) -> SQL { "\(table).id, \(table).name, \(table).handle, \(table).role, \(table).face" }
}
