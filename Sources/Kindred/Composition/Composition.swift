package import Community
package import Database
package import Logging
package import Passwords
package import Pictures
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
    /// Where the files of pictures lie.
    let pictures: PictureFolder
    let log: Logger
    /// The backups that the server made by itself.
    package var backups: @Sendable () -> [KeptBackup] = { [] }
    /// What is known of the machine.
    package var machine: @Sendable () -> MachineState? = { nil }
    /// Where forums are imported from.
    package var imports = ImportDoor.none
    /// Sends one message to an admin and says what the mail server answered.
    package var tryMail: @Sendable (MailTrial.Letter) async -> MailTrial = { _ in MailTrial(.noSender) }

    package init(
      clock: @escaping Clock, stopwatch: @escaping @Sendable () -> Int64, random: @escaping RandomBytes, passwordCost: HashCost,
      pictures: PictureFolder, log: Logger
    ) {
      self.clock = clock
      self.stopwatch = stopwatch
      self.random = random
      self.passwordCost = passwordCost
      self.pictures = pictures
      self.log = log
    }
  }

  /// Throws when two routes answer one address.
  package init(
    _ store: any Store, _ fabric: SiteFabric, _ configuration: WebConfiguration, _ around: Surroundings,
    connections: Int = 4000, routes: RouteTable = SiteRoutes.table()
  ) throws {
    let health = Health(stopwatch: around.stopwatch)
    // Pages must still be read while every stream there may be is open.
    let bells = LiveBells(store: store, most: connections * 3 / 4, log: around.log)
    var services = Services(
      store: WatchedStore(store, health), pages: fabric.pages, assets: fabric.assets,
      passwords: PasswordHasher(cost: around.passwordCost, random: around.random), pictures: PictureMaker(),
      pictureFolder: around.pictures, random: around.random, clock: around.clock,
      stopwatch: around.stopwatch, configuration: configuration, health: health,
      reading: ReadMarks(store: store), related: RelatedTopics(), fruitless: FruitlessSearches(store: store), bells: bells,
      matching: MatchIndex(), log: around.log)
    services.backups = around.backups
    services.machine = around.machine
    services.imports = around.imports
    services.tryMail = around.tryMail
    self.services = services
    self.routes = routes
    gate = try Gate(routes, services)
  }
}
