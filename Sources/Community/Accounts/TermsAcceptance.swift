package import Database

/// Which version of the terms a member accepted.
package enum TermsAcceptance {
  /// The version that holds, for who makes an account by a form that showed `shown`; nil where there are no terms. Asked before anybody is
  /// looked up. Throws ``ForumError/conflict(_:)`` `termsChanged` where others were shown, or none: nobody accepts what they could not read.
  static func holding(shown: Int?, in tx: Transaction) throws -> Int? {
    let holding: Int? = try tx.value("SELECT version FROM site_text WHERE kind = 'terms' AND published")
    guard let holding else { return nil }
    guard shown == holding else { throw ForumError.conflict(.termsChanged) }
    return holding
  }

  /// Notes that a member accepted a version; once.
  static func note(_ member: MemberID, _ version: Int, in tx: Transaction) throws {
    try tx.run(
      "INSERT INTO terms_acceptance (member_id, version, at) VALUES (\(member), \(version), \(tx.now)) ON CONFLICT (member_id, version) DO NOTHING"
    )
  }

  /// Notes that a member accepts the terms they were shown; nothing where there are none any more. Throws ``ForumError/conflict(_:)``.
  package static func accept(shown: Int?, by actor: Actor, in tx: Transaction) throws {
    if let version = try holding(shown: shown, in: tx) { try note(actor.id, version, in: tx) }
  }

  /// The terms somebody who signs in is asked to accept; nil where they are asked for nothing.
  package static func due(for member: MemberID, in tx: Transaction) throws -> SiteText? {
    let isAsked = try tx.exists(
      """
      SELECT 1 FROM site_text WHERE kind = 'terms' AND published AND ask_from IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM terms_acceptance WHERE member_id = \(member) AND terms_acceptance.version >= site_text.ask_from)
      """)
    return isAsked ? try SiteText.published(.terms, in: tx) : nil
  }
}
