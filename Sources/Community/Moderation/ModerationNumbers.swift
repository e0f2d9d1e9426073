extension Table {
  package enum WordRule {}
  package enum Invitation {}
  package enum EntryRule {}
}

/// A word rule's number.
package typealias WordRuleID = Identifier<Table.WordRule>
/// An invitation's number; who has its link never learns it.
package typealias InvitationID = Identifier<Table.Invitation>
/// The number of a rule about e-mail domains or network addresses.
package typealias EntryRuleID = Identifier<Table.EntryRule>
