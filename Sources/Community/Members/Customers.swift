package import Database

/// Who is a customer, as far as the house knows: somebody said so, or their confirmed address is on the list. For nobody else to see.
package enum Customers {
  /// Which of these members are; none, and no statement, for who may not know.
  package static func among(_ members: Set<MemberID>, for viewer: Viewer, in tx: Transaction) throws -> Set<MemberID> {
    guard viewer.may(.verifyCustomers), !members.isEmpty else { return [] }
    // An address that nobody confirmed may be anybody's.
    let found = try tx.all(
      """
      SELECT member.id, CASE WHEN member.email_verified_at IS NOT NULL THEN member.email_key END, customer.member_id IS NOT NULL
      FROM member LEFT JOIN customer ON customer.member_id = member.id WHERE member.id \(anyOf: members.sorted())
      """
    ) { row in Found(id: try row.next(), email: try row.next(), isMarked: try row.next()) }
    let listed = try listed(found.compactMap(\.email).flatMap(CustomerEntry.matching), in: tx)
    return Set(
      found.filter { one in one.isMarked || CustomerEntry.matching(one.email ?? "").contains(where: listed.contains) }.map(\.id))
  }

  private struct Found {
    let id: MemberID
    let email: String?
    let isMarked: Bool
  }

  private static func listed(_ entries: [CustomerEntry], in tx: Transaction) throws -> Set<CustomerEntry> {
    let keys = try tx.values("SELECT key FROM customer_rule WHERE key \(anyOf: Set(entries.map(\.key)).sorted())", as: String.self)
    return Set(entries.filter { keys.contains($0.key) })
  }

  /// Who said that a member is a customer, and when; nil where nobody did.
  package static func mark(of member: MemberID, in tx: Transaction) throws -> Mark? {
    try tx.first(
      "SELECT said.name, customer.at FROM customer JOIN member said ON said.id = customer.by_id WHERE customer.member_id = \(member)"
    ) { row in Mark(by: try row.next(), at: try row.next()) }
  }

  /// That somebody of the staff knows them.
  package struct Mark: Sendable, Equatable {
    package let by: String
    package let at: Timestamp
  }
}

/// Says by hand that a member is a customer, or takes that back.
package struct MarkCustomer: Sendable {
  let member: MemberID
  let wanted: Bool
  package init(_ member: MemberID, wanted: Bool) { (self.member, self.wanted) = (member, wanted) }

  /// Does nothing where it is so already.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.verifyCustomers) else { throw ForumError.forbidden(.notAllowed) }
    guard try MemberSheet.isThere(member, in: tx) else { throw ForumError.notFound }
    if wanted {
      try tx.run(
        "INSERT INTO customer (member_id, by_id, at) VALUES (\(member), \(actor.id), \(tx.now)) ON CONFLICT (member_id) DO NOTHING")
    } else {
      try tx.run("DELETE FROM customer WHERE member_id = \(member)")
    }
  }
}
