import Community
import Database
import Pages

/// Asking the moderators to look at a post, signed in or not.
enum ReportPostHandlers {
  static func form(_ context: SiteContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    return try await context.page { maker, tx in try page(FormState(), post, maker, tx) }
  }

  static func send(_ form: FileReportForm, _ context: SiteContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    _ = try await context.read { tx in try ReportedThing.post(post, for: context.viewer, in: tx) }
    return try await context.filling(FileReportForm.fields) {
      let report = try form.parse(.post(post), isVisitor: context.viewer.memberID == nil, now: context.now)
      let reporter = context.reporter(report)
      try await context.write { tx in try report.act.perform(by: reporter, in: tx) }
      return .redirect(Paths.post(post), cookies: [.flash("reported", at: context.request.door)])
    } again: { state, maker, tx in
      try page(state, post, maker, tx)
    }
  }

  private static func page(_ state: FormState, _ post: PostID, _ maker: PageMaker, _ tx: Transaction) throws -> FileReportPage {
    FileReportPage(
      try ReportedThing.post(post, for: maker.viewer, in: tx), path: Paths.act("report", on: post), backPath: Paths.post(post), form: state,
      maker: maker)
  }
}

/// The same of a member's profile.
enum ReportMemberHandlers {
  static func form(_ context: SiteContext) async throws -> Reply {
    let handle = try handle(context.request)
    return try await context.page { maker, tx in try page(FormState(), handle, maker, tx).page }
  }

  static func send(_ form: FileReportForm, _ context: SiteContext) async throws -> Reply {
    let handle = try handle(context.request)
    let member = try await context.read { tx in try ReportedThing.member(handle, for: context.viewer, in: tx) }.author.id
    return try await context.filling(FileReportForm.fields) {
      let report = try form.parse(.member(member), isVisitor: context.viewer.memberID == nil, now: context.now)
      let reporter = context.reporter(report)
      try await context.write { tx in try report.act.perform(by: reporter, in: tx) }
      return .redirect(Paths.member(handle.text), cookies: [.flash("reported", at: context.request.door)])
    } again: { state, maker, tx in
      try page(state, handle, maker, tx).page
    }
  }

  private static func page(
    _ state: FormState, _ handle: Handle, _ maker: PageMaker, _ tx: Transaction
  ) throws -> (page: FileReportPage, member: MemberID) {
    let thing = try ReportedThing.member(handle, for: maker.viewer, in: tx)
    let page = FileReportPage(
      thing, path: Paths.reportMember(handle.text), backPath: Paths.member(handle.text), form: state, maker: maker)
    return (page, thing.author.id)
  }

  private static func handle(_ request: PageRequest) throws -> Handle {
    guard let handle = Handle(plain: request.parameter("handle") ?? "") else { throw ForumError.notFound }
    return handle
  }
}

extension SiteContext {
  fileprivate func reporter(_ report: FileReportForm.Filled) -> FileReport.Reporter {
    Actor(viewer).map { .member($0) } ?? .visitor(from: request.address, answerTo: report.answerTo, suspicion: report.suspicion)
  }
}

/// Why something is reported; a visitor may say where an answer goes, and has the traps for programs.
struct FileReportForm: Form {
  static let fields =
    [
      FormField("reason", maximumBytes: 20), FormField("note", maximumBytes: PlainNote.longest * 4),
      FormField("answerTo", maximumBytes: EmailAddress.mostBytes),
    ] + FormTrap.fields
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// A report as it was filled in.
  struct Filled {
    let act: FileReport
    let answerTo: EmailAddress?
    let suspicion: Suspicion
  }

  /// Throws every problem at once.
  func parse(_ subject: ReviewSubject, isVisitor: Bool, now: Timestamp) throws -> Filled {
    var reader = FormReader(values)
    let reason = reader.read("reason", Self.reason)
    let note = reader.read("note", PlainNote.init)
    var answerTo: EmailAddress?
    if isVisitor, !values["answerTo"].allSatisfy(\.isWhitespace) { answerTo = reader.read("answerTo", EmailAddress.init) }
    guard let reason, let note, reader.isRight else { throw reader.failure }
    return Filled(
      act: FileReport(subject, reason: reason, note: note), answerTo: answerTo, suspicion: FormTrap.suspicion(values, now: now))
  }

  private static func reason(_ raw: String) throws(Problem) -> ReportReason {
    guard let reason = ReportReason(rawValue: raw) else { throw Problem(.choiceUnknown) }
    return reason
  }
}
