package import Database

/// A picture that one viewer may see.
package struct StoredPicture: Sendable, Equatable {
  package let place: PicturePlace
  /// Whether everybody may see it, so that anybody may keep it.
  package let isPublic: Bool

  /// The picture of an address as this viewer may see it: as every post it stands in, and its uploader alone while it stands in none. Nil
  /// for anybody else, as if there were none.
  package static func find(_ place: PicturePlace, for viewer: Viewer, in tx: Transaction) throws -> StoredPicture? {
    let isPublic: Bool? = try tx.value(
      """
      SELECT \(stands(for: .visitor)) FROM picture
      WHERE picture.name = \(place.name) AND picture.kind = 'post' AND picture.width = \(place.width) AND picture.height = \(place.height)
        AND picture.format = \(place.format) AND NOT picture.going
        AND ((picture.member_id = \(viewer.memberID) AND picture.unused_since IS NOT NULL) OR \(stands(for: viewer)))
      """)
    return isPublic.map { StoredPicture(place: place, isPublic: $0) }
  }

  /// True for rows of `picture` that stand in a post whose text the viewer may read.
  private static func stands(for viewer: Viewer) -> SQL {
    """
    EXISTS (SELECT 1 FROM post_picture JOIN post ON post.id = post_picture.post_id JOIN topic ON topic.id = post.topic_id
      WHERE post_picture.picture_id = picture.id AND \(Visibility.openable(viewer)) AND \(Visibility.readable(viewer)))
    """
  }
}
