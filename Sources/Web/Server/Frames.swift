import Community
package import Database
package import Pages
package import Templates

extension AudienceContext {
  /// What pages are made with, for this reader at this moment.
  package func maker(in tx: Transaction) throws -> PageMaker { try Frames.maker(site, in: tx) }

  /// Reads what a page shows and makes it, all at one moment. Whatever the reader may not see is thrown as `notFound`.
  package func page<P: Page>(
    status: Reply.Status = .ok, cookies: [Cookie] = [], _ make: @escaping @Sendable (PageMaker, Transaction) throws -> P
  ) async throws -> Reply {
    try await reply { maker, tx in .page(try make(maker, tx), status: status, cookies: cookies) }
  }

  /// As ``page(status:cookies:_:)`` where a read may also lead elsewhere, as to the address with the right words in it.
  package func reply(_ make: @escaping @Sendable (PageMaker, Transaction) throws -> Reply) async throws -> Reply {
    try await reply(knowing: { maker, tx in (try make(maker, tx), ()) }).0
  }

  /// As ``reply(_:)`` for a handler that needs to know something of what it showed.
  package func reply<T: Sendable>(
    knowing make: @escaping @Sendable (PageMaker, Transaction) throws -> (Reply, T)
  ) async throws -> (Reply, T) {
    let site = site
    let (reply, known) = try await read { tx in try make(try Frames.maker(site, in: tx), tx) }
    guard case .page(let page, let status, let cookies) = reply, request.flash != nil else { return (reply, known) }
    return (.page(page, status: status, cookies: cookies + [.spentFlash(at: request.door)]), known)
  }
}

/// Makes what stands around every page of one request.
enum Frames {
  static func maker(_ site: SiteContext, in tx: Transaction) throws -> PageMaker {
    let settings = try SiteSettings.load(in: tx)
    let categories = try CategoryRow.all(for: site.viewer, in: tx)
    let links = categories.filter { !$0.isArchived }.map { category in
      let path = Paths.category(category.slug)
      return SiteChrome.CategoryLink(name: category.name, path: path, count: category.topicCount, isCurrent: site.request.path == path)
    }
    let unread = try UnreadNotices.count(for: site.viewer, in: tx)
    return try maker(site, settings, categories: links, unread: unread)
  }

  /// Without the database, for the page that says that it does not answer.
  static func bare(_ site: SiteContext) throws -> PageMaker {
    try maker(site, .unknown, categories: [], unread: 0)
  }

  private static func maker(
    _ site: SiteContext, _ settings: SiteSettings, categories: [SiteChrome.CategoryLink], unread: Int
  ) throws -> PageMaker {
    let (services, request) = (site.services, site.request)
    let words = site.edition.words
    let member = site.signedIn.flatMap { signedIn in
      signedIn.viewer.memberID.map { id in
        SiteChrome.MemberMenu(
          name: signedIn.name, avatarPath: Paths.avatar(id, signedIn.face), profilePath: Paths.member(signedIn.handle),
          isVerified: signedIn.emailVerified, mailBounces: signedIn.mailBounces, hasShortcuts: signedIn.hasShortcuts,
          decides: signedIn.viewer.decides, administers: AdminPage.isFor(signedIn.viewer), unread: unread)
      }
    }
    let theme = site.signedIn?.theme ?? request.theme ?? .system
    func asset(_ name: String) -> String { services.assets.path(name) ?? Paths.asset(hash: "none", name: name) }
    let chrome = SiteChrome(
      language: words.language, languages: try services.pages.editions().choices(in: site.edition), siteName: settings.name,
      siteDescription: settings.description, theme: theme.rawValue, cssPath: asset("css/kindred.css"),
      jsPath: asset("js/kindred.js"), iconPath: settings.icon.map { Paths.brand($0.file) } ?? asset("images/icon.svg"),
      iconType: settings.icon.map { BrandHandlers.type(of: $0.format) } ?? "image/svg+xml",
      accentPath: settings.accent.map { Paths.brand($0.sheetName) }, logo: settings.logo.map(SitePictureFields.init),
      company: settings.company.map { LinkFields(name: $0.words, path: $0.address) },
      texts: settings.texts.filter { $0 != .welcome && $0 != .privacy }.map {
        LinkFields(name: words.text("siteText.\($0.rawValue)"), path: Paths.page(of: $0))
      },
      cardURL: services.configuration.baseAddress + asset("images/card.png"),
      member: member,
      categories: categories)
    let key = request.flash.map { "flash.\($0)" }
    let maker = PageMaker(
      words: words, clock: ReaderClock(now: site.now, zone: site.signedIn?.timeZone ?? "UTC"), viewer: site.viewer, chrome: chrome,
      baseAddress: services.configuration.baseAddress, here: request.returnPath, path: request.path,
      flash: key.flatMap { words.known($0) }, flashUndoPath: request.flashUndoPath)
    let (note, alt) = (request.form.pictureNote, request.form["picture_alt"])
    let problem = request.form.problems.first { $0.field == "picture_alt" }?.problem
    let shown = note == nil && alt.isEmpty ? maker : maker.with(note?.fields(maker), alt: alt, problem: problem)
    return shown.under(terms: settings.termsVersion)
  }
}
