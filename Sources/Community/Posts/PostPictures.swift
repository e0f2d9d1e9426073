import Database

/// Which pictures stand in a post, and so are seen by whoever may read it. Only what its writer uploaded can be brought into one: an address
/// copied from elsewhere shows no more than it showed there.
enum PostPictures {
  /// The pictures of a post that was written just now.
  static func add(_ names: [String], to post: PostID, by writer: MemberID, in tx: Transaction) throws {
    guard !names.isEmpty else { return }
    try tx.run(
      """
      INSERT INTO post_picture (post_id, picture_id)
      SELECT \(post), picture.id FROM picture
      WHERE picture.name \(anyOf: names) AND picture.kind = 'post' AND picture.member_id = \(writer) AND NOT picture.going
      ON CONFLICT (post_id, picture_id) DO NOTHING
      """)
    try tx.run(
      """
      UPDATE picture SET unused_since = NULL WHERE name \(anyOf: names) AND unused_since IS NOT NULL
        AND EXISTS (SELECT 1 FROM post_picture WHERE post_picture.picture_id = picture.id AND post_picture.post_id = \(post))
      """)
  }

  /// The pictures of a post that was changed. What it does not show any more is seen there by nobody from now on.
  static func replace(by names: [String], on post: PostID, by writer: MemberID, in tx: Transaction) throws {
    let gone = try tx.values(
      """
      DELETE FROM post_picture WHERE post_id = \(post) AND picture_id NOT IN (SELECT id FROM picture WHERE name \(anyOf: names))
      RETURNING picture_id
      """, as: PictureID.self)
    if !gone.isEmpty {
      try tx.run(
        """
        UPDATE picture SET unused_since = \(tx.now) WHERE id \(anyOf: gone) AND unused_since IS NULL
          AND NOT EXISTS (SELECT 1 FROM post_picture WHERE post_picture.picture_id = picture.id)
        """)
    }
    try add(names, to: post, by: writer, in: tx)
  }
}
