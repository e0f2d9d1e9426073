package import Database

/// What a text said before an insult was taken out of it, for who puts it back.
package struct MaskedVersion: Sendable {
  package let body: String
  /// The version that stands now.
  package let standing: Int

  /// Nil for an act that masked nothing.
  package static func find(_ act: ActID, in tx: Transaction) throws -> MaskedVersion? {
    guard let done = try DoneAct.find(act, in: tx), done.kind == .mask, let post = done.post,
      let version = Int(done.detail.dropFirst("version ".count))
    else { return nil }
    return try tx.first(
      """
      SELECT post_version.body, post.version FROM post JOIN post_version ON post_version.post_id = post.id
      WHERE post.id = \(post) AND post_version.version = \(version)
      """
    ) { MaskedVersion(body: try $0.next(), standing: try $0.next()) }
  }
}
