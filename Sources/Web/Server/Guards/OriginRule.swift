/// Refuses acts that another site makes a browser send. With the Lax cookie this is all the protection forms need.
struct OriginRule: Sendable {
  let publicURL: PublicURL?

  /// Whether an unsafe request comes from a page of ours or from the person directly.
  func allows(origin: String?, fetchSite: String?, at door: Door) -> Bool {
    if fetchSite == "same-origin" || fetchSite == "none" { return true }
    guard let origin = origin?.lowercased() else { return false }
    // The door's host was checked before, so its origin is one of ours.
    return isOurs(origin, at: door)
  }

  /// Whether a page of another site asks for what stays open. A browser says so, and no page of ours looks like that.
  func isForeign(origin: String?, fetchSite: String?, at door: Door) -> Bool {
    if let fetchSite, fetchSite != "same-origin", fetchSite != "none" { return true }
    return origin.map { !isOurs($0.lowercased(), at: door) } ?? false
  }

  private func isOurs(_ origin: String, at door: Door) -> Bool { origin == publicURL?.origin || origin == door.origin.lowercased() }
}
