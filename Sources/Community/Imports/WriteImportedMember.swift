import Database
import Markup

extension ImportDesk {
  /// The handle is made from the name by the same rules as for everybody.
  mutating func write(_ member: ImportedMember) throws {
    let account = NewMember(
      name: member.name, email: member.signIn?.email, passwordHash: member.signIn?.passwordHash, role: member.role, isVerified: false,
      isImported: member.comesFromElsewhere, joinedAt: member.joinedAt)
    guard let id = try account.insert(in: tx) else {
      guard let key = member.signIn?.email.key, let owner: MemberID = try tx.value("SELECT id FROM member WHERE email_key = \(key)") else {
        throw ForumError.notFound
      }
      // A community seeded again: the same people.
      return remember(.member, member.external, owner.rawValue)
    }
    let bio = member.bio.flatMap { $0.text.isEmpty ? nil : $0 }
    if bio != nil || member.seenAt != nil || member.signIn != nil {
      try tx.run(
        """
        UPDATE member SET bio = \(bio?.text ?? ""), bio_html = \(bio?.rendered.html ?? ""), seen_at = \(member.seenAt),
          email_verified_at = \(member.signIn == nil ? nil : member.joinedAt)
        WHERE id = \(id)
        """)
    }
    if let handle = member.handle {
      try tx.run(
        """
        UPDATE member SET handle = \(handle.text) WHERE id = \(id) AND handle <> \(handle.text)
          AND NOT EXISTS (SELECT 1 FROM member AS other WHERE other.handle = \(handle.text))
          AND NOT EXISTS (SELECT 1 FROM former_handle WHERE former_handle.handle = \(handle.text))
        """)
      try NameIndex.renew(id, in: tx)
    }
    remember(.member, member.external, id.rawValue)
  }
}
