package import Community
package import Database

extension Store {
  /// Lets a member look after a category from their next request on.
  package func letModerate(_ member: MemberID, _ category: CategoryID) async throws {
    try await write { tx in
      try tx.run("INSERT INTO category_moderator (category_id, member_id) VALUES (\(category), \(member))")
    }
  }

  /// A member as who they act now, with the categories they look after.
  package func actor(_ member: MemberID) async throws -> Actor {
    guard let actor = try await read({ tx in try Viewer.find(member, in: tx) }).flatMap(Actor.init) else { throw ForumError.notFound }
    return actor
  }
}
