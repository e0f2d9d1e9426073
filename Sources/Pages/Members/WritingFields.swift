import Community
import Templates

/// A topic or an answer in the list on a member's page.
struct WritingFields: Fields {
  let title: String
  let path: String
  let time: TimeText
  let isSolved: Bool
  let isAccepted: Bool
  let replies: String?
  let category: LinkFields
  /// How an answer begins.
  let beginning: String?

  init(_ answer: ProfileAnswer, maker: PageMaker) {
    (title, path, time) = (answer.topicTitle, Paths.post(answer.post), maker.time(answer.createdAt))
    (isSolved, isAccepted, replies) = (false, answer.isAccepted, nil)
    category = LinkFields(name: answer.categoryName, path: Paths.category(answer.categorySlug))
    beginning = TopicPage.summary(answer.html)
  }

  init(_ topic: ProfileTopic, maker: PageMaker) {
    (title, path, time) = (topic.title, Paths.topic(topic.id, topic.slug), maker.time(topic.createdAt))
    (isSolved, isAccepted, beginning) = (topic.isSolved, false, nil)
    category = LinkFields(name: topic.categoryName, path: Paths.category(topic.categorySlug))
    replies = maker.words.text("profile.replies", ["count": .number(topic.replyCount)])
  }

  private init() {
    (title, path, time, isSolved, isAccepted, replies) = ("Labels", "/p/2", .sample, true, true, "2 replies")
    (category, beginning) = (.sample, "Open the editor of labels.")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "time": .one(time)
    case "isSolved": .flag(isSolved)
    case "isAccepted": .flag(isAccepted)
    case "replies": replies.map(Field.text) ?? .nothing
    case "category": .one(category)
    case "beginning": beginning.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = WritingFields()
}
