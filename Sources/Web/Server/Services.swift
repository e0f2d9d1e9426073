package import Community
package import Database
package import Logging
package import Passwords
package import Pictures

/// What the composition root hands to every request.
package struct Services: Sendable {
  package let store: any Store
  package let pages: PageRenderer
  package let assets: SiteAssets
  package let passwords: PasswordHasher
  /// Makes pictures anew, and keeps their files.
  package let pictures: PictureMaker
  package let pictureFolder: PictureFolder
  package let random: RandomBytes
  package let clock: Clock
  /// Microseconds that never jump, for the log's durations.
  package let stopwatch: @Sendable () -> Int64
  package let configuration: WebConfiguration
  package let health: Health
  package let reading: ReadMarks
  package let related: RelatedTopics
  package let suggested = SuggestedTopics()
  package let fruitless: FruitlessSearches
  package let bells: LiveBells
  /// Who is like whom and who knows what; kept up to date by whoever runs the server.
  package let matching: MatchIndex
  package let log: Logger
  /// The backups that the server made by itself, for the page about them.
  package var backups: @Sendable () -> [KeptBackup] = { [] }
  /// What is known of the machine; nil where nothing is.
  package var machine: @Sendable () -> MachineState? = { nil }
  /// Where forums are imported from.
  package var imports = ImportDoor.none
  /// Sends one message to an admin and says what the mail server answered.
  package var tryMail: @Sendable (MailTrial.Letter) async -> MailTrial = { _ in MailTrial(.noSender) }
  /// How often a member may be offered words while typing.
  package let completions = Turnstile<MemberID>(.completions, most: 200, per: .minutes(1))
  /// How often mail that came back may be told of, with the right token and with wrong ones.
  package let bounces = Turnstile<Bool>(.bounces, most: 600, per: .minutes(1))

  /// Places for files that are being sent.
  package let uploads = Uploads()

  package init(
    store: any Store, pages: PageRenderer, assets: SiteAssets, passwords: PasswordHasher, pictures: PictureMaker,
    pictureFolder: PictureFolder, random: @escaping RandomBytes,
    clock: @escaping Clock,
    stopwatch: @escaping @Sendable () -> Int64, configuration: WebConfiguration, health: Health, reading: ReadMarks, related: RelatedTopics,
    fruitless: FruitlessSearches, bells: LiveBells, matching: MatchIndex, log: Logger
  ) {
    self.store = store
    self.pages = pages
    self.assets = assets
    self.passwords = passwords
    self.pictures = pictures
    self.pictureFolder = pictureFolder
    self.random = random
    self.clock = clock
    self.stopwatch = stopwatch
    self.configuration = configuration
    self.health = health
    self.reading = reading
    self.related = related
    self.fruitless = fruitless
    self.bells = bells
    self.matching = matching
    self.log = log
  }
}

/// How the server is reached.
package struct WebConfiguration: Sendable, Equatable {
  /// Where it listens.
  package let host: String
  package let port: Int
  /// The address people know the site by, if somebody said so.
  package let publicURL: PublicURL?
  package let proxies: TrustedProxies
  /// What a mail server shows who tells of mail that came back; nil where nobody may.
  package let bounceToken: BounceToken?
  let hosts: HostRule

  package init(host: String, port: Int, publicURL: PublicURL?, proxies: TrustedProxies, bounceToken: BounceToken? = nil) {
    self.host = host
    self.port = port
    self.publicURL = publicURL
    self.proxies = proxies
    self.bounceToken = bounceToken
    hosts = HostRule(publicURL: publicURL, boundTo: host)
  }

  /// What links in mail begin with. Listening at every address is no address: whoever looks after the machine opens the links of a
  /// server without a public one.
  package var baseAddress: String {
    let name = ["0.0.0.0", "::"].contains(host) ? "localhost" : host.contains(":") ? "[\(host)]" : host
    return publicURL?.origin ?? "http://\(name):\(port)"
  }
}
