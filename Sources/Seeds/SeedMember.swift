/// What a seeded member may do: the names of the forum's own roles.
package enum SeedRole: String, Sendable { case member, helper, staff, moderator, admin }

/// A person of the seeded community, ready to be written as an account.
package struct SeedMember: Sendable, Equatable {
  /// Place in the community; every other value names members by it.
  package let index: Int
  /// The display name: any script, not unique.
  package let name: String
  /// Unique, `a-z 0-9 -`, begins with a letter; texts mention members by it.
  package let handle: String
  /// Unique, at `example.org` or below `.example`, so that no mail ever reaches anybody.
  package let email: String
  /// What this member may do.
  package let role: SeedRole
  /// Milliseconds UTC; before anything this member wrote.
  package let joinedAt: Int64
  /// A line or two about themselves; many have none.
  package let bio: String?
}
