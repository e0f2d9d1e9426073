package import Database

/// Lets go of pictures that have been in no post, no draft and on no profile for a day. In three steps, so that nothing shows a picture whose file is gone:
/// here they are marked, after which no post can take them up; then their files are removed; then ``finish(_:in:)`` removes the rows.
package struct ForgetPictures: Sendable {
  /// A picture on its way out.
  package struct Going: Sendable, Equatable {
    package let id: PictureID
    /// The files it may have.
    package let files: [String]
  }
  private static let most = 500

  package init() {}

  /// Some of those that may go, with those whose files could not be removed before.
  package func perform(in tx: Transaction) throws -> [Going] {
    try tx.run(
      """
      UPDATE picture SET going = TRUE WHERE id IN (
        SELECT picture.id FROM picture
        WHERE picture.unused_since <= \(tx.now - AddPicture.kept) AND NOT picture.going AND NOT EXISTS (
          SELECT 1 FROM draft WHERE draft.member_id = picture.member_id AND replace(draft.body, picture.name, '') <> draft.body)
        ORDER BY picture.unused_since LIMIT \(Self.most))
      """)
    return try tx.all(
      "SELECT id, name, kind, format FROM picture WHERE going ORDER BY id LIMIT \(Self.most)"
    ) { row in
      let id: PictureID = try row.next()
      let (name, kind, format): (String, String, String) = (try row.next(), try row.next(), try row.next())
      return Going(id: id, files: kind == "face" ? FaceName(name).files : PicturePlace.files(name, format))
    }
  }

  /// Forgets those whose files are gone.
  package static func finish(_ gone: [Going], in tx: Transaction) throws {
    try tx.run("DELETE FROM picture WHERE going AND id \(anyOf: gone.map(\.id))")
  }
}

/// The files of all pictures, for whoever compares them with the folder.
package enum PictureFiles {
  /// Those of some pictures, in the order of their numbers.
  package static func list(after last: PictureID?, most: Int, in tx: Transaction) throws -> [(id: PictureID, files: [String])] {
    try tx.all(
      """
      SELECT id, name, kind, format, width, height FROM picture WHERE id > \(last?.rawValue ?? 0) AND NOT going ORDER BY id LIMIT \(most)
      """
    ) { row in
      let id: PictureID = try row.next()
      let (name, kind, format): (String, String, String) = (try row.next(), try row.next(), try row.next())
      let (width, height): (Int, Int) = (try row.next(), try row.next())
      guard kind == "post" else { return (id, FaceName(name).files) }
      return (id, PicturePlace(name: name, width: width, height: height, format: format)?.files ?? [])
    }
  }

  /// Of some pictures, those that stand in a post or are somebody's face, and are not on their way out.
  package static func shown(_ ids: [PictureID], in tx: Transaction) throws -> [PictureID] {
    try tx.values("SELECT id FROM picture WHERE id \(anyOf: ids) AND NOT going AND unused_since IS NULL ORDER BY id")
  }

  /// Takes pictures out of a copy of the data whose files are not in it.
  package static func leaveOut(_ ids: [PictureID], in tx: Transaction) throws {
    try tx.run("DELETE FROM post_picture WHERE picture_id \(anyOf: ids)")
    try tx.run("UPDATE member SET face = NULL WHERE face IN (SELECT name FROM picture WHERE id \(anyOf: ids))")
    try tx.run("DELETE FROM picture WHERE id \(anyOf: ids)")
  }
}
