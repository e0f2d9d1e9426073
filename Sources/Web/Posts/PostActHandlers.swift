import Community
import Database
import Pages

/// Buttons on a post. Each leads back to the post; what may have been a slip can be taken back from the next page.
enum PostActHandlers {
  static func vote(_ form: WantedForm, _ context: MemberContext) async throws -> Reply {
    try await act(context) { post, tx in try VotePost(post: post, wanted: form.wanted).perform(by: context.actor, in: tx) }
  }

  static func accept(_ context: MemberContext) async throws -> Reply {
    try await act(context, says: "answerAccepted", undo: "unaccept") { post, tx in
      try AcceptAnswer(post: post).perform(by: context.actor, in: tx)
    }
  }

  static func unaccept(_ context: MemberContext) async throws -> Reply {
    try await act(context, says: "answerUnaccepted", undo: "accept-again") { post, tx in
      try UnacceptAnswer(post: post).perform(by: context.actor, in: tx)
    }
  }

  static func acceptAgain(_ context: MemberContext) async throws -> Reply {
    try await act(context, says: "answerAccepted") { post, tx in try AcceptAgain(post: post).perform(by: context.actor, in: tx) }
  }

  static func object(_ form: NoteForm, _ context: MemberContext) async throws -> Reply {
    let note = try form.parse()
    return try await act(context) { post, tx in try ObjectToAcceptance(post: post, note: note).perform(by: context.actor, in: tx) }
  }

  /// For a day it can be undone from the post's history too.
  static func delete(_ context: MemberContext) async throws -> Reply {
    try await act(context, says: "postDeleted", undo: "restore") { post, tx in
      try DeletePost(post: post).perform(by: context.actor, in: tx)
    }
  }

  static func restore(_ context: MemberContext) async throws -> Reply {
    try await act(context, says: "postRestored") { post, tx in try RestorePost(post: post).perform(by: context.actor, in: tx) }
  }

  static func takeNameOff(_ context: MemberContext) async throws -> Reply {
    try await act(context) { post, tx in try TakeNameOff(post: post).perform(by: context.actor, in: tx) }
  }

  private static func act(
    _ context: MemberContext, says code: String? = nil, undo act: String? = nil,
    _ body: @escaping @Sendable (PostID, Transaction) throws -> Void
  ) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    try await context.write { tx in try body(post, tx) }
    guard let code else { return .redirect(Paths.post(post)) }
    let door = context.request.door
    let flash = act.map { Cookie.flash(code, undo: Paths.act($0, on: post), at: door) } ?? .flash(code, at: door)
    return .redirect(Paths.post(post), cookies: [flash])
  }
}
