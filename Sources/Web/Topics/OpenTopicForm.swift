import Community
import Database
import Pages

/// A question or discussion as it was typed, with who a visitor says they are.
struct OpenTopicForm: Form {
  static let fields =
    [
      FormField("kind", maximumBytes: 20), FormField("category", maximumBytes: 100),
      FormField("title", maximumBytes: TopicTitle.longest * 8),
      FormField("body", maximumBytes: PostBody.mostBytes * 2), FormField("tags", maximumBytes: 1_000), FormField("key", maximumBytes: 64),
      FormField("preview", maximumBytes: 3), FormField("similar", maximumBytes: 3), FormField("solvedBy", maximumBytes: 20),
      FormField("place", maximumBytes: 20), FormField("until", maximumBytes: 20),
      FormField("suggested", maximumBytes: TagName.longest * 4, isRepeated: true),
    ] + DraftForm.fields + PictureForm.all + AccountInPassing.fields + FormTrap.fields
  static let pictureField: String? = PictureForm.file
  let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isPreview: Bool { values.has("preview") }
  /// The step for who has no scripts: the same form with what was asked before.
  var isLook: Bool { values.has("similar") }
  /// A topic that solved it, so that nothing is asked.
  var solvedBy: TopicID? { TopicID(values["solvedBy"]) }
  /// The tags typed and those ticked, as one field has them.
  var tags: String { ([values["tags"]] + values.all("suggested")).filter { !$0.isEmpty }.joined(separator: ", ") }
  var key: String { values["key"] }
  var draft: DraftForm { DraftForm(values) }
  var draftText: DraftText {
    var text = DraftText(body: values["body"])
    (text.title, text.category, text.tags, text.topicKind) = (values["title"], values["category"], tags, values["kind"])
    return text
  }

  /// Throws every problem at once.
  func parse(categories: [CategoryRow], people: Set<String>, for signedIn: SignedIn?, now: Timestamp) throws -> OpenTopic {
    var reader = FormReader(values)
    let title = reader.read("title", TopicTitle.init)
    let body = reader.read("body") { (raw) throws(Problem) in try PostBody(raw, people: people) }
    let category = reader.read("category") { (raw) throws(Problem) -> CategoryID in
      guard let category = categories.first(where: { $0.slug == raw }) else { throw Problem(.categoryUnknown) }
      return category.id
    }
    let kind = reader.read("kind") { (raw) throws(Problem) -> TopicKind in
      guard let kind = TopicKind(rawValue: raw), TopicKind.open(to: signedIn?.viewer ?? .visitor).contains(kind) else {
        throw Problem(.kindUnknown)
      }
      return kind
    }
    let tags = reader.read("tags") { (_) throws(Problem) in try TagChoice(self.tags) }
    var announcing: OpenTopic.Announcing?
    if let signedIn, kind == .notice, !values["place"].isEmpty {
      let place = reader.read("place", AnnounceForm.place)
      let until = reader.read("until") { (raw) throws(Problem) in try AnnounceForm.until(raw, in: signedIn.timeZone) }
      if let place, let until { announcing = OpenTopic.Announcing(place: place, until: until) }
    }
    guard let title, let body, let category, let kind, let tags, reader.isRight else { throw reader.failure }
    return OpenTopic(
      kind: kind, category: category, title: title, body: body, tags: tags, key: try submissionKey(key, body: body),
      announcing: announcing, suspicion: FormTrap.suspicion(values, now: now))
  }
}
