package import Database

/// Something a member may follow.
package enum FollowTarget: Sendable, Hashable {
  case topic(TopicID)
  case category(CategoryID)
  case tag(TopicTagID)
  case member(MemberID)

  /// What sort of thing it is.
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible { case topic, category, tag, member }

  package init(_ kind: Kind, _ number: Int64) {
    self =
      switch kind {
      case .topic: .topic(TopicID(rawValue: number))
      case .category: .category(CategoryID(rawValue: number))
      case .tag: .tag(TopicTagID(rawValue: number))
      case .member: .member(MemberID(rawValue: number))
      }
  }

  package var kind: Kind {
    switch self {
    case .topic: .topic
    case .category: .category
    case .tag: .tag
    case .member: .member
    }
  }

  package var number: Int64 {
    switch self {
    case .topic(let id): id.rawValue
    case .category(let id): id.rawValue
    case .tag(let id): id.rawValue
    case .member(let id): id.rawValue
    }
  }

  /// What it is called and what its address is made of (a slug, a tag's name, a handle); nil where the viewer may not know of it.
  package func named(for viewer: Viewer, in tx: Transaction) throws -> (name: String, address: String)? {
    let found: SQL =
      switch self {
      case .topic(let id): "SELECT topic.title, topic.slug FROM topic WHERE topic.id = \(id) AND \(Visibility.standing(viewer))"
      case .category(let id):
        "SELECT category.name, category.slug FROM category WHERE category.id = \(id) AND \(Visibility.categories(viewer))"
      case .tag(let id): "SELECT tag.name, tag.name FROM tag WHERE tag.id = \(id) AND \(TagView.isSeen("tag.id", by: viewer))"
      case .member(let id): "SELECT member.name, member.handle FROM member WHERE member.id = \(id)"
      }
    return try tx.first(found) { row in (try row.next(String.self), try row.next(String.self)) }
  }
}

extension FollowLevel {
  /// What the viewer chose for something; nil for a visitor, who can choose nothing.
  package static func of(_ target: FollowTarget, for viewer: Viewer, in tx: Transaction) throws -> FollowLevel? {
    guard let member = viewer.memberID else { return nil }
    return try tx.value(
      "SELECT level FROM follow WHERE member_id = \(member) AND kind = \(target.kind) AND target_id = \(target.number)") ?? .normal
  }
}
