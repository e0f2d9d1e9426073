package import Community
package import Templates

/// For admins: one tag, to be renamed, made part of another, given synonyms and removed.
package struct TagSheetPage: Page {
  package static let template = "admin/tag"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let tag: String
  let path: String
  let shownPath: String
  let topics: String
  let followers: String
  let name: InputField
  let description: InputField
  let into: InputField
  /// What goes over where, for who has to say once more that it shall; nil before a tag is named.
  let question: String?
  let synonym: InputField
  let synonyms: [LineFields]
  let isUnused: Bool
  let isSensitive: Bool

  /// `form` is what was typed into one of its forms; the others show the tag as it is.
  /// `merging` is the tag it is to become part of.
  package init(_ sheet: TagSheet, form: FormState = FormState(), merging target: String? = nil, maker: PageMaker) {
    let words = maker.words
    let known = ["name": sheet.name, "description": sheet.description]
    let state = FormState(known.merging(form.values) { $1 }, problems: form.problems, refusal: form.refusal)
    site = maker.frame(title: words.text("tag.title", ["name": .text(sheet.name)]))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    (tag, path, shownPath) = (sheet.name, Paths.tagSheet(sheet.id), Paths.tag(sheet.name))
    topics = words.text("tag.topics", ["count": .number(sheet.topicCount)])
    followers = words.text("tag.followers", ["count": .number(sheet.followers)])
    name = InputField("name", in: state, maker: maker, hint: "tag.name.hint")
    description = InputField("description", in: state, maker: maker, isRequired: false)
    into = InputField("otherTag", in: state, maker: maker)
    question = target.map { target in
      words.text(
        "tag.merge.question", ["name": .text(sheet.name), "target": .text(target), "count": .number(sheet.topicCount)])
    }
    synonym = InputField("synonym", in: state, maker: maker)
    synonyms = sheet.synonyms.map { LineFields(text: $0) }
    isUnused = sheet.isUnused
    isSensitive = sheet.isSensitive
  }

  private init() {
    (site, frame, problems, tag, path, shownPath) = (.sample, .sample, .sample, "ovens", "/admin/tags/3", "/tag/ovens")
    question = "12 topics go from ovens to stoves."
    (topics, followers, name, description, into, synonym) = ("12 topics", "3 followers", .sample, .sample, .sample, .sample)
    (synonyms, isUnused, isSensitive) = ([.sample], true, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "tag": .text(tag)
    case "path": .text(path)
    case "shownPath": .text(shownPath)
    case "topics": .text(topics)
    case "followers": .text(followers)
    case "name": .one(name)
    case "description": .one(description)
    case "into": .one(into)
    case "question": question.map(Field.text) ?? .nothing
    case "synonym": .one(synonym)
    case "synonyms": .many(synonyms)
    case "hasSynonyms": .flag(!synonyms.isEmpty)
    case "isUnused": .flag(isUnused)
    case "isSensitive": .flag(isSensitive)
    default: nil
    }
  }

  package static let sample = TagSheetPage()
}
