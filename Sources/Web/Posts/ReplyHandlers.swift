import Community
import Database
import Pages

/// Writing into a topic. Whatever stands in the way, the text comes back.
enum ReplyHandlers {
  static func reply(_ form: ReplyForm, _ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    let place = DraftPlace.reply(topic)
    if context.comesBackForPicture {
      return try await again(form, on: topic, status: context.pictureStatus, context: context) { maker, tx in
        ComposerFields.Typed(form.body, draft: try form.draft.fields(at: place, maker: maker, in: tx))
      }
    }
    if form.draft.isSave {
      return try await context.keep(form.draftText, at: place, form.draft) { state in
        try await again(form, on: topic, context: context) { maker, _ in ComposerFields.Typed(form.body, draft: state(maker)) }
      }
    }
    do {
      let reply = try form.parse(for: topic, people: try await context.people(in: form.body))
      if form.isPreview {
        return try await context.preview(reply.body) {
          try await again(form, on: topic, context: context) { maker, tx in
            ComposerFields.Typed(form.body, preview: reply.body, draft: try form.draft.fields(at: place, maker: maker, in: tx))
          }
        }
      }
      let post = try await context.write { tx in
        let post = try reply.perform(by: context.actor, in: tx)
        try SendDraft(place, stamp: form.draft.stamp).perform(by: context.actor, in: tx)
        return post
      }
      return .redirect(Paths.post(post))
    } catch let error as ForumError {
      if error == .notFound || error == .gone { throw error }
      let hasNewPosts = error == .conflict(.newPosts)
      return try await again(form, on: topic, status: Reply.Status(refusing: error), context: context) { maker, tx in
        ComposerFields.Typed(
          form.body, problem: hasNewPosts ? nil : maker.sentence(for: error, field: "body"), hasNewPosts: hasNewPosts,
          draft: try form.draft.fields(at: place, maker: maker, in: tx))
      }
    }
  }

  static func remark(_ form: RemarkForm, _ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    let place = DraftPlace.remark(post)
    let draft = { @Sendable (maker: PageMaker, tx: Transaction) in try form.draft.fields(at: place, maker: maker, in: tx) }
    if context.comesBackForPicture {
      return try await again(form, on: post, status: context.pictureStatus, context: context, draft: draft)
    }
    if form.draft.isSave {
      return try await context.keep(DraftText(body: form.body), at: place, form.draft) { state in
        try await again(form, on: post, context: context) { maker, _ in state(maker) }
      }
    }
    do {
      let remark = try form.parse(on: post, people: try await context.people(in: form.body))
      if form.isPreview {
        return try await context.preview(remark.body) {
          try await again(form, on: post, preview: remark.body, context: context, draft: draft)
        }
      }
      let id = try await context.write { tx in
        let id = try remark.perform(by: context.actor, in: tx)
        try SendDraft(place, stamp: form.draft.stamp).perform(by: context.actor, in: tx)
        return id
      }
      return .redirect(Paths.post(id))
    } catch let error as ForumError {
      guard error != .notFound else { throw error }
      return try await again(form, on: post, after: error, context: context, draft: draft)
    }
  }

  private static func again(
    _ form: RemarkForm, on post: PostID, status: Reply.Status = .ok, after error: ForumError? = nil, preview: PostBody? = nil,
    context: MemberContext,
    draft: @escaping @Sendable (PageMaker, Transaction) throws -> DraftFields
  ) async throws -> Reply {
    try await context.page(status: error.map { Reply.Status(refusing: $0) } ?? status) { maker, tx in
      guard let place = try PostPlace.find(post, for: maker.viewer, in: tx) else { throw ForumError.notFound }
      return RemarkPage(
        place: place, body: form.body, key: form.key, problem: error.map { maker.sentence(for: $0, field: "body") }, preview: preview,
        draft: try draft(maker, tx), maker: maker)
    }
  }

  private static func again(
    _ form: ReplyForm, on topic: TopicID, status: Reply.Status = .ok, context: MemberContext,
    _ typed: @escaping @Sendable (PageMaker, Transaction) throws -> ComposerFields.Typed
  ) async throws -> Reply {
    try await context.page(status: status) { maker, tx in
      guard let head = try TopicHead.find(topic, for: maker.viewer, in: tx) else { throw ForumError.notFound }
      let last = (max(head.lastNumber, 1) - 1) / TopicView.pageSize + 1
      let view = try TopicView.load(topic, order: .oldest, page: last, for: maker.viewer, in: tx)
      let drafts = try Draft.find(in: view, of: maker.viewer, in: tx)
      return TopicPage(view, composer: Composer.again(form, try typed(maker, tx), for: view, maker: maker), drafts: drafts, maker: maker)
    }
  }
}
