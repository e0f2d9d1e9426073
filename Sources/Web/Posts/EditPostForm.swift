import Community
import Pages

/// A changed post as it was typed.
struct EditPostForm: Form {
  static let fields =
    [
      FormField("title", maximumBytes: TopicTitle.longest * 8), FormField("body", maximumBytes: PostBody.mostBytes * 2),
      FormField("category", maximumBytes: 100), FormField("tags", maximumBytes: 1_000), FormField("version", maximumBytes: 10),
      FormField("preview", maximumBytes: 3),
    ] + DraftForm.fields + PictureForm.all
  static let pictureField: String? = PictureForm.file
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isPreview: Bool { values.has("preview") }
  var body: String { values["body"] }
  var draft: DraftForm { DraftForm(values) }
  var draftText: DraftText {
    var text = DraftText(body: body)
    (text.title, text.category, text.tags, text.postVersion) = (values["title"], values["category"], values["tags"], Int(values["version"]))
    return text
  }

  /// Throws every problem at once.
  func parse(for source: PostSource, categories: [CategoryRow], people: Set<String>) throws -> EditPost {
    var reader = FormReader(values)
    let body = reader.read("body") { (raw) throws(Problem) in try PostBody(raw, people: people) }
    let heading = source.kind == .opening ? self.heading(&reader, categories) : nil
    guard let body, source.kind != .opening || heading != nil else { throw reader.failure }
    return EditPost(post: source.post, body: body, heading: heading, version: Int(values["version"]) ?? 0)
  }

  private func heading(_ reader: inout FormReader, _ categories: [CategoryRow]) -> EditPost.Heading? {
    let title = reader.read("title", TopicTitle.init)
    let tags = reader.read("tags", TagChoice.init)
    let category = reader.read("category") { (raw) throws(Problem) -> CategoryID in
      guard let category = categories.first(where: { $0.slug == raw }) else { throw Problem(.categoryUnknown) }
      return category.id
    }
    guard let title, let tags, let category else { return nil }
    return EditPost.Heading(title: title, category: category, tags: tags)
  }
}
