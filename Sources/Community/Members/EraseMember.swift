package import Database

/// Erases somebody: what is theirs alone goes, and what others answered stays as a former member's. Nothing brings it back.
package struct EraseMember: Sendable {
  package let member: MemberID
  /// Whether the texts of their posts go too. Those of their messages always do.
  package let texts: Bool
  let words: ErasedWords

  package init(_ member: MemberID, texts: Bool, words: ErasedWords) { (self.member, self.texts, self.words) = (member, texts, words) }

  /// Throws ``ForumError/notFound`` for nobody and for who was erased, and ``ForumError/forbidden(_:)`` `notAllowed` for oneself and for an
  /// admin, who gives that role up first: so somebody is always left to look after the site.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.eraseMembers), actor.id != member else { throw ForumError.forbidden(.notAllowed) }
    try perform(as: .person(actor.id), in: tx)
  }

  /// For an operator, and for what was decided before a backup was restored.
  package func perform(as doer: Act.Doer = .machine, in tx: Transaction) throws {
    let found = try tx.first("SELECT role, created_at FROM member WHERE id = \(member) AND merged_into IS NULL") { row in
      (role: try row.next(Role.self), joinedAt: try row.next(Timestamp.self))
    }
    guard let found, try !Erasure.isErased(member, in: tx) else { throw ForumError.notFound }
    guard found.role != .admin else { throw ForumError.forbidden(.notAllowed) }
    let mail = try tx.values(
      """
      SELECT message_id FROM mail WHERE member_id = \(member) OR to_address = (SELECT email FROM member WHERE id = \(member)) ORDER BY id
      """, as: String.self)
    try ErasedTraces(member: member).forget(in: tx)
    try ErasedMessages(member: member, words: words).replace(in: tx)
    try ErasedPosts(member: member, words: words).forgetVersions(in: tx)
    if texts { try ErasedPosts(member: member, words: words).replace(in: tx) }
    try becomeFormer(in: tx)
    try tx.run(
      """
      INSERT INTO erasure (member_id, joined_at, texts, at, mail)
      VALUES (\(member), \(found.joinedAt), \(texts), \(tx.now), \(mail.joined(separator: "\n")))
      """)
    // An older backup knows the accounts that became theirs as accounts of their own.
    try tx.run(
      """
      INSERT INTO erasure (member_id, joined_at, texts, at, mail)
      SELECT id, created_at, \(texts), \(tx.now), '' FROM member WHERE merged_into = \(member) AND NOT EXISTS (
        SELECT 1 FROM erasure WHERE erasure.member_id = member.id)
      """)
    try tx.log(Act(.erase, by: doer, member: member, detail: texts ? "texts" : ""))
    try tx.record(Event(.memberErased, actor: doer.member, member: member))
  }

  /// The row stays, because posts and votes are somebody's; nothing in it says whose.
  private func becomeFormer(in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE member SET name = \(words.name), handle = \(try freeHandle(in: tx)), handle_changed_at = NULL, email = NULL, email_key = NULL,
        email_verified_at = NULL, password_hash = NULL, role = \(Role.member), bio = '', bio_html = '', time_zone = 'UTC', theme = 'system',
        seen_at = NULL, face = NULL, bounced_at = NULL, bounce = '', away_until = NULL, away_note = '', shortcuts = TRUE, language = NULL,
        imported = FALSE, suspended_until = NULL, silenced_until = NULL, held_at = NULL, active_days = 0,
        active_on = NULL
      WHERE id = \(member)
      """)
    try NameIndex.renew(member, in: tx)
  }

  /// `former-57`, unless somebody is called that.
  private func freeHandle(in tx: Transaction) throws -> String {
    var handle = "former-\(member.rawValue)"
    while try tx.exists(
      """
      SELECT 1 FROM member WHERE handle = \(handle) AND id <> \(member)
      UNION ALL SELECT 1 FROM former_handle WHERE handle = \(handle) AND member_id <> \(member)
      """)
    { handle += "x" }
    return handle
  }
}

/// What stands in the place of what an erased member was called and wrote, in the site's language.
package struct ErasedWords: Sendable {
  let name: String
  let title: TopicTitle
  let text: PostBody

  /// Throws ``Problem`` for words that could not stand there.
  package init(name: String, title: String, text: String) throws(Problem) {
    self.name = name
    self.title = try TopicTitle(title)
    self.text = try PostBody(text, showsPictures: false)
  }
}
