package import Community
package import Templates

/// Where a private question is gone over before everybody can read it.
package struct MakePublicPage: Page {
  package static let template = "conversations/make-public"
  let site: SiteFrame
  let path: String
  let backPath: String
  let problems: ProblemSummary?
  let title: InputField
  let body: InputField
  let categories: [ChoiceFields]
  let categoryProblem: String?
  let tags: InputField
  let key: String
  let preview: PreviewPage?
  let draft: DraftFields
  /// Whether names, addresses or numbers were taken out of the asker's words.
  let isStripped: Bool

  package init(
    _ form: FormState, of conversation: ConversationID, categories: [CategoryRow], isStripped: Bool = false, preview: PostBody? = nil,
    draft: DraftFields, maker: PageMaker
  ) {
    site = maker.frame(title: maker.words.text("makePublic.title"))
    path = Paths.makePublic(conversation)
    backPath = Paths.conversation(conversation)
    problems = ProblemSummary(form, maker: maker)
    title = InputField("title", in: form, maker: maker, hint: "ask.title.hint")
    body = InputField("body", in: form, maker: maker)
    self.categories = categories.map { ChoiceFields(value: $0.slug, label: $0.name, isChosen: $0.slug == form["category"]) }
    categoryProblem = form.sentence("category", maker: maker)
    tags = InputField("tags", in: form, maker: maker, hint: "ask.tags.hint", isRequired: false)
    key = form["key"]
    self.preview = preview.map { PreviewPage($0, title: form["title"]) }
    self.draft = draft
    self.isStripped = isStripped
  }

  private init() {
    (site, path, backPath, problems) = (.sample, "/messages/1/make-public", "/messages/1", .sample)
    (title, body, categories, categoryProblem, tags) = (.sample, .sample, [.sample], "Choose one.", .sample)
    (key, preview, draft, isStripped) = ("k", .sample, .sample, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "problems": problems.map(Field.one) ?? .nothing
    case "title": .one(title)
    case "body": .one(body)
    case "categories": .many(categories)
    case "categoryProblem": categoryProblem.map(Field.text) ?? .nothing
    case "tags": .one(tags)
    case "key": .text(key)
    case "preview": preview.map(Field.one) ?? .nothing
    case "draft": .one(draft)
    case "isStripped": .flag(isStripped)
    default: nil
    }
  }

  package static let sample = MakePublicPage()
}
