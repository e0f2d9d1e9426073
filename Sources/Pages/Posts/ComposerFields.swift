package import Community
package import Templates

/// The form at the end of a topic: what was typed comes back with every problem beside it.
package struct ComposerFields: Fields {
  package let path: String
  package let isQuestion: Bool
  package let body: String
  package let problem: String?
  package let key: String
  package let seen: Int
  package let replyToID: String?
  package let replyToName: String?
  package let preview: SafeHTML?
  /// Somebody wrote while this was typed; the new posts stand above.
  package let hasNewPosts: Bool
  /// The question is solved already: the composer says so, and lets on.
  package let isSolved: Bool

  package init(
    path: String, isQuestion: Bool, body: String = "", problem: String? = nil, key: String, seen: Int, replyToID: String? = nil,
    replyToName: String? = nil, preview: PostBody? = nil, hasNewPosts: Bool = false, isSolved: Bool = false
  ) {
    self.path = path
    self.isQuestion = isQuestion
    self.body = body
    self.problem = problem
    self.key = key
    self.seen = seen
    self.replyToID = replyToID
    self.replyToName = replyToName
    self.preview = preview.map { SafeHTML(trusted: $0.html) }
    self.hasNewPosts = hasNewPosts
    self.isSolved = isSolved
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "isQuestion": .flag(isQuestion)
    case "isDiscussion": .flag(!isQuestion)
    case "body": .text(body)
    case "problem": problem.map(Field.text) ?? .nothing
    case "key": .text(key)
    case "seen": .number(seen)
    case "replyToID": replyToID.map(Field.text) ?? .nothing
    case "replyToName": replyToName.map(Field.text) ?? .nothing
    case "preview": preview.map(Field.html) ?? .nothing
    case "hasNewPosts": .flag(hasNewPosts)
    case "isSolved": .flag(isSolved)
    default: nil
    }
  }

  static let sample = ComposerFields(
    path: "/t/1/replies", isQuestion: true, body: "Try this", problem: "Write a little more.", key: "k", seen: 3, replyToID: "2",
    replyToName: "Kai", preview: try? PostBody("Try this"), hasNewPosts: true, isSolved: true)
}
