package import Database

/// A member's public page, as this viewer may see it: even the counts are of what the viewer may read.
package struct MemberProfile: Sendable, Equatable {
  package let id: MemberID
  package let name: String
  package let handle: String
  package let role: Role
  package let face: FaceName?
  package let since: Timestamp
  /// Made by Markup when it was written.
  package let bioHTML: String
  package let isImported: Bool
  package let isSuspended: Bool
  /// Counted up to ``mostCounted``, so that no page takes longer for who wrote more.
  package let topicCount: Int
  package let answerCount: Int
  package let acceptedCount: Int
  package let topics: [ProfileTopic]
  package let answers: [ProfileAnswer]
  /// What they answered about most lately, as tags.
  package let areas: [String]
  /// What they say interests them.
  package let interests: [String]
  package let away: Away?

  package static let mostCounted = 1000
  private static let mostListed = 10

  /// Nil when nobody has the handle.
  package static func find(handle: Handle, for viewer: Viewer, in tx: Transaction) throws -> MemberProfile? {
    let found = try tx.first(
      """
      SELECT id, name, handle, role, face, created_at, bio_html, imported,
        suspended_until IS NOT NULL AND suspended_until > \(tx.now)
      FROM member WHERE handle = \(handle.text) AND \(HeldMember.isShown("member", to: viewer))
      """
    ) { row in
      ProfileRow(
        id: try row.next(), name: try row.next(), handle: try row.next(), role: try row.next(),
        face: try row.next(String?.self).map { FaceName($0) }, since: try row.next(),
        bioHTML: try row.next(), isImported: try row.next(), isSuspended: try row.next())
    }
    guard let found else { return nil }
    let written = ProfileWriting(of: found.id, for: viewer)
    return MemberProfile(
      id: found.id, name: found.name, handle: found.handle, role: found.role, face: found.face, since: found.since, bioHTML: found.bioHTML,
      isImported: found.isImported, isSuspended: found.isSuspended,
      topicCount: try tx.value(written.topicCount(upTo: mostCounted)) ?? 0,
      answerCount: try tx.value(written.answerCount(upTo: mostCounted)) ?? 0,
      acceptedCount: try tx.value(written.acceptedCount(upTo: mostCounted)) ?? 0,
      topics: try tx.all(written.topics(most: mostListed)), answers: try tx.all(written.answers(most: mostListed)),
      areas: try tx.values(written.areas(most: 6), as: String.self),
      interests: try DeclaredInterests.list(of: found.id, for: viewer, in: tx),
      away: found.isSuspended ? nil : try Away.find(found.id, in: tx))
  }

  /// Whom a handle that was given up leads to; nil when it never was anybody's.
  package static func successor(of handle: Handle, in tx: Transaction) throws -> String? {
    try tx.value(
      """
      SELECT member.handle FROM former_handle JOIN member ON member.id = former_handle.member_id
      WHERE former_handle.handle = \(handle.text)
      """)
  }
}

private struct ProfileRow {
  let id: MemberID
  let name: String
  let handle: String
  let role: Role
  let face: FaceName?
  let since: Timestamp
  let bioHTML: String
  let isImported: Bool
  let isSuspended: Bool
}
