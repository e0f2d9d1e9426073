package import Community
package import Templates

/// Where a question or discussion is written; a visitor says at its end who they are.
package struct AskPage: Page {
  package static let template = "topics/ask"
  package let site: SiteFrame
  let problems: ProblemSummary?
  /// A refusal that concerns no field.
  let notice: String?
  let kinds: [ChoiceFields]
  let title: InputField
  let body: InputField
  let categories: [ChoiceFields]
  let categoryProblem: String?
  let tags: InputField
  let key: String
  let preview: SafeHTML?
  let account: AccountFields?

  /// Who a visitor says they are.
  struct AccountFields: Fields {
    let choices: [ChoiceFields]
    let name: InputField
    let email: InputField
    let password: InputField
    func field(_ field: String) -> Field? {
      switch field {
      case "choices": .many(choices)
      case "name": .one(name)
      case "email": .one(email)
      case "password": .one(password)
      default: nil
      }
    }
  }

  /// `form` carries what was typed; `categories` are those the viewer may open topics in.
  package init(_ form: FormState, categories: [CategoryRow], key: String, notice: String? = nil, preview: PostBody? = nil, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("ask.title"), description: words.text("ask.intro"), canonical: Paths.ask)
    problems = ProblemSummary(form, maker: maker)
    self.notice = notice
    let kind = form["kind"].isEmpty ? TopicKind.question.rawValue : form["kind"]
    kinds = TopicKind.open.map { ChoiceFields(value: $0.rawValue, label: words.text("kind.\($0.rawValue)"), isChosen: $0.rawValue == kind) }
    title = InputField("title", in: form, maker: maker, hint: "ask.title.hint")
    body = InputField("question", in: FormState(["question": form["body"]], problems: form.problems.map {
      $0.field == "body" ? FieldProblem("question", $0.problem) : $0
    }), maker: maker)
    self.categories = categories.map { ChoiceFields(value: $0.slug, label: $0.name, isChosen: $0.slug == form["category"]) }
    categoryProblem = form.sentence("category", maker: maker)
    tags = InputField("tags", in: form, maker: maker, hint: "ask.tags.hint", isRequired: false)
    self.key = key
    self.preview = preview.map { SafeHTML(trusted: $0.html) }
    account =
      maker.viewer.memberID != nil
      ? nil
      : AccountFields(
        choices: ["new", "existing"].map {
          ChoiceFields(value: $0, label: words.text("ask.account.\($0)"), isChosen: $0 == (form["account"].isEmpty ? "new" : form["account"]))
        },
        name: InputField("name", in: form, maker: maker, autocomplete: "name", hint: "ask.name.hint", isRequired: false),
        email: InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: "ask.email.hint"),
        password: InputField("password", in: form, maker: maker, type: "password", autocomplete: "current-password", hint: "ask.password.hint"))
  }

  private init() {
    (site, problems, notice, kinds, title, body) = (.sample, ProblemSummary.sample, "Later, please.", [.sample], .sample, .sample)
    (categories, categoryProblem, tags, key, preview) = ([.sample], "Choose one.", .sample, "k", SafeHTML(escaping: "Text"))
    account = AccountFields(choices: [.sample], name: .sample, email: .sample, password: .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "notice": notice.map(Field.text) ?? .nothing
    case "kinds": .many(kinds)
    case "title": .one(title)
    case "body": .one(body)
    case "categories": .many(categories)
    case "categoryProblem": categoryProblem.map(Field.text) ?? .nothing
    case "hasCategories": .flag(!categories.isEmpty)
    case "tags": .one(tags)
    case "key": .text(key)
    case "preview": preview.map(Field.html) ?? .nothing
    case "account": account.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = AskPage()
}
