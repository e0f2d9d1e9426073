package import Community
package import Database
import Files
import Pages
package import Logging
package import Passwords
package import Templates
package import Web

/// The parts put together, the same for the server and for tests.
package struct Composition: Sendable {
  package let services: Services
  package let routes: RouteTable
  package let gate: Gate

  /// What differs between a server and a test.
  package struct Surroundings: Sendable {
    let clock: Clock
    let stopwatch: @Sendable () -> Int64
    let random: RandomBytes
    let passwordCost: HashCost
    let log: Logger

    package init(
      clock: @escaping Clock, stopwatch: @escaping @Sendable () -> Int64, random: @escaping RandomBytes, passwordCost: HashCost, log: Logger
    ) {
      self.clock = clock
      self.stopwatch = stopwatch
      self.random = random
      self.passwordCost = passwordCost
      self.log = log
    }
  }

  /// Throws `TemplateErrors` when a template is wrong.
  package init(_ store: any Store, _ files: ProductFiles, _ configuration: WebConfiguration, _ around: Surroundings) throws {
    let health = Health()
    let tree = files.tree
    let pages = try PageRenderer(stamp: files.stamp) {
      PageRenderer.Material(library: try Self.library(files), catalog: try Self.words(files))
    }
    let assets = try SiteAssets(
      paths: { tree.paths.filter { $0.hasPrefix("public/") }.map { String($0.dropFirst("public/".count)) } },
      read: { tree.bytes("public/" + $0) }, stamp: files.stamp)
    services = Services(
      store: WatchedStore(store, health), pages: pages, assets: assets,
      passwords: PasswordHasher(cost: around.passwordCost, random: around.random), random: around.random, clock: around.clock,
      stopwatch: around.stopwatch, configuration: configuration, health: health, log: around.log)
    routes = SiteRoutes.table()
    gate = try Gate(routes, services)
  }

  /// Compiles every template against its page. Throws `TemplateErrors`.
  package static func library(_ files: ProductFiles) throws -> TemplateLibrary {
    try TemplateLibrary(sources: files.tree.texts(in: "templates"), pages: SitePages.all, words: words(files))
  }

  /// The words of the interface. Throws `TemplateErrors`.
  package static func words(_ files: ProductFiles) throws -> MessageCatalog {
    try MessageCatalog(language: "en", files: files.tree.texts(in: "words").filter { $0.key.hasPrefix("en") })
  }
}
