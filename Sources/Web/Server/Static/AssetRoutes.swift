import Community
import Pages

/// The files that pages are made of.
package enum AssetRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.assetPattern, asset)
    table.get(Paths.favicon, favicon)
    table.get(Paths.robots, robots)
  }

  private static func asset(_ context: MachineContext) async throws -> Reply {
    guard let hash = context.request.parameter("hash"), let name = context.request.parameter("name") else { throw ForumError.notFound }
    guard let file = context.services.assets.file(hash: hash, name: name) else { throw ForumError.notFound }
    return .file(file, cache: .forever)
  }

  private static func favicon(_ context: MachineContext) async throws -> Reply {
    if let own = try await context.read({ tx in try SitePicture.icon(in: tx) }) {
      return .bytes(own.bytes, type: BrandHandlers.type(of: own.format), cache: .shared(seconds: 3600))
    }
    let assets = context.services.assets
    guard let file = assets.file("images/favicon.ico") ?? assets.file("images/icon.svg") else { throw ForumError.notFound }
    return .file(file, cache: .shared(seconds: 86_400))
  }

  private static func robots(_ context: MachineContext) async throws -> Reply {
    if let file = context.services.assets.file("robots.txt") { return .file(file, cache: .shared(seconds: 3600)) }
    return .text("User-agent: *\nAllow: /\nSitemap: \(context.services.configuration.baseAddress + Paths.sitemap)\n")
  }
}
