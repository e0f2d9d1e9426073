package import Community
package import Templates

/// Where a topic goes: another category, another topic, or a topic of its own for some of its posts.
package struct ArrangePage: Page {
  package static let template = "topics/arrange"
  let site: SiteFrame
  let topic: LinkFields
  let problems: ProblemSummary?
  let movePath: String
  let mergePath: String
  let duplicatePath: String
  let splitPath: String
  let categories: [ChoiceFields]
  let mergeInto: InputField
  let original: InputField
  let title: InputField
  let postsProblem: String?
  let posts: [MovablePostFields]

  /// `form` is that of the form that comes back; its prefix says which.
  package init(_ view: ArrangedTopic, form: FormState = FormState(), maker: PageMaker) {
    let head = view.head
    site = maker.frame(title: maker.words.text("arrange.title"))
    topic = LinkFields(name: head.title, path: Paths.topic(head.id, head.slug))
    problems = ProblemSummary(form, maker: maker)
    movePath = Paths.arrange(head.id) + "/move"
    mergePath = Paths.arrange(head.id) + "/merge"
    duplicatePath = Paths.arrange(head.id) + "/duplicate"
    splitPath = Paths.arrange(head.id) + "/split"
    let chosen = form["category"].isEmpty ? head.categorySlug : form["category"]
    categories = view.categories.map { ChoiceFields(value: $0.slug, label: $0.name, isChosen: $0.slug == chosen) }
    func own(_ prefix: String) -> FormState { form.prefix == prefix ? form : FormState(prefix: prefix) }
    mergeInto = InputField("target", in: own("merge-"), maker: maker, label: "mergeTarget", hint: "arrange.target.hint")
    original = InputField("target", in: own("duplicate-"), maker: maker, label: "duplicateTarget", hint: "arrange.target.hint")
    title = InputField("title", in: own("split-"), maker: maker)
    postsProblem = own("split-").sentence("posts", maker: maker)
    posts = view.posts.map { MovablePostFields($0, maker: maker) }
  }

  private init() {
    (site, topic, problems, movePath, mergePath) = (.sample, .sample, .sample, "/moderation/topics/1/move", "/moderation/topics/1/merge")
    (duplicatePath, splitPath, categories, mergeInto) = ("/moderation/topics/1/duplicate", "/moderation/topics/1/split", [.sample], .sample)
    (original, title, postsProblem, posts) = (.sample, .sample, "Choose posts.", [.sample])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "topic": .one(topic)
    case "problems": problems.map(Field.one) ?? .nothing
    case "movePath": .text(movePath)
    case "mergePath": .text(mergePath)
    case "duplicatePath": .text(duplicatePath)
    case "splitPath": .text(splitPath)
    case "categories": .many(categories)
    case "mergeInto": .one(mergeInto)
    case "original": .one(original)
    case "title": .one(title)
    case "postsProblem": postsProblem.map(Field.text) ?? .nothing
    case "posts": .many(posts)
    // With something typed it comes back, whatever has become of the posts.
    case "hasPosts": .flag(!posts.isEmpty || title.problem != nil || postsProblem != nil)
    default: nil
    }
  }

  package static let sample = ArrangePage()
}

/// A post that can go into a topic of its own.
struct MovablePostFields: Fields {
  let id: Int
  let number: Int
  let author: String
  let beginning: String
  let time: TimeText

  init(_ post: ArrangedTopic.Post, maker: PageMaker) {
    id = Int(post.id.rawValue)
    number = post.number
    author = post.author ?? maker.words.text("member.nameless")
    beginning = TopicPage.summary(post.html)
    time = maker.time(post.at)
  }

  private init() { (id, number, author, beginning, time) = (2, 2, "Kai", "Try the other cable.", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .number(id)
    case "number": .number(number)
    case "author": .text(author)
    case "beginning": .text(beginning)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = MovablePostFields()
}
