import Community
import Database
import Jobs
import Mail
import Pictures
import ServiceLifecycle
import Web

/// What happens after a request: reactions to events, mail, long works that were asked for, what matching knows, and letting go of what has
/// served its time.
struct Mailing: Sendable {
  let worker: Worker
  let queue: MailQueue
  let housekeeping: Housekeeping
  let erasures: SettleErasures
  let backups: BackupSchedule
  let imports: ImportSchedule
  let matching: KeepMatchIndex
  let offers: OfferQuestions

  init(
    _ site: Composition, _ sender: MailSender, _ around: Composition.Surroundings, _ shelf: BackupShelf, _ forums: ImportForAdmins
  ) throws {
    let store = site.services.store
    worker = try site.worker(around)
    queue = MailQueue(
      store: store, transport: sender.transport, from: { try sender.address(siteName: SiteSettings.load(in: $0).name) },
      notices: NoticeLetters(try site.mailroom(around)), random: around.random, log: around.log)
    let pictures = around.pictures
    erasures = SettleErasures(store: store, files: ErasureFiles(in: shelf.configuration.data), log: around.log)
    backups = BackupSchedule(store: store, make: { try await shelf.make(keep: $0) }, words: Operator.words, log: around.log)
    imports = ImportSchedule(
      store: store, bring: { try await forums.bring($0, to: store, told: $1) }, forget: forums.forget(allBut:), words: Operator.words,
      log: around.log)
    matching = KeepMatchIndex(site.services.matching, store: store, log: around.log)
    offers = OfferQuestions(site.services.matching, try site.mailroom(around), store: store, log: around.log)
    housekeeping = Housekeeping(store: store, removeFiles: { try await pictures.remove($0) }, log: around.log)
  }

  var services: [any Service] { [worker, queue, housekeeping, erasures, backups, imports, matching, offers] }
}

/// How mail leaves, and in whose name.
struct MailSender: Sendable {
  let transport: any MailTransport
  private let configured: MailFrom?
  private let host: String

  /// Without a mail server messages are put into the spool folder, one file each.
  init(_ configuration: ServerConfiguration, timeout: Duration = .seconds(60), dialogue: (@Sendable (String) -> Void)? = nil) throws {
    transport =
      if let url = configuration.smtpURL {
        try SMTPTransport(url: url, timeout: timeout, dialogue: dialogue)
      } else {
        SpoolTransport(folder: configuration.data + "/spool")
      }
    configured = configuration.mailFrom
    host = configuration.web.publicURL?.host ?? "localhost"
  }

  /// The name is the community's unless the operator chose one.
  func address(siteName: String) -> MailAddress? {
    let address = configured?.address ?? "kindred@\(host)"
    return MailAddress(name: configured?.name ?? siteName, address) ?? MailAddress(address)
  }
}
