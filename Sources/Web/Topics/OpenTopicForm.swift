import Community
import Pages

/// A question or discussion as it was typed, with who a visitor says they are.
struct OpenTopicForm: Form {
  static let fields = [
    FormField("kind", maximumBytes: 20), FormField("category", maximumBytes: 100), FormField("title", maximumBytes: TopicTitle.longest * 8),
    FormField("body", maximumBytes: PostBody.mostBytes * 2), FormField("tags", maximumBytes: 1_000), FormField("key", maximumBytes: 64),
    FormField("preview", maximumBytes: 3), FormField("account", maximumBytes: 10), FormField("name", maximumBytes: 300),
    FormField("email", maximumBytes: 300), FormField("password", maximumBytes: 600, isSecret: true),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isPreview: Bool { values.has("preview") }
  var isNew: Bool { values["account"] != "existing" }
  var name: String { values["name"] }
  var email: String { values["email"] }
  var password: String { values["password"] }
  var key: String { values["key"] }

  /// What was typed, with these problems, to be shown again.
  func state(problems: [FieldProblem]) -> FormState {
    var shown: [String: String] = [:]
    for field in Self.fields where !field.isSecret { shown[field.name] = values[field.name] }
    return FormState(shown, problems: problems)
  }

  /// Every problem at once.
  func parse(categories: [CategoryRow]) throws -> OpenTopic {
    var problems = values.problems
    func parsed<T>(_ field: String, _ parse: () throws(Problem) -> T) -> T? {
      do throws(Problem) { return try parse() } catch {
        if !problems.contains(where: { $0.field == field }) { problems.append(FieldProblem(field, error)) }
        return nil
      }
    }
    let title = parsed("title") { () throws(Problem) in try TopicTitle(values["title"]) }
    let body = parsed("body") { () throws(Problem) in try PostBody(values["body"]) }
    let category = parsed("category") { () throws(Problem) -> CategoryID in
      guard let category = categories.first(where: { $0.slug == values["category"] && $0.mayOpen }) else { throw Problem(.categoryUnknown) }
      return category.id
    }
    let kind = parsed("kind") { () throws(Problem) -> TopicKind in
      guard let kind = TopicKind(rawValue: values["kind"]), TopicKind.open.contains(kind) else { throw Problem(.kindUnknown) }
      return kind
    }
    let tags = parsed("tags") { () throws(Problem) in try TagChoice(values["tags"]) }
    guard let title, let body, let category, let kind, let tags, problems.isEmpty else { throw ForumError.invalid(problems) }
    return OpenTopic(
      kind: kind, category: category, title: title, body: body, tags: tags, key: try submissionKey(values["key"], body: body))
  }
}
