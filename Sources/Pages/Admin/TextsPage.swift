package import Community
package import Templates

/// For admins: which texts of the company there are.
package struct TextsPage: Page {
  package static let template = "admin/texts"
  let site: SiteFrame
  let frame: AdminFrame
  let rows: [RowFields]

  struct RowFields: Fields {
    let name: String
    let path: String
    let isPublished: Bool
    let time: TimeText?

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      case "isPublished": .flag(isPublished)
      case "time": time.map(Field.one) ?? .nothing
      default: nil
      }
    }
  }

  package init(_ texts: [SiteText], maker: PageMaker) {
    site = maker.frame(title: maker.words.text("texts.title"))
    frame = AdminFrame(maker)
    rows = SiteText.Kind.allCases.map { kind in
      let text = texts.first { $0.kind == kind }
      return RowFields(
        name: maker.words.text("siteText.\(kind.rawValue)"), path: Paths.text(kind), isPublished: text?.isPublished ?? false,
        time: text.map { maker.time($0.at) })
    }
  }

  private init() {
    (site, frame) = (.sample, .sample)
    rows = [RowFields(name: "Rules", path: "/admin/texts/rules", isPublished: true, time: .sample)]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "rows": .many(rows)
    default: nil
    }
  }

  package static let sample = TextsPage()
}

/// For admins: one text of the company, to be written and published.
package struct TextPage: Page {
  package static let template = "admin/text"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let heading: String
  let what: String
  let path: String
  /// How it will look, where that was asked for.
  let preview: PreviewPage?
  let body: InputField
  let version: String
  let isTerms: Bool
  let asksAnew: Bool
  let publicPath: String?
  let historyPath: String?

  /// `form` is what came back.
  package init(_ kind: SiteText.Kind, _ text: SiteText?, form: FormState = FormState(), preview: PostBody? = nil, maker: PageMaker) {
    self.preview = preview.map { PreviewPage($0) }
    heading = maker.words.text("siteText.\(kind.rawValue)")
    what = maker.words.text("siteText.\(kind.rawValue).what")
    site = maker.frame(title: heading)
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    path = Paths.text(kind)
    // What somebody else wrote meanwhile is seen in the history; sent again, this one goes over it.
    version = String(text?.version ?? 0)
    let typed = form.values.isEmpty ? form.setting("siteText", to: text?.body ?? "") : form
    body = InputField("siteText", in: typed, maker: maker)
    (isTerms, asksAnew) = (kind == .terms, !form["asksAnew"].isEmpty)
    publicPath = text?.isPublished == true ? Paths.page(of: kind) : nil
    historyPath = text == nil ? nil : Paths.textHistory(kind)
  }

  private init() {
    (site, frame, problems, heading, what, path) = (.sample, .sample, .sample, "Terms", "What holds here.", "/admin/texts/terms")
    (preview, body, version, isTerms, asksAnew, publicPath, historyPath) = (
      .sample, .sample, "2", true, true, "/terms", "/admin/texts/terms/history"
    )
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "heading": .text(heading)
    case "what": .text(what)
    case "path": .text(path)
    case "preview": preview.map(Field.one) ?? .nothing
    case "body": .one(body)
    case "version": .text(version)
    case "isTerms": .flag(isTerms)
    case "asksAnew": .flag(asksAnew)
    case "publicPath": publicPath.map(Field.text) ?? .nothing
    case "historyPath": historyPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  package static let sample = TextPage()
}

/// For admins: what a text of the company said, version by version, with what each changed.
package struct TextHistoryPage: Page {
  package static let template = "admin/text-history"
  let site: SiteFrame
  let frame: AdminFrame
  let heading: String
  let backPath: String
  let versions: [VersionFields]
  let newestPath: String?
  let olderPath: String?

  struct VersionFields: Fields {
    let number: Int
    let editor: String
    let time: TimeText
    let change: [DiffFields]
    let body: String

    func field(_ field: String) -> Field? {
      switch field {
      case "number": .number(number)
      case "editor": .text(editor)
      case "time": .one(time)
      case "change": .many(change)
      case "hasChange": .flag(!change.isEmpty)
      case "body": .text(body)
      default: nil
      }
    }
  }

  /// `isFirst` where the newest version is among them.
  package init(_ history: SiteTextHistory, _ kind: SiteText.Kind, isFirst: Bool, maker: PageMaker) {
    heading = maker.words.text("siteText.\(kind.rawValue)")
    site = maker.frame(title: maker.words.text("texts.history"))
    frame = AdminFrame(maker)
    backPath = Paths.text(kind)
    let all = history.versions + (history.base.map { [$0] } ?? [])
    versions = history.versions.enumerated().map { index, version in
      VersionFields(
        number: version.number, editor: version.editor.name, time: maker.time(version.at),
        change: all.dropFirst(index + 1).first.map { DiffFields.pieces(WordDiff(from: $0.body, to: version.body)) } ?? [],
        body: version.body)
    }
    newestPath = isFirst ? nil : Paths.textHistory(kind)
    olderPath = history.base == nil ? nil : history.versions.last.map { "\(Paths.textHistory(kind))?before=\($0.number)" }
  }

  private init() {
    (site, frame, heading, backPath) = (.sample, .sample, "Terms", "/admin/texts/terms")
    versions = [VersionFields(number: 2, editor: "Noor Haddad", time: .sample, change: [.sample], body: "Be kind.")]
    (newestPath, olderPath) = ("/admin/texts/terms/history", "/admin/texts/terms/history?before=2")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "heading": .text(heading)
    case "backPath": .text(backPath)
    case "versions": .many(versions)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = TextHistoryPage()
}
