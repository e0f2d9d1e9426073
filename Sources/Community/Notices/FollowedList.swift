package import Database

/// Something the viewer chose a level for, by its name.
package struct FollowedRow: Sendable, Equatable {
  package let target: FollowTarget
  package let level: FollowLevel
  package let at: Timestamp
  package let name: String
  /// What its address is made of: a topic's or category's slug, a tag's name, a member's handle.
  package let address: String
}

/// Everything a member chose a level for, newest first. What they may no longer see is not among it.
package struct FollowedList: Sendable {
  package static let pageSize = 50
  package let rows: [FollowedRow]
  /// Where the next page begins; nil on the last.
  package let older: Cursor?

  /// A place in the list.
  package struct Cursor: Sendable, Equatable {
    let at: Timestamp
    let target: FollowTarget

    package init(at: Timestamp, target: FollowTarget) {
      self.at = at
      self.target = target
    }
    /// As it stands in an address: `MILLISECONDS-KIND-NUMBER`.
    package var text: String { "\(at.rawValue)-\(target.kind.rawValue)-\(target.number)" }
    package init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, let at = Identifier<Never>(parts[0]), let kind = FollowTarget.Kind(rawValue: String(parts[1])),
        let number = Identifier<Never>(parts[2])
      else { return nil }
      self.init(at: Timestamp(milliseconds: at.rawValue), target: FollowTarget(kind, number.rawValue))
    }
  }

  package static func load(before cursor: Cursor?, for actor: Actor, in tx: Transaction) throws -> FollowedList {
    let after: SQL =
      cursor.map { "(followed.at, followed.kind, followed.target_id) < (\($0.at), \($0.target.kind), \($0.target.number))" } ?? "TRUE"
    var rows = try select(actor, where: "followed.level <> \(FollowLevel.normal) AND \(after)", in: tx)
    let hasMore = rows.count > pageSize
    if hasMore { rows.removeLast() }
    return FollowedList(rows: rows, older: hasMore ? rows.last.map { Cursor(at: $0.at, target: $0.target) } : nil)
  }

  private static func select(_ actor: Actor, where condition: SQL, in tx: Transaction) throws -> [FollowedRow] {
    let viewer = actor.viewer
    func part(_ kind: FollowTarget.Kind, _ table: SQL, name: SQL, address: SQL, _ visible: SQL) -> SQL {
      """
      SELECT follow.kind, follow.target_id, follow.level, follow.at, \(name) AS name, \(address) AS address
      FROM follow JOIN \(table) ON \(table).id = follow.target_id
      WHERE follow.member_id = \(actor.id) AND follow.kind = \(kind) AND \(visible)
      """
    }
    let parts = [
      part(.topic, "topic", name: "topic.title", address: "topic.slug", Visibility.standing(viewer)),
      part(.category, "category", name: "category.name", address: "category.slug", Visibility.categories(viewer)),
      part(.tag, "tag", name: "tag.name", address: "tag.name", TagView.isSeen("tag.id", by: viewer)),
      part(.member, "member", name: "member.name", address: "member.handle", "TRUE"),
    ]
    return try tx.all(
      """
      SELECT followed.kind, followed.target_id, followed.level, followed.at, followed.name, followed.address
      FROM (\(parts.joined(" UNION ALL "))) AS followed
      WHERE \(condition) ORDER BY followed.at DESC, followed.kind DESC, followed.target_id DESC LIMIT \(pageSize + 1)
      """
    ) { row in
      FollowedRow(
        target: FollowTarget(try row.next(), try row.next()), level: try row.next(), at: try row.next(), name: try row.next(),
        address: try row.next())
    }
  }
}
