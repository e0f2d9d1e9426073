import Community
import Database
import Pages

/// Writing into a topic. Whatever stands in the way, the text comes back.
enum ReplyHandlers {
  static func reply(_ form: ReplyForm, _ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    do {
      let reply = try form.parse(for: topic, people: try await context.people(in: form.body))
      if form.isPreview { return try await again(form, on: topic, preview: reply.body, context: context) }
      let post = try await context.write { tx in try reply.perform(by: context.actor, in: tx) }
      return .redirect(Paths.post(post))
    } catch let error as ForumError {
      return try await again(form, on: topic, after: error, context: context)
    }
  }

  static func remark(_ form: RemarkForm, _ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    do {
      let remark = try form.parse(on: post, people: try await context.people(in: form.body))
      let id = try await context.write { tx in try remark.perform(by: context.actor, in: tx) }
      return .redirect(Paths.post(id))
    } catch let error as ForumError {
      guard error != .notFound else { throw error }
      let status = Reply.Status(refusing: error)
      return try await context.page(status: status) { maker, tx in
        guard let place = try PostPlace.find(post, for: maker.viewer, in: tx) else { throw ForumError.notFound }
        return RemarkPage(place: place, body: form.body, key: form.key, problem: maker.sentence(for: error, field: "body"), maker: maker)
      }
    }
  }

  private static func again(
    _ form: ReplyForm, on topic: TopicID, after error: ForumError? = nil, preview: PostBody? = nil, context: MemberContext
  ) async throws -> Reply {
    if let error, error == .notFound || error == .gone { throw error }
    let status = error.map { Reply.Status(refusing: $0) } ?? .ok
    return try await context.page(status: status) { maker, tx in
      guard let head = try TopicHead.find(topic, for: maker.viewer, in: tx) else { throw ForumError.notFound }
      let last = (max(head.lastNumber, 1) - 1) / TopicView.pageSize + 1
      let view = try TopicView.load(topic, order: .oldest, page: last, for: maker.viewer, in: tx)
      let hasNewPosts = error == .conflict(.newPosts)
      let problem = hasNewPosts ? nil : error.map { maker.sentence(for: $0, field: "body") }
      let composer = Composer.again(form, for: view, problem: problem, preview: preview, hasNewPosts: hasNewPosts, viewer: maker.viewer)
      return TopicPage(view, composer: composer, maker: maker)
    }
  }
}
