package import Community
package import Templates

/// Where an admin makes one account of two: which stays, both beside each other, and a field that nobody fills in by mistake.
package struct MergePage: Page {
  package static let template = "admin/merge"
  let site: SiteFrame
  let frame: AdminFrame
  let title: String
  let path: String
  let backPath: String
  let problems: ProblemSummary?
  let into: InputField
  let confirm: ConfirmFields?
  let isPossible: Bool

  package init(_ preview: MergePreview, form: FormState = FormState(), maker: PageMaker) {
    let (words, lesser) = (maker.words, preview.lesser.badge)
    title = words.text("merge.title", ["name": .text(lesser.name)])
    site = maker.frame(title: title)
    frame = AdminFrame(maker)
    path = Paths.act("merge", on: lesser.id)
    backPath = Paths.memberSheet(lesser.id)
    problems = ProblemSummary(form, maker: maker)
    into = InputField("into", in: form, maker: maker, hint: "merge.into.hint")
    isPossible = preview.isPossible
    confirm = preview.isPossible ? preview.kept.map { ConfirmFields(preview.lesser, $0, form: form, maker: maker) } : nil
  }

  private init() {
    (site, frame, title) = (.sample, .sample, "Make Ana Costa’s account part of another")
    (path, backPath, problems) = ("/admin/members/2/merge", "/admin/members/2", .sample)
    (into, confirm, isPossible) = (.sample, .sample, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "title": .text(title)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "problems": problems.map(Field.one) ?? .nothing
    case "into": .one(into)
    case "confirm": confirm.map(Field.one) ?? .nothing
    case "isPossible": .flag(isPossible)
    default: nil
    }
  }

  package static let sample = MergePage()

  /// Both accounts, line by line, and the form that makes one of them.
  struct ConfirmFields: Fields {
    let path: String
    let goes: String
    let stays: String
    let stayingHandle: String
    let rows: [RowFields]
    let handle: InputField

    init(_ lesser: MergePreview.Side, _ kept: MergePreview.Side, form: FormState, maker: PageMaker) {
      let words = maker.words
      path = Paths.act("merge", on: lesser.badge.id)
      (goes, stays, stayingHandle) = (lesser.badge.name, kept.badge.name, kept.badge.handle)
      func row(_ key: String, _ text: (MergePreview.Side) -> String) -> RowFields {
        RowFields(name: words.text("merge.row.\(key)"), goes: text(lesser), stays: text(kept))
      }
      func count(_ number: Int) -> String { words.text("numbers.count", ["count": .number(number)]) }
      rows = [
        row("handle") { "@" + $0.badge.handle }, row("role") { words.text("role.\($0.badge.role.rawValue)") },
        row("email") { $0.email ?? words.text("merge.none") },
        row("since") { maker.clock.month($0.since, words: words) },
        row("seen") { $0.seenAt.map { maker.time($0).text } ?? words.text("members.neverSeen") },
        row("restricted") { $0.restrictedUntil.map { maker.time($0).text } ?? words.text("merge.no") },
        row("topics") { count($0.topics) }, row("posts") { count($0.posts) }, row("votes") { count($0.votes) },
        row("messages") { count($0.messages) }, row("pictures") { count($0.pictures) },
      ]
      handle = InputField(
        "handle", in: form, maker: maker, label: "eraseHandle", says: words.text("erase.type", ["handle": .text("@" + lesser.badge.handle)])
      )
    }

    private init() {
      path = "/admin/members/2/merge"
      (goes, stays, stayingHandle, rows, handle) = ("Ana Costa", "Ana C.", "ana-c", [.sample], .sample)
    }

    func field(_ field: String) -> Field? {
      switch field {
      case "path": .text(path)
      case "goes": .text(goes)
      case "stays": .text(stays)
      case "stayingHandle": .text(stayingHandle)
      case "rows": .many(rows)
      case "handle": .one(handle)
      default: nil
      }
    }

    static let sample = ConfirmFields()
  }

  /// One thing about both.
  struct RowFields: Fields {
    let name: String
    let goes: String
    let stays: String

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "goes": .text(goes)
      case "stays": .text(stays)
      default: nil
      }
    }

    static let sample = RowFields(name: "Posts", goes: "3", stays: "14")
  }
}
