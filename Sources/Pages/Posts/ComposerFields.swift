package import Community
package import Templates

/// The form at the end of a topic: what was typed comes back with every problem beside it.
package struct ComposerFields: Fields {
  let path: String
  let isQuestion: Bool
  let input: InputField
  let key: String
  let seen: Int
  let replyToID: String?
  let replyToName: String?
  let preview: PreviewPage?
  let draft: DraftFields
  let picture: PictureFields
  /// Somebody wrote while this was typed; the new posts stand above.
  let hasNewPosts: Bool
  /// The question is solved already: the composer says so, and lets on.
  let isSolved: Bool

  /// What was typed with what is wrong with it, or the draft it begins with.
  package struct Typed: Sendable {
    let body: String
    let problem: String?
    let preview: PostBody?
    package let hasNewPosts: Bool
    let draft: DraftFields
    package init(_ body: String, problem: String? = nil, preview: PostBody? = nil, hasNewPosts: Bool = false, draft: DraftFields) {
      self.body = body
      self.problem = problem
      self.preview = preview
      self.hasNewPosts = hasNewPosts
      self.draft = draft
    }
  }

  /// `parent` is the post a reply answers, in a discussion.
  package init(_ typed: Typed, in topic: TopicHead, key: String, seen: Int, parent: PostView?, maker: PageMaker) {
    path = Paths.replies(topic.id)
    isQuestion = topic.isQuestion
    input = InputField("body", value: typed.body, problem: typed.problem, label: "reply", maker: maker)
    self.key = key
    self.seen = seen
    replyToID = parent.map { String($0.id.rawValue) }
    replyToName = parent?.author?.name
    preview = typed.preview.map { PreviewPage($0) }
    draft = typed.draft
    picture = PictureFields("reply", maker: maker)
    hasNewPosts = typed.hasNewPosts
    isSolved = topic.isSolved
  }

  private init() {
    picture = .sample
    (path, isQuestion, input, key, seen) = ("/t/1/replies", true, .sample, "k", 3)
    (replyToID, replyToName, preview, draft, hasNewPosts, isSolved) = ("2", "Kai", .sample, .sample, true, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "isQuestion": .flag(isQuestion)
    case "isDiscussion": .flag(!isQuestion)
    case "input": .one(input)
    case "key": .text(key)
    case "seen": .number(seen)
    case "replyToID": replyToID.map(Field.text) ?? .nothing
    case "replyToName": replyToName.map(Field.text) ?? .nothing
    case "preview": preview.map(Field.one) ?? .nothing
    case "draft": .one(draft)
    case "picture": .one(picture)
    case "hasNewPosts": .flag(hasNewPosts)
    case "isSolved": .flag(isSolved)
    default: nil
    }
  }

  static let sample = ComposerFields()
}
