import Community
import Database
import Pages

/// What every form that keeps a draft carries besides its text.
struct DraftForm: Sendable {
  static let fields = [FormField("draft", maximumBytes: 40), FormField("save", maximumBytes: 20)]
  let stamp: DraftStamp
  /// Whether it is to be kept, not sent.
  let isSave: Bool
  /// Who a script believes to write: somebody else may have signed in on the device since its page was opened.
  private let writer: MemberID?

  init(_ values: FormValues) {
    stamp = DraftStamp(values["draft"])
    isSave = values.has("save")
    writer = MemberID(values["save"])
  }

  /// Throws ``ForumError/forbidden(_:)`` when the text is somebody else's.
  func checkWriter(_ actor: Actor) throws {
    if let writer, writer != actor.id { throw ForumError.forbidden(.notYours) }
  }

  /// What the form goes on from when it comes back: after saves of its own whose answer it may not have had.
  func fields(at place: DraftPlace, maker: PageMaker, in tx: Transaction) throws -> DraftFields {
    let draft = try Draft.find(place, of: maker.viewer, in: tx)
    return DraftFields(version: try draft?.continues(stamp, in: tx) ?? false ? draft?.version ?? 0 : stamp.version, maker: maker)
  }
}

extension MemberContext {
  /// Answers "Save draft": to a script how things stand, else the page where it is gone on with. `again` is the form as it was typed, for
  /// a text that was not saved.
  func keep(
    _ text: DraftText, at place: DraftPlace, _ form: DraftForm,
    again: (@escaping @Sendable (PageMaker) -> DraftFields) async throws -> Reply
  ) async throws -> Reply {
    try form.checkWriter(actor)
    let save = SaveDraft(text, at: place, stamp: form.stamp)
    let outcome = try await write { tx in try save.perform(by: actor, in: tx) }
    let state = { @Sendable maker in DraftFields(outcome, version: form.stamp.version, maker: maker) }
    if request.isFragment { return try await page(status: outcome.status) { maker, _ in DraftStatePage(state(maker)) } }
    guard case .saved = outcome else {
      guard case .page(let page, _, let cookies) = try await again(state) else { throw ForumError.notFound }
      return .page(page, status: outcome.status, cookies: cookies)
    }
    let entry = try await read { tx in try DraftList.find(place, of: actor, in: tx) }
    return .redirect(entry.flatMap { Paths.goOn($0) } ?? Paths.drafts)
  }
}

extension SaveDraft.Outcome {
  var status: Reply.Status {
    switch self {
    case .saved, .blank, .sent: .ok
    case .newer: .conflict
    case .tooLong, .tooMany: .invalid
    }
  }
}
