package import Database

extension MemberBadge {
  /// One member by number, for who was shown to be them by a link; nil when there is none.
  package static func find(_ id: MemberID, in tx: Transaction) throws -> MemberBadge? {
    try tx.first("SELECT \(columns("member")) FROM member WHERE member.id = \(id)")
  }
}

extension MemberBadge {
  /// One member by the handle they have now.
  package static func find(_ handle: Handle, in tx: Transaction) throws -> MemberBadge? {
    try tx.first("SELECT \(columns("member")) FROM member WHERE member.handle = \(handle.text)")
  }
}
