import Community
import Templates

/// What stands on a topic's page below its opening post: a post, or a line of the topic's history between two.
struct TopicItem: Fields {
  /// A `PostFields` or nothing, wrapped once.
  let post: Field
  /// A `HistoryFields` or nothing.
  let line: Field

  /// Posts in the order of the page, each line where it was in time.
  static func inOrder(
    _ view: TopicView, post: (PostView) -> PostFields, line: (HistoryLine) -> HistoryFields
  ) -> [TopicItem] {
    let isNewestFirst = view.order == .newest
    var lines = (isNewestFirst ? view.history.reversed() : view.history)[...]
    var items: [TopicItem] = []
    for next in view.posts {
      let number = next.number ?? 0
      while let first = lines.first, isNewestFirst ? first.afterNumber >= number : first.afterNumber < number {
        items.append(TopicItem(post: .nothing, line: .one(line(first))))
        lines = lines.dropFirst()
      }
      items.append(TopicItem(post: .one(post(next)), line: .nothing))
    }
    return items + lines.map { TopicItem(post: .nothing, line: .one(line($0))) }
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "post": post
    case "line": line
    default: nil
    }
  }

  static let sample = TopicItem(post: .one(PostFields.sample), line: .one(HistoryFields.sample))
}
