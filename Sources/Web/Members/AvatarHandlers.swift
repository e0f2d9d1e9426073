import Community
import Pages
import Pictures

/// The address of faces.
package enum AvatarRoutes {
  /// Adds it.
  package static func add(to table: inout RouteTable) { table.get(Paths.avatarPattern, AvatarHandlers.show) }
}

/// Faces: those that members gave, and for everybody else those drawn from their names.
enum AvatarHandlers {
  static func show(_ context: MachineContext) async throws -> Reply {
    let name = context.request.parameter("name") ?? ""
    if let face = FaceName(file: name) { return try await worn(face, name, context) }
    guard name.hasSuffix(".svg"), let id = MemberID(name.dropLast(4)) else { throw ForumError.notFound }
    guard let badge = try await context.read({ tx in try MemberBadge.find(id, in: tx) }) else { throw ForumError.notFound }
    return .bytes(try context.site.edition.render(AvatarPage(badge)), type: "image/svg+xml", cache: .shared(seconds: 3600))
  }

  /// A face that somebody gave: everybody may see it as long as they wear it.
  private static func worn(_ face: FaceName, _ file: String, _ context: MachineContext) async throws -> Reply {
    guard try await context.read({ tx in try SetFace.isWorn(face, in: tx) }),
      let bytes = try await context.services.pictureFolder.bytes(file)
    else { throw ForumError.notFound }
    return .picture(bytes, type: "image/webp", tag: String(file.prefix { $0 != "." }), cache: .seenByAll)
  }
}
