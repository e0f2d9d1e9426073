import Community
import Templates

/// A topic in the list of those that go with another.
struct RelatedFields: Fields {
  let title: String
  let path: String
  let isSolved: Bool
  let isQuestion: Bool
  let replies: Int

  init(_ topic: SimilarTopic, maker: PageMaker) {
    title = topic.title
    path = Paths.topic(topic.id, topic.slug)
    isSolved = topic.isSolved && topic.isQuestion
    isQuestion = topic.isQuestion
    replies = topic.replyCount
  }

  private init() { (title, path, isSolved, isQuestion, replies) = ("Labels come out blank", "/t/2/blank", true, true, 3) }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "isSolved": .flag(isSolved)
    case "isQuestion": .flag(isQuestion)
    case "replies": .number(replies)
    default: nil
    }
  }

  static let sample = RelatedFields()
}
