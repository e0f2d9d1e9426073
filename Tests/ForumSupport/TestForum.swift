package import Community
package import Database
package import Foundation
import Jobs
package import Kindred
import Logging
import Passwords
import Pictures
import Synchronization
package import TestSupport
package import Web

/// A whole forum of one test: the real gate, routes, templates and SQL, a clock the test holds, and browsers for the cast.
package final class TestForum: Sendable {
  package let store: TestStore
  package let site: Composition
  /// Every line the forum logged.
  package let log: TestLog
  /// Where the files of pictures lie.
  package let pictures: URL
  private let worker: Worker
  private let offers: OfferQuestions

  /// Without `publicURL` the forum is reached at its loopback address, as in development. `routes` may add some of the test's own,
  /// `door` may stand between the forum and its Store.
  package static func make(
    publicURL: String? = nil, boundTo host: String = "127.0.0.1", proxies: [String] = [], bounceToken: String? = nil,
    now: Timestamp = .testStart,
    inPseudoLanguages: Bool = false,
    adding routes: (inout RouteTable) -> Void = { _ in }, through door: (any Store) -> any Store = { $0 },
    backups: [KeptBackup] = [], imports: ImportDoor = .none,
    tryMail: @escaping @Sendable (MailTrial.Letter) async -> MailTrial = { _ in MailTrial(.noSender) }
  ) async throws -> TestForum {
    var table = SiteRoutes.table()
    routes(&table)
    let configuration = WebConfiguration(
      host: host, port: 8080, publicURL: publicURL.flatMap { PublicURL($0) },
      proxies: TrustedProxies(proxies.compactMap { NetworkRange($0) }), bounceToken: bounceToken.flatMap { BounceToken($0) })
    let store = try await TestStore.make(now: now)
    return try TestForum(
      store, door(store), try (inPseudoLanguages ? pseudoFabric : fabric).get(), configuration, table, backups, imports, tryMail)
  }

  private init(
    _ store: TestStore, _ door: any Store, _ fabric: SiteFabric, _ configuration: WebConfiguration, _ routes: RouteTable,
    _ backups: [KeptBackup], _ imports: ImportDoor, _ tryMail: @escaping @Sendable (MailTrial.Letter) async -> MailTrial
  ) throws {
    self.store = store
    pictures = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-pictures-\(UUID().uuidString)", isDirectory: true)
    let (clock, log, random) = (store.clock, TestLog(), TestRandom())
    self.log = log
    var around = Composition.Surroundings(
      clock: { clock.now }, stopwatch: { clock.now.rawValue * 1000 }, random: { random.bytes($0) }, passwordCost: .cheapest,
      pictures: PictureFolder(pictures.path),
      log: Logger(label: "test") { _ in LogLines(level: .trace, now: { clock.now.rawValue }, write: { log.add($0) }) })
    around.backups = { backups }
    around.imports = imports
    around.tryMail = tryMail
    site = try Composition(door, fabric, configuration, around, routes: routes)
    worker = try site.worker(around)
    offers = OfferQuestions(site.services.matching, try site.mailroom(around), store: store, log: site.services.log)
    site.services.health.started()
  }

  deinit { try? FileManager.default.removeItem(at: pictures) }

  /// Lets every reaction to what happened so far run, and matching hear of it. Throws the first error of a reaction.
  package func settle() async throws {
    try await worker.drain()
    try await KeepMatchIndex(site.services.matching, store: store, log: site.services.log).keepUp()
  }

  /// Lets every question nobody has answered have its turn of being offered that is due.
  package func askAround() async throws {
    try await settle()
    try await offers.perform()
  }

  /// A browser of somebody who is not signed in.
  package func visitor(from address: String = "192.0.2.1") -> Browser { Browser(self, from: address) }

  /// A browser of one of the cast, signed in; they join when they are named first.
  package func member(_ name: String, from address: String = "192.0.2.2") async throws -> Browser {
    guard let person = Person(rawValue: name) else { throw NotOfTheCast(name: name) }
    return try await member(person, from: address)
  }

  /// A browser of one of the cast, signed in; they join when they are named first.
  package func member(_ person: Person, from address: String = "192.0.2.2") async throws -> Browser {
    let token = SecretToken(site.services.random)
    try await store.write { tx in
      let known: MemberID? = try tx.value("SELECT id FROM member WHERE handle = \(person.handle)")
      let id = try known ?? person.join(hash: nil, in: tx).id
      try Sessions.open(for: id, token: token, address: address, agent: "test", in: tx)
    }
    let browser = Browser(self, from: address)
    browser.keep(token)
    return browser
  }

  /// A password as the forum stores it, for members who sign in by their form.
  package func hash(_ password: String) async throws -> String {
    try await site.services.passwords.hash(try NewPassword(password, notLike: [])).encoded
  }

  /// A name that nobody of the cast has.
  package struct NotOfTheCast: Error { let name: String }

  /// Templates are compiled once for all tests of a run.
  private static let fabric = Swift.Result { try SiteFabric(ProductFiles(overrides: nil)) }
  private static let pseudoFabric = Swift.Result {
    try SiteFabric(ProductFiles(overrides: nil), languages: SiteLanguages(hasPseudo: true))
  }
}

/// The lines a forum logged.
package final class TestLog: Sendable {
  private let kept = Mutex<[String]>([])
  package var lines: [String] { kept.withLock { $0 } }
  func add(_ line: String) { kept.withLock { $0.append(line) } }
}

/// Bytes that differ each time and are the same in every run.
package final class TestRandom: Sendable {
  private let state = Mutex<UInt64>(1987)
  package init() {}

  /// SplitMix64, by Sebastiano Vigna, in the public domain.
  package func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: z ^ (z >> 31))
      }
    }
  }
}
