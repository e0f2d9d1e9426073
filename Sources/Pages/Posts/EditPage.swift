package import Community
package import Templates

/// Where a post is changed; an opening post with its title, category and tags.
package struct EditPage: Page {
  package static let template = "posts/edit"
  package let site: SiteFrame
  let path: String
  let backPath: String
  let problems: ProblemSummary?
  let body: InputField
  let version: String
  let heading: Heading?
  let preview: PreviewPage?
  let draft: DraftFields
  let picture: PictureFields
  let topicTitle: String
  /// What the post says now, where somebody else changed it meanwhile.
  let standing: String?

  /// What only an opening post has.
  struct Heading: Fields {
    let title: InputField
    let categories: [ChoiceFields]
    let categoryProblem: String?
    let tags: InputField
    func field(_ field: String) -> Field? {
      switch field {
      case "title": .one(title)
      case "categories": .many(categories)
      case "categoryProblem": categoryProblem.map(Field.text) ?? .nothing
      case "tags": .one(tags)
      default: nil
      }
    }
  }

  /// `form` carries what was typed, or what stands now; `standing` is what to compare it with after a conflict.
  package init(
    _ form: FormState, of source: PostSource, categories: [CategoryRow], preview: PostBody? = nil, standing: String? = nil,
    draft: DraftFields, maker: PageMaker
  ) {
    site = maker.frame(title: maker.words.text("edit.title"))
    path = Paths.act("edit", on: source.post)
    backPath = Paths.post(source.post)
    problems = ProblemSummary(form, maker: maker)
    body = InputField("body", in: form, maker: maker, label: source.kind == .opening && source.topic.isQuestion ? "body" : "reply")
    version = form["version"]
    heading =
      source.kind != .opening
      ? nil
      : Heading(
        title: InputField("title", in: form, maker: maker),
        categories: categories.map { ChoiceFields(value: $0.slug, label: $0.name, isChosen: $0.slug == form["category"]) },
        categoryProblem: form.sentence("category", maker: maker),
        tags: InputField("tags", in: form, maker: maker, hint: "ask.tags.hint", isRequired: false))
    self.preview = preview.map { PreviewPage($0, title: source.kind == .opening ? form["title"] : "") }
    self.draft = draft
    picture = PictureFields("body", maker: maker)
    topicTitle = source.topic.title
    self.standing = standing
  }

  private init() {
    picture = .sample
    (site, path, backPath, problems) = (.sample, "/p/1/edit", "/p/1", ProblemSummary.sample)
    (body, version, preview, draft) = (.sample, "1", .sample, .sample)
    (topicTitle, standing) = ("How do I print labels?", "Text")
    heading = Heading(title: .sample, categories: [.sample], categoryProblem: "Choose one.", tags: .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "problems": problems.map(Field.one) ?? .nothing
    case "body": .one(body)
    case "version": .text(version)
    case "topicTitle": .text(topicTitle)
    case "standing": standing.map(Field.text) ?? .nothing
    case "heading": heading.map(Field.one) ?? .nothing
    case "preview": preview.map(Field.one) ?? .nothing
    case "draft": .one(draft)
    case "picture": .one(picture)
    default: nil
    }
  }

  package static let sample = EditPage()
}
