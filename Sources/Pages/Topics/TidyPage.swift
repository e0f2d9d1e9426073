package import Community
package import Templates

/// Where helpers and those above them put a topic's tags right and say that it repeats another.
package struct TidyPage: Page {
  package static let template = "topics/tidy"
  let site: SiteFrame
  let problems: ProblemSummary?
  let topic: LinkFields
  let tagsPath: String?
  let repeatsPath: String?
  let tags: InputField
  let original: InputField
  /// Whether what is said holds at once.
  let isConfirmed: Bool

  /// `form` is what was typed into one of the two.
  package init(_ topic: TopicHead, tags: [String], form: FormState? = nil, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("tidy.title"))
    problems = form.flatMap { ProblemSummary($0, maker: maker) }
    self.topic = LinkFields(name: topic.title, path: Paths.topic(topic.id, topic.slug))
    let viewer = maker.viewer
    tagsPath = viewer.may(.editTags, in: topic.categoryID) ? Paths.tidy("tags", topic.id) : nil
    repeatsPath = viewer.may(.proposeDuplicates, in: topic.categoryID) ? Paths.tidy("repeats", topic.id) : nil
    let typed = form ?? FormState()
    self.tags = InputField(
      "tags", in: typed.values["tags"] == nil ? typed.setting("tags", to: tags.joined(separator: ", ")) : typed, maker: maker,
      hint: "ask.tags.hint", isRequired: false)
    original = InputField("original", in: typed, maker: maker, hint: "tidy.original.hint")
    isConfirmed = viewer.may(.confirmDuplicates, in: topic.categoryID)
  }

  private init() {
    (site, problems, topic, tagsPath, repeatsPath) = (.sample, .sample, .sample, "/tidy/1/tags", "/tidy/1/repeats")
    (tags, original, isConfirmed) = (.sample, .sample, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "topic": .one(topic)
    case "tagsPath": tagsPath.map(Field.text) ?? .nothing
    case "repeatsPath": repeatsPath.map(Field.text) ?? .nothing
    case "tags": .one(tags)
    case "original": .one(original)
    case "isConfirmed": .flag(isConfirmed)
    default: nil
    }
  }

  package static let sample = TidyPage()
}
