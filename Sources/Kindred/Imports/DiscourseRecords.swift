import Community
import Database
import Dumps
import Markup

/// How the topics of a Discourse forum become ours.
struct DiscourseRecords: Sendable {
  let categories: [Int?: CategoryID]
  /// Categories whose topics are questions, whether one was answered or not.
  let questions: Set<Int?>
  let linkBase: String?

  static func member(_ id: Int?, _ person: DiscourseFacts.Person) -> ImportedMember {
    ImportedMember(
      external: member(id), name: DisplayName(imported: person.name, otherwise: id.map { "user\($0)" } ?? "Former member"),
      joinedAt: Timestamp(milliseconds: person.since))
  }

  static func member(_ id: Int?) -> String { id.map(String.init) ?? "nobody" }

  /// The topic, its posts and its history, in their order.
  func items(_ thread: DiscourseThread, place: String) -> [ImportItem] {
    let isQuestion = thread.hasAcceptedAnswer || questions.contains(thread.topic.categoryID)
    let opening = ImportItem(
      kind: .topic, external: thread.external, place: place, createdAt: thread.opening.createdAt, editedAt: thread.opening.editedAt
    ) {
      [.topic(try topic(thread, isQuestion))]
    }
    let numbers = Set(thread.posts.map(\.number))
    let replies = thread.replies.map { post in
      ImportItem(
        kind: .post, external: thread.external(post), place: "\(place), post \(post.number)", createdAt: post.createdAt,
        editedAt: post.editedAt
      ) {
        let parent = post.replyToNumber.flatMap { numbers.contains($0) && $0 < post.number ? $0 : nil }
        return [.post(try self.post(post, thread, isQuestion, parent: parent))]
      }
    }
    let lines = thread.lines.map { line in
      ImportItem(
        kind: .line, external: thread.external(line.post), place: "\(place), post \(line.post.number)", createdAt: line.post.createdAt
      ) {
        [.line(try self.line(line, thread))]
      }
    }
    return [opening] + replies + lines
  }

  private func topic(_ thread: DiscourseThread, _ isQuestion: Bool) throws -> ImportedTopic {
    let old = thread.topic
    guard let category = categories[old.categoryID] else { throw ForumError.notFound }
    var topic = ImportedTopic(
      external: thread.external, kind: isQuestion ? .question : .discussion, category: category, title: try TopicTitle(imported: old.title),
      tags: old.tags.compactMap { try? TagName($0) }, views: old.views, text: try text(thread.opening))
    topic.opening = thread.external(thread.opening)
    topic.isHidden = !old.isListed
    topic.lockedAt = thread.closedAt.map { Timestamp(milliseconds: $0) }
    return topic
  }

  private func post(_ post: DiscoursePost, _ thread: DiscourseThread, _ isQuestion: Bool, parent: Int?) throws -> ImportedPost {
    let to = parent.map { DiscourseThread.external(thread.topic.id, $0) }
    let acceptance =
      isQuestion && post.isAccepted
      ? ImportedPost.Acceptance(by: nil, role: .imported, at: Timestamp(milliseconds: post.createdAt)) : nil
    return ImportedPost(
      external: thread.external(post),
      place: isQuestion ? .answer(topic: thread.external, to: to) : .reply(topic: thread.external, to: to),
      text: try text(post), acceptance: acceptance)
  }

  private func line(_ line: DiscourseThread.Line, _ thread: DiscourseThread) throws -> ImportedLine {
    let note = HTMLToMarkdown.markdown(from: DiscourseHTML.nodes(of: line.post, linkBase: linkBase), linkBase: linkBase)
    return ImportedLine(
      external: thread.external(line.post), after: DiscourseThread.external(thread.topic.id, line.after), kind: line.kind,
      by: Self.member(line.post.userID), at: Timestamp(milliseconds: line.post.createdAt),
      note: note.allSatisfy(\.isWhitespace) ? nil : try PostBody(imported: note))
  }

  private func text(_ post: DiscoursePost) throws -> ImportedText {
    let nodes = DiscourseHTML.nodes(of: post, linkBase: linkBase)
    var text = ImportedText(
      author: Self.member(post.userID), at: Timestamp(milliseconds: post.createdAt),
      body: try PostBody(imported: HTMLToMarkdown.markdown(from: nodes, linkBase: linkBase)))
    text.upVotes = post.likes
    text.isHidden = post.isHidden
    text.lastEdit = post.editedAt.map { (Timestamp(milliseconds: $0), nil) }
    return text
  }
}
