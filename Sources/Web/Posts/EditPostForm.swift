import Community
import Pages

/// A changed post as it was typed.
struct EditPostForm: Form {
  static let fields = [
    FormField("title", maximumBytes: TopicTitle.longest * 8), FormField("body", maximumBytes: PostBody.mostBytes * 2),
    FormField("category", maximumBytes: 100), FormField("tags", maximumBytes: 1_000), FormField("version", maximumBytes: 10),
    FormField("preview", maximumBytes: 3),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isPreview: Bool { values.has("preview") }

  func state(problems: [FieldProblem] = []) -> FormState {
    FormState(Dictionary(uniqueKeysWithValues: Self.fields.map { ($0.name, values[$0.name]) }), problems: problems)
  }

  /// Every problem at once.
  func parse(for source: PostSource, categories: [CategoryRow]) throws -> EditPost {
    var problems = values.problems
    func parsed<T>(_ field: String, _ parse: () throws(Problem) -> T) -> T? {
      do throws(Problem) { return try parse() } catch {
        if !problems.contains(where: { $0.field == field }) { problems.append(FieldProblem(field, error)) }
        return nil
      }
    }
    let body = parsed("body") { () throws(Problem) in try PostBody(values["body"]) }
    var heading: EditPost.Heading?
    if source.kind == .opening {
      let title = parsed("title") { () throws(Problem) in try TopicTitle(values["title"]) }
      let tags = parsed("tags") { () throws(Problem) in try TagChoice(values["tags"]) }
      let category = parsed("category") { () throws(Problem) -> CategoryID in
        guard let category = categories.first(where: { $0.slug == values["category"] }) else { throw Problem(.categoryUnknown) }
        return category.id
      }
      if let title, let tags, let category { heading = EditPost.Heading(title: title, category: category, tags: tags) }
    }
    guard let body, problems.isEmpty else { throw ForumError.invalid(problems) }
    return EditPost(post: source.post, body: body, heading: heading, version: Int(values["version"]) ?? 0)
  }
}
