import Community
import Pages
import Pictures

/// Pictures of posts, for whoever may see them.
enum PictureHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    guard let (place, isSmall) = PicturePlace.find(context.request.parameter("file") ?? "") else { throw ForumError.notFound }
    let viewer = context.viewer
    guard let picture = try await context.read({ tx in try StoredPicture.find(place, for: viewer, in: tx) }),
      let bytes = try await context.services.pictureFolder.bytes(isSmall ? place.smallFile : place.file)
    else { throw ForumError.notFound }
    // Its bytes never change, but who may see it does: a shared cache asks again soon, a browser that had it may keep it.
    return .picture(
      bytes, type: isSmall ? "image/webp" : types[place.format] ?? "image/webp", tag: "\(place.name)\(isSmall ? "s" : "")",
      cache: picture.isPublic ? .seenByAll : .personal)
  }

  private static let types = ["jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"]
}
