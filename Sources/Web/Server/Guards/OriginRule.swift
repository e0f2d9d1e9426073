/// Refuses acts that another site makes a browser send. With the Lax cookie this is all the protection forms need.
struct OriginRule: Sendable {
  let publicURL: PublicURL?

  /// Whether an unsafe request comes from a page of ours or from the person directly.
  func allows(origin: String?, fetchSite: String?, at door: Door) -> Bool {
    if fetchSite == "same-origin" || fetchSite == "none" { return true }
    guard let origin = origin?.lowercased() else { return false }
    // The door's host was checked before, so its origin is one of ours.
    return origin == publicURL?.origin || origin == door.origin.lowercased()
  }
}
