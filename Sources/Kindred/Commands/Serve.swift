import ArgumentParser
import Community
import Database
import Files
import Foundation
import Jobs
import Logging
import Pages
import Passwords
import Pictures
import ServiceLifecycle
import UnixSignals
import Web

/// Runs the forum until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run the forum.")

  @Flag(help: "Read templates, words and public files from this folder and show changes at once.")
  var develop = false

  @Flag(
    help: """
      Also offer two languages that nobody speaks: en-XA, longer and with marks on every letter, and ar-XB, from right to left. \
      They show what pages do with other words, and which words no translator will ever see.
      """)
  var pseudoLanguages = false

  func run() async throws {
    let (develop, pseudoLanguages) = (develop, pseudoLanguages)
    try await Operator.run {
      let configuration = try Operator.configuration()
      let missing = develop ? FileTree.folders.filter { !ProductFiles.isFolder($0) } : []
      guard missing.isEmpty else {
        throw Typed.Refusal(
          description: "--develop reads the product's files from this folder, which has no \(missing.joined(separator: ", "))")
      }
      let folder = try DataFolder(configuration.data)
      let languages = SiteLanguages(site: configuration.languages.site, hasPseudo: pseudoLanguages)
      try await Self.serve(configuration, languages, develop: develop)
      withExtendedLifetime(folder) {}
    }
  }

  private static func serve(_ configuration: ServerConfiguration, _ languages: SiteLanguages, develop: Bool) async throws {
    let log = Operator.log(configuration.logLevel)
    let files = develop ? ProductFiles(checkout: ".", overrides: configuration.templates) : ProductFiles(overrides: configuration.templates)
    let store = try Operator.open(configuration)
    let update = BackupBeforeMigration(configuration: configuration) {
      log.notice("backup before a migration", metadata: ["what": .string($0)])
    }
    for name in try await update.migrate(store, files) {
      log.info("migrated", metadata: ["migration": .string(name)])
    }
    let shelf = BackupShelf(configuration: configuration)
    var around = Composition.Surroundings(
      clock: SystemClock.now, stopwatch: SystemClock.stopwatch, random: RandomSource.system, passwordCost: .standard,
      pictures: PictureFolder(DataFolder.pictures(in: configuration.data)), log: log)
    around.backups = { shelf.list() }
    let forums = ImportForAdmins(own: configuration.imports, sent: DataFolder.sentImports(in: configuration.data), random: around.random)
    forums.prepare()
    around.imports = forums.door
    let startedAt = SystemClock.now()
    around.machine = { Machine.state(data: configuration.data, isPostgres: configuration.postgres != nil, startedAt: startedAt) }
    around.tryMail = MailSender.trial(configuration, around.random, now: around.clock)
    let connections = OpenFiles.connections()
    let site = try Composition(store, SiteFabric(files, languages: languages), configuration.web, around, connections: connections)
    let base = configuration.web.baseAddress
    let mailing = try Mailing(site, MailSender(configuration), around, shelf, forums)
    let worker = mailing.worker
    site.services.health.watch { await worker.states() }
    try await offerSetUp(store, base, log)
    let server = WebServer(site.gate, site.services, limits: .init(connections: connections)) { port in
      log.notice("listening", metadata: ["host": .string(configuration.web.host), "port": .stringConvertible(port), "url": .string(base)])
    }
    var group = ServiceGroupConfiguration(
      services: (mailing.services + [
        site.services.reading, site.services.fruitless, server,
        // Stopped before the server, which waits for every answer that is open.
        site.services.bells, Farewell(site.services.health, notice: .milliseconds(500)),
      ]).map {
        .init(service: $0)
      },
      gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
    group.maximumGracefulShutdownDuration = .seconds(15)
    try await ServiceGroup(configuration: group).run()
    try await store.close()
    log.notice("stopped")
  }

  /// On a server that nobody has set up, the log has the link that makes the first admin; it is good until it is used or the next start.
  private static func offerSetUp(_ store: any Store, _ base: String, _ log: Logger) async throws {
    let token = SecretToken(RandomSource.system)
    guard try await store.write({ try OfferSetUp(token).perform(in: $0) }) else { return }
    log.notice("set-up: open this link once to make the first admin", metadata: ["link": .string(base + Paths.setUp(token: token.text))])
  }
}
