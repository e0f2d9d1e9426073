import Database

/// Messages of an erased member: the other one's conversation keeps its parts in their places, without the words.
struct ErasedMessages {
  let member: MemberID
  let words: ErasedWords

  func replace(in tx: Transaction) throws {
    // A key may be of the words' making; the number is the part's own.
    try tx.run(
      """
      UPDATE conversation_part SET body = \(words.text.source), html = \(words.text.html), key = 'erased-' || id
      WHERE author_id = \(member)
      """)
    try tx.run("UPDATE conversation SET title = \(words.title.text) WHERE kind = 'staff' AND started_by = \(member)")
  }
}
