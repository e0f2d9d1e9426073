package import Community
package import Templates

/// Where a question or discussion is written; a visitor says at its end who they are.
package struct AskPage: Page {
  package static let template = "topics/ask"
  package let site: SiteFrame
  let problems: ProblemSummary?
  let kinds: [ChoiceFields]
  /// Where a notice tops lists and until when, for those who may say so.
  let notice: AskNoticeFields?
  let title: InputField
  let body: InputField
  let categories: [ChoiceFields]
  /// What is good to know in each category that says something.
  let hints: [Hint]
  let categoryProblem: String?
  let tags: InputField
  let key: String
  let preview: PreviewPage?
  let draft: DraftFields
  /// What was asked before, and tags.
  let similar: SimilarPage
  let picture: PictureFields
  /// The title of another draft, where somebody came with a title of its own.
  let otherDraft: String?
  /// Who a visitor says they are.
  let account: AccountInputs?
  /// Why the reader cannot ask for now, where that is so.
  let silence: SilenceFields?
  /// Without a category, and while silenced, nobody can ask: the form is there only to give back what was typed.
  let hasForm: Bool
  /// Whether the account a visitor makes here cannot stay signed in.
  let losesCookies: Bool
  let mayMakeCategories: Bool

  /// Shown while its category is chosen.
  struct Hint: Fields {
    let slug: String
    let name: String
    let text: String
    let isChosen: Bool
    func field(_ field: String) -> Field? {
      switch field {
      case "slug": .text(slug)
      case "name": .text(name)
      case "text": .text(text)
      case "isChosen": .flag(isChosen)
      default: nil
      }
    }
  }

  /// `form` carries what was typed; `categories` are those the viewer may open topics in; `mode` says whether a visitor can join.
  package init(
    _ form: FormState, categories: [CategoryRow], key: String, preview: PostBody? = nil, draft: DraftFields, similar: SimilarPage,
    otherDraft: String? = nil, joining mode: SignUpMode = .open, silence: Silence?, losesCookies: Bool, maker: PageMaker
  ) {
    let words = maker.words
    site = maker.frame(title: words.text("ask.title"), description: words.text("ask.intro"), canonical: Paths.ask)
    problems = ProblemSummary(form, maker: maker)
    let open = TopicKind.open(to: maker.viewer)
    let kind = open.first { $0.rawValue == form["kind"] } ?? .question
    kinds = open.map { ChoiceFields(value: $0.rawValue, label: words.text("kind.\($0.rawValue)"), isChosen: $0 == kind) }
    notice = open.contains(.notice) ? AskNoticeFields(form, maker: maker) : nil
    title = InputField("title", in: form, maker: maker, hint: "ask.title.hint")
    body = InputField("body", in: form, maker: maker)
    self.categories = categories.map { ChoiceFields(value: $0.slug, label: $0.name, isChosen: $0.slug == form["category"]) }
    let chosen = categories.contains { $0.slug == form["category"] } ? form["category"] : categories.first?.slug
    hints = categories.filter { !$0.hint.isEmpty }.map { Hint(slug: $0.slug, name: $0.name, text: $0.hint, isChosen: $0.slug == chosen) }
    self.similar = similar
    categoryProblem = form.sentence("category", maker: maker)
    tags = InputField("tags", in: form, maker: maker, hint: "ask.tags.hint", isRequired: false)
    self.key = key
    self.preview = preview.map { PreviewPage($0, title: form["title"]) }
    self.draft = draft
    picture = PictureFields("body", maker: maker)
    self.otherDraft = otherDraft.map { $0.allSatisfy(\.isWhitespace) ? words.text("drafts.untitled") : $0 }
    account = maker.viewer.memberID == nil ? AccountInputs(form, mode, maker: maker) : nil
    self.silence = silence.map { SilenceFields($0, maker: maker) }
    hasForm = (!categories.isEmpty && silence == nil) || !form["body"].isEmpty
    self.losesCookies = losesCookies && account != nil
    mayMakeCategories = maker.viewer.may(.manageCategories)
  }

  private init() {
    picture = .sample
    (site, problems, kinds, title, body) = (.sample, ProblemSummary.sample, [.sample], .sample, .sample)
    (categories, categoryProblem, tags, key, preview, draft) = ([.sample], "Choose one.", .sample, "k", .sample, .sample)
    (notice, silence) = (.sample, .sample)
    (similar, otherDraft) = (.sample, "How do I clean it?")
    hints = [Hint(slug: "help", name: "Help", text: "Say which oven you have.", isChosen: true)]
    (account, hasForm, mayMakeCategories, losesCookies) = (.sample, true, true, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "kinds": .many(kinds)
    case "notice": notice.map(Field.one) ?? .nothing
    case "title": .one(title)
    case "body": .one(body)
    case "categories": .many(categories)
    case "categoryProblem": categoryProblem.map(Field.text) ?? .nothing
    case "hints": .many(hints)
    case "similar": .one(similar)
    case "hasCategories": .flag(!categories.isEmpty)
    case "tags": .one(tags)
    case "key": .text(key)
    case "preview": preview.map(Field.one) ?? .nothing
    case "draft": .one(draft)
    case "picture": .one(picture)
    case "otherDraft": otherDraft.map(Field.text) ?? .nothing
    case "silence": silence.map(Field.one) ?? .nothing
    case "hasForm": .flag(hasForm)
    case "losesCookies": .flag(losesCookies)
    case "mayMakeCategories": .flag(mayMakeCategories)
    case "account": account.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = AskPage()
}
