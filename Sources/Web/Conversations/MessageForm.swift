import Community
import Pages

/// A message as it was typed.
struct MessageForm: Form {
  static let fields =
    [
      FormField("body", maximumBytes: PostBody.mostBytes * 2), FormField("key", maximumBytes: 64), FormField("preview", maximumBytes: 3),
    ] + DraftForm.fields
  let body: String
  let key: String
  let isPreview: Bool
  let draft: DraftForm

  init(_ values: FormValues) {
    body = values["body"]
    key = values["key"]
    isPreview = values.has("preview")
    draft = DraftForm(values)
  }

  func parse(people: Set<String>) throws -> (body: PostBody, key: SubmissionKey) {
    let body = try parsedBody(body, people: people, showsPictures: false)
    return (body, try submissionKey(key, body: body))
  }
}

/// A private question as it was typed.
struct AskPrivatelyForm: Form {
  static let fields = [FormField("title", maximumBytes: TopicTitle.longest * 8)] + MessageForm.fields
  private let values: FormValues
  let message: MessageForm
  init(_ values: FormValues) {
    self.values = values
    message = MessageForm(values)
  }

  var draftText: DraftText {
    var text = DraftText(body: message.body)
    text.title = values["title"]
    return text
  }

  /// Throws every problem at once.
  func parse(people: Set<String>) throws -> AskPrivately {
    var reader = FormReader(values)
    let title = reader.read("title", TopicTitle.init)
    let body = reader.read("body") { (raw) throws(Problem) in try PostBody(raw, people: people, showsPictures: false) }
    guard let title, let body else { throw reader.failure }
    return AskPrivately(title: title, body: body, key: try submissionKey(message.key, body: body))
  }
}

/// A private question as it is to stand in public.
struct MakePublicForm: Form {
  static let fields =
    [
      FormField("title", maximumBytes: TopicTitle.longest * 8), FormField("category", maximumBytes: 100),
      FormField("tags", maximumBytes: 1_000),
    ] + MessageForm.fields
  private let values: FormValues
  let message: MessageForm
  init(_ values: FormValues) {
    self.values = values
    message = MessageForm(values)
  }

  var title: String { values["title"] }
  var draftText: DraftText {
    var text = DraftText(body: message.body)
    (text.title, text.category, text.tags) = (title, values["category"], values["tags"])
    return text
  }

  /// Throws every problem at once.
  func parse(categories: [CategoryRow], people: Set<String>) throws -> OpenTopic {
    var reader = FormReader(values)
    let title = reader.read("title", TopicTitle.init)
    let body = reader.read("body") { (raw) throws(Problem) in try PostBody(raw, people: people) }
    let category = reader.read("category") { (raw) throws(Problem) -> CategoryID in
      guard let category = categories.first(where: { $0.slug == raw }) else { throw Problem(.categoryUnknown) }
      return category.id
    }
    let tags = reader.read("tags", TagChoice.init)
    guard let title, let body, let category, let tags else { throw reader.failure }
    return OpenTopic(
      kind: .question, category: category, title: title, body: body, tags: tags, key: try submissionKey(message.key, body: body))
  }
}
