package import Community
package import Templates

/// For admins: another forum is brought here, and those that were before.
package struct ImportsPage: Page {
  package static let template = "admin/imports"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  /// The one that is brought just now.
  let current: RowFields?
  let rows: [RowFields]
  /// Nil while one is brought.
  let form: FormFields?

  /// Where dumps come from: how the machine calls the operator's folder, what lies there, and what may be sent instead.
  package struct Folder: Sendable {
    let path: String
    let names: [String]
    /// The most of an archive that is sent.
    let mostGigabytes: Int
    package init(path: String, names: [String], mostBytes: Int) {
      (self.path, self.names, mostGigabytes) = (path, names, mostBytes / 1_000_000_000)
    }
  }

  /// One import in a line.
  struct RowFields: Fields {
    let kind: String
    let source: String
    let path: String
    let state: String
    let written: Int
    let by: String
    let time: TimeText

    init(_ job: ImportJob, maker: PageMaker) {
      kind = maker.words.text("importKind.\(job.order.kind.rawValue)")
      (source, path) = (job.order.source.name, Paths.importJob(job.id))
      state = maker.words.text("importState.\(job.state.rawValue)")
      (written, by, time) = (job.counts.written, job.startedBy.name, maker.time(job.startedAt))
    }

    private init() {
      (kind, source, path, state, written, by) = ("Discourse", "old", "/admin/imports/1", "Done", 1200, "Ana")
      time = .sample
    }

    func field(_ field: String) -> Field? {
      switch field {
      case "kind": .text(kind)
      case "source": .text(source)
      case "path": .text(path)
      case "state": .text(state)
      case "written": .number(written)
      case "by": .text(by)
      case "time": .one(time)
      default: nil
      }
    }

    static let sample = RowFields()
  }

  /// What is asked for.
  struct FormFields: Fields {
    let kind: RadioFields
    let folder: InputField
    let archive: InputField
    let root: String
    /// The folders in it.
    let names: String
    let source: InputField
    let oldAddress: InputField
    let category: InputField
    let questions: InputField

    init(_ form: FormState, _ place: Folder, maker: PageMaker) {
      func input(_ name: String, isRequired: Bool = false) -> InputField {
        InputField(name, in: form, maker: maker, hint: "imports.\(name).hint", isRequired: isRequired)
      }
      kind = RadioFields(
        "importKind", values: ImportOrder.Kind.allCases.map(\.rawValue), key: { "importKind.\($0)" }, in: form, maker: maker)
      folder = InputField("folder", in: form, maker: maker, isRequired: false)
      let most = maker.words.text("imports.archive.hint", ["most": .number(place.mostGigabytes)])
      archive = InputField("archive", in: form, maker: maker, says: most, isRequired: false)
      (root, names) = (place.path, place.names.prefix(20).joined(separator: ", "))
      (source, oldAddress, category, questions) = (input("source"), input("oldAddress"), input("category"), input("questions"))
    }

    private init() {
      (kind, folder, source, oldAddress, category, questions) = (.sample, .sample, .sample, .sample, .sample, .sample)
      (archive, root, names) = (.sample, "/var/lib/kindred/imports", "old-forum")
    }

    func field(_ field: String) -> Field? {
      switch field {
      case "kind": .one(kind)
      case "folder": .one(folder)
      case "archive": .one(archive)
      case "root": .text(root)
      case "names": .text(names)
      case "hasNames": .flag(!names.isEmpty)
      case "source": .one(source)
      case "oldAddress": .one(oldAddress)
      case "category": .one(category)
      case "questions": .one(questions)
      default: nil
      }
    }

    static let sample = FormFields()
  }

  /// `form` is what came back.
  package init(_ jobs: [ImportJob], _ folder: Folder, form: FormState? = nil, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("imports.title"))
    frame = AdminFrame(maker)
    problems = form.flatMap { ProblemSummary($0, maker: maker) }
    current = jobs.first(where: \.state.isOpen).map { RowFields($0, maker: maker) }
    rows = jobs.map { RowFields($0, maker: maker) }
    let fresh = FormState(["category": words.text("imports.category.usual")])
    self.form = current != nil && form == nil ? nil : FormFields(form ?? fresh, folder, maker: maker)
  }

  private init() {
    (site, frame, problems, current, rows, form) = (.sample, .sample, .sample, .sample, [.sample], .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "current": current.map(Field.one) ?? .nothing
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "form": form.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = ImportsPage()
}
