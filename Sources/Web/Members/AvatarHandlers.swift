import Community
import Pages

/// The address of faces.
package enum AvatarRoutes {
  /// Adds it.
  package static func add(to table: inout RouteTable) { table.get(Paths.avatarPattern, AvatarHandlers.show) }
}

/// Faces drawn from names.
enum AvatarHandlers {
  static func show(_ context: MachineContext) async throws -> Reply {
    let name = context.request.parameter("name") ?? ""
    guard name.hasSuffix(".svg"), let id = MemberID(name.dropLast(4)) else { throw ForumError.notFound }
    guard let badge = try await context.read({ tx in try MemberBadge.find(id, in: tx) }) else { throw ForumError.notFound }
    return .bytes(try context.services.pages.render(AvatarPage(badge)), type: "image/svg+xml", cache: .shared(seconds: 3600))
  }
}
