package import Community
package import Templates

/// The form in which something is written to somebody: what was typed comes back with every problem beside it.
package struct MessageFields: Fields {
  let path: String
  let problems: ProblemSummary?
  /// For a private question.
  let title: InputField?
  let body: InputField
  let key: String
  let preview: PreviewPage?
  let draft: DraftFields
  let send: String

  /// `form` carries what was typed, with the key; `send` names the button's word.
  package init(
    _ form: FormState, to path: String, hasTitle: Bool = false, send: String, preview: PostBody? = nil, draft: DraftFields, maker: PageMaker
  ) {
    self.path = path
    problems = ProblemSummary(form, maker: maker)
    title = hasTitle ? InputField("title", in: form, maker: maker, hint: "ask.title.hint") : nil
    body = InputField("body", in: form, maker: maker, label: hasTitle ? "body" : "message")
    key = form["key"]
    self.preview = preview.map { PreviewPage($0, title: hasTitle ? form["title"] : "") }
    self.draft = draft
    self.send = maker.words.text(send)
  }

  private init() {
    (path, problems, title, body, key) = ("/messages/1/parts", .sample, .sample, .sample, "k")
    (preview, draft, send) = (.sample, .sample, "Send")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "problems": problems.map(Field.one) ?? .nothing
    case "title": title.map(Field.one) ?? .nothing
    case "body": .one(body)
    case "key": .text(key)
    case "preview": preview.map(Field.one) ?? .nothing
    case "draft": .one(draft)
    case "send": .text(send)
    default: nil
    }
  }

  static let sample = MessageFields()
}
