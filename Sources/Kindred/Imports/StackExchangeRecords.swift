import Community
import Database
import Dumps
import Markup

/// How the records of a dump become ours.
struct StackExchangeRecords: Sendable {
  let category: CategoryID
  let facts: StackExchangeFacts
  let linkBase: String?

  func topic(_ post: SEPost, author: String, editor: String?) throws -> ImportedTopic {
    var topic = ImportedTopic(
      external: String(post.id), kind: .question, category: category, title: try TopicTitle(imported: post.title ?? ""),
      tags: post.tags.compactMap { try? TagName($0) }, views: post.viewCount ?? 0, text: try text(post, author, editor))
    topic.lockedAt = post.takesNoAnswersSince.map { Timestamp(milliseconds: $0) }
    return topic
  }

  func answer(_ post: SEPost, author: String, editor: String?) throws -> ImportedPost {
    let acceptance =
      facts.accepted.contains(post.id)
      ? ImportedPost.Acceptance(
        by: nil, role: .imported, at: Timestamp(milliseconds: max(facts.votes[post.id]?.acceptedAt ?? post.createdAt, post.createdAt)))
      : nil
    return ImportedPost(
      external: String(post.id), place: .answer(topic: String(post.parentID ?? 0)), text: try text(post, author, editor),
      acceptance: acceptance)
  }

  func remark(_ comment: SEComment, author: String) throws -> ImportedPost {
    let body = try PostBody(imported: HTMLToMarkdown.markdown(fromComment: comment.text, linkBase: linkBase))
    var text = ImportedText(author: author, at: Timestamp(milliseconds: comment.createdAt), body: body)
    text.upVotes = max(0, comment.score)
    return ImportedPost(external: String(comment.id), place: .remark(on: String(comment.postID)), text: text)
  }

  func tag(_ tag: SETag) throws -> ImportedTag {
    let html = tag.excerptPostID.flatMap { facts.excerpts[$0] } ?? ""
    let body = try? PostBody(HTMLToMarkdown.markdown(fromHTML: html, linkBase: linkBase))
    return ImportedTag(name: try TagName(tag.name), description: body?.rendered.text ?? "")
  }

  private func text(_ post: SEPost, _ author: String, _ editor: String?) throws -> ImportedText {
    let body = try PostBody(imported: HTMLToMarkdown.markdown(fromHTML: post.bodyHTML, linkBase: linkBase))
    var text = ImportedText(author: author, at: Timestamp(milliseconds: post.createdAt), body: body)
    text.upVotes = facts.votes[post.id]?.up ?? 0
    text.downVotes = facts.votes[post.id]?.down ?? 0
    text.lastEdit = post.lastEditDate.map { (Timestamp(milliseconds: $0), editor) }
    return text
  }
}
