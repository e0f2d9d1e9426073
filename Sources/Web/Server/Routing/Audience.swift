/// Who a route is for. A handler's context type carries it, so that no route is without one.
package enum Audience: String, Sendable, CaseIterable {
  /// Programs and browsers fetching parts: health, assets, robots. No session is looked up.
  case machine
  /// Everybody, signed in or not.
  case everyone
  case member, staff, moderator, admin
}
