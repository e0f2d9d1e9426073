package import Community
package import Database
package import Templates

/// What every page is made with: the words, the reader's clock and zone, and who reads.
package struct PageMaker: Sendable {
  package let words: Words
  package let clock: ReaderClock
  package let viewer: Viewer
  package let chrome: SiteChrome
  /// What absolute addresses begin with, without a slash at the end.
  package let baseAddress: String
  /// Where the reader is: an address of ours with its query.
  package let here: String
  /// The path of the page, also of one that comes back because of what was typed: what is marked as the current one.
  package let path: String
  /// A sentence on what was just done.
  package let flash: String?
  /// Where a button takes it back; nil where nothing can be.
  package let flashUndoPath: String?
  /// What became of a picture that was sent with the form that comes back.
  let picture: PictureNote?
  /// What was typed of what it shows.
  let pictureAlt: String
  /// What is wrong with that.
  let pictureAltProblem: Problem?
  /// Whom the reader is told are customers.
  package private(set) var customers: Set<MemberID> = []
  /// The version of the terms that who joins accepts; nil where there are none.
  private(set) var termsVersion: Int?

  package init(
    words: Words, clock: ReaderClock, viewer: Viewer, chrome: SiteChrome, baseAddress: String, here: String, path: String,
    flash: String? = nil, flashUndoPath: String? = nil, picture: PictureNote? = nil, pictureAlt: String = "",
    pictureAltProblem: Problem? = nil
  ) {
    self.words = words
    self.clock = clock
    self.viewer = viewer
    self.chrome = chrome
    self.baseAddress = baseAddress
    self.here = here
    self.path = path
    self.flash = flash
    self.flashUndoPath = flashUndoPath
    self.picture = picture
    self.pictureAlt = pictureAlt
    self.pictureAltProblem = pictureAltProblem
  }

  /// The same for a form that comes back because of its picture.
  package func with(_ picture: PictureNote?, alt: String, problem: Problem?) -> PageMaker {
    PageMaker(
      words: words, clock: clock, viewer: viewer, chrome: chrome, baseAddress: baseAddress, here: here, path: path, flash: flash,
      flashUndoPath: flashUndoPath, picture: picture, pictureAlt: alt, pictureAltProblem: problem)
  }

  /// The same for a reader who is told of these that they are customers.
  package func telling(ofCustomers customers: Set<MemberID>) -> PageMaker {
    if customers.isEmpty { return self }
    var maker = self
    maker.customers = customers
    return maker
  }

  /// The same where who joins accepts these terms.
  package func under(terms version: Int?) -> PageMaker {
    var maker = self
    maker.termsVersion = version
    return maker
  }

  /// What somebody is here, in words; nil for an ordinary member.
  func role(_ role: Role, of member: MemberID) -> String? {
    let own = role == .member ? nil : words.text("role.\(role.rawValue)")
    guard !customers.isEmpty, customers.contains(member) else { return own }
    let customer = words.text("role.customer")
    return own.map { "\($0), \(customer)" } ?? customer
  }

  /// The frame of a page. A page with a `canonical` address may be indexed unless said otherwise; `feed` is the page that a feed tells of.
  package func frame(
    title: String, description: String = "", canonical: String? = nil, isIndexed: Bool = true, feedOf feed: String? = nil,
    isArticle: Bool = false
  ) -> SiteFrame {
    SiteFrame(
      chrome: chrome, title: title, description: description, canonicalURL: canonical.map { baseAddress + $0 },
      isIndexed: isIndexed && canonical != nil, feedPath: feed.map(Paths.feed(of:)), isArticle: isArticle, returnTo: here,
      flash: flash, flashUndoPath: flashUndoPath)
  }

  /// The sentence for something typed that cannot be accepted. What is missing where people write is said in the words of the field.
  package func sentence(_ problem: Problem, in field: String? = nil) -> String {
    if problem.code == .empty, let field, ["title", "body"].contains(field) { return words.text("problem.empty.\(field)") }
    var arguments: [String: WordArgument] = [:]
    if let number = problem.number { arguments["number"] = .number(number) }
    if let word = problem.word { arguments["word"] = .text(word) }
    return words.text("problem.\(problem.code.rawValue)", arguments)
  }

  /// The sentence for a refusal, beside the field it concerns or on the form as a whole.
  package func sentence(for error: ForumError, field: String) -> String {
    switch error {
    case .invalid(let problems): (problems.first { $0.field == field } ?? problems.first).map { sentence($0.problem) } ?? ""
    case .forbidden(let refusal): words.text("refusal.\(refusal.rawValue)")
    case .conflict(let conflict): words.text("conflict.\(conflict.rawValue)")
    case .tooSoon(let limit, let until):
      words.text("limit.\(limit.rawValue)", ["until": .text(time(until).text)])
    case .notFound: words.text("error.notFound.text")
    case .gone: words.text("error.gone.text")
    case .busy: words.text("error.busy.text")
    }
  }

  /// A moment in the reader's zone.
  package func time(_ moment: Timestamp) -> TimeText { clock.text(moment, words: words) }
}
