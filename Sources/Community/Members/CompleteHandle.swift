package import Database

/// Whom somebody may mean who types `@` and the beginning of a handle: those whose page anybody may open, a few of them.
package struct CompleteHandle: Sendable {
  /// The most suggestions.
  package static let most = 8
  private let start: String

  /// Nil for what no handle begins with, and for less than two letters, which many handles begin with.
  package init?(_ raw: String) {
    let start = raw.lowercased()
    let isHandle = start.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard (2...30).contains(start.utf8.count), isHandle else { return nil }
    self.start = start
  }

  /// Whom the viewer has blocked is not suggested.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> [MemberBadge] {
    // `{` is the sign after z; handles are compared byte by byte.
    try tx.all(
      """
      SELECT \(MemberBadge.columns("member")) FROM member
      WHERE member.handle >= \(start) AND member.handle < \(start + "{")
        AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
        AND member.held_at IS NULL AND NOT \(Blocking.stops("\(viewer.memberID)", from: "member.id"))
      ORDER BY member.handle LIMIT \(Self.most)
      """)
  }
}
