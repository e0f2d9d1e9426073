package import Community
package import Database
package import Templates

/// For admins: one import, how far it has come and what came of it. While it runs the page comes anew by itself.
package struct ImportPage: Page {
  package static let template = "admin/import"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let kind: String
  let source: String
  let state: String
  let by: String
  let startedAt: TimeText
  let isOpen: Bool
  let isDone: Bool
  let mayGoOn: Bool
  let percent: Int
  let percentText: String
  let read: Int
  let written: Int
  let known: Int
  let skipped: Int
  let fault: String?
  let endedAt: TimeText?
  let categories: [LinkFields]
  let skippedRows: [SkippedFields]
  let hasMore: Bool
  /// The command that compares, to be read off.
  let compare: String
  let path: String

  /// What could not be brought.
  struct SkippedFields: Fields {
    let place: String
    let reason: String

    func field(_ field: String) -> Field? {
      switch field {
      case "place": .text(place)
      case "reason": .text(reason)
      default: nil
      }
    }
  }

  /// `form` is what came back.
  package init(_ found: ImportJob, form: FormState = FormState(), in tx: Transaction, maker: PageMaker) throws {
    let words = maker.words
    (kind, source) = (words.text("importKind.\(found.order.kind.rawValue)"), found.order.source.name)
    (state, by) = (words.text("importState.\(found.state.rawValue)"), found.startedBy.name)
    (startedAt, endedAt) = (maker.time(found.startedAt), found.endedAt.map { maker.time($0) })
    site = maker.frame(title: words.text("import.title", ["source": .text(source)]))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    (isOpen, isDone, mayGoOn) = (found.state.isOpen, found.state == .done, found.mayGoOn(at: tx.now))
    let counts = found.counts
    // What is not yet counted through is not all of it, and a share of nothing is nothing.
    let share = counts.allBytes == 0 ? 0 : Int(Double(counts.doneBytes) / Double(counts.allBytes) * 100)
    percent = isDone ? 100 : min(99, share)
    percentText = words.text("numbers.percent", ["percent": .number(percent)])
    (read, written, known, skipped) = (counts.read, counts.written, counts.known, counts.skipped)
    fault = found.fault.isEmpty ? nil : found.fault
    categories = try found.categories(in: tx).map { LinkFields(name: $0.name, path: Paths.category($0.slug), isCurrent: false) }
    let skips = try found.problems(in: tx)
    skippedRows = skips.map { SkippedFields(place: $0.place, reason: $0.reason) }
    hasMore = skips.count == ImportJob.most.problems
    compare = Self.compare(found.order)
    path = Paths.importJob(found.id)
  }

  private static func compare(_ order: ImportOrder) -> String {
    let kind = order.kind == .stackExchange ? "stack-exchange" : "discourse"
    let address = order.address.map { " --address \($0)" } ?? ""
    return "kindred compare \(kind) DIR --source \(order.source.name)\(address)"
  }

  private init() {
    (site, frame, problems, isOpen, isDone, mayGoOn) = (.sample, .sample, .sample, true, true, true)
    (kind, source, state, by, startedAt, endedAt) = ("Discourse", "old", "Under way", "Ana", .sample, .sample)
    (percent, percentText, read, written, known, skipped, fault) = (40, "40 %", 1200, 1195, 3, 2, "the disk is full")
    categories = [.sample]
    skippedRows = [SkippedFields(place: "Posts.xml:12", reason: "has no date")]
    (hasMore, compare, path) = (true, "kindred compare discourse DIR --source old", "/admin/imports/1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "kind": .text(kind)
    case "source": .text(source)
    case "state": .text(state)
    case "by": .text(by)
    case "startedAt": .one(startedAt)
    case "isOpen": .flag(isOpen)
    case "isDone": .flag(isDone)
    case "mayGoOn": .flag(mayGoOn)
    case "percent": .number(percent)
    case "percentText": .text(percentText)
    case "read": .number(read)
    case "written": .number(written)
    case "known": .number(known)
    case "skipped": .number(skipped)
    case "fault": fault.map(Field.text) ?? .nothing
    case "endedAt": endedAt.map(Field.one) ?? .nothing
    case "categories": .many(categories)
    case "hasCategories": .flag(!categories.isEmpty)
    case "skippedRows": .many(skippedRows)
    case "hasSkipped": .flag(!skippedRows.isEmpty)
    case "hasMore": .flag(hasMore)
    case "compare": .text(compare)
    case "path": .text(path)
    default: nil
    }
  }

  package static let sample = ImportPage()
}
