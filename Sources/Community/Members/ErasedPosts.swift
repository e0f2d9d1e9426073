import Database

/// Posts of an erased member.
struct ErasedPosts {
  let member: MemberID
  let words: ErasedWords

  /// What they had taken back by an edit goes in any case.
  func forgetVersions(in tx: Transaction) throws {
    try tx.run("DELETE FROM post_version WHERE post_id IN (SELECT id FROM post WHERE author_id = \(member))")
  }

  /// Takes the words away; places, numbers and what others wrote stay.
  func replace(in tx: Transaction) throws {
    let posts: SQL = "SELECT id FROM post WHERE author_id = \(member)"
    try SearchIndex.replace(posts, openingTitle: words.title, body: words.text, in: tx)
    try tx.run(
      """
      UPDATE post SET body = \(words.text.source), html = \(words.text.html), renderer = \(PostBody.rendererVersion), former_title = ''
      WHERE author_id = \(member)
      """)
    try tx.run("DELETE FROM spam_lesson WHERE post_id IN (\(posts))")
    try tx.run("UPDATE topic SET title = \(words.title.text), slug = \(words.title.slug) WHERE author_id = \(member)")
    try tx.run("UPDATE topic SET solved_note = '' WHERE solved_by = \(member) AND solved_note IS NOT NULL")
    try tx.run("UPDATE solved_taken_back SET note = '' WHERE member_id = \(member)")
    try tx.run("UPDATE history_line SET note = '', note_html = '' WHERE actor_id = \(member) AND note <> ''")
  }
}
