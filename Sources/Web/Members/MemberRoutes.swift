import Community
import Pages

/// Members' public pages.
package enum MemberRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.memberPattern, show)
    table.post(Paths.blockPattern, BlockForm.self, BlockHandlers.set)
    table.get(Paths.settingsMessages, BlockHandlers.show)
    table.post(Paths.settingsMessages, MessageChoiceForm.self, BlockHandlers.choose)
  }

  private static func show(_ context: SiteContext) async throws -> Reply {
    let raw = context.request.parameter("handle") ?? ""
    guard let handle = Handle(plain: raw.lowercased()) else { throw ForumError.notFound }
    let viewer = context.viewer
    return try await context.reply { maker, tx in
      guard let profile = try MemberProfile.find(handle: handle, for: viewer, in: tx) else {
        guard let now = try MemberProfile.successor(of: handle, in: tx) else { throw ForumError.notFound }
        return .redirect(Paths.member(now), status: .moved)
      }
      guard raw == profile.handle else { return .redirect(Paths.member(profile.handle), status: .moved) }
      let level = try FollowLevel.of(.member(profile.id), for: viewer, in: tx)
      let isBlocked = try BlockList.isBlocked(profile.id, role: profile.role, by: viewer, in: tx)
      let customers = try Customers.among([profile.id], for: viewer, in: tx)
      return .page(ProfilePage(profile, followLevel: level, isBlocked: isBlocked, maker: maker.telling(ofCustomers: customers)))
    }
  }
}
