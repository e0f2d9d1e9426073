import Pages

/// Addresses of posts and what can be done with them.
package enum PostRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.postPattern, PostHandlers.permalink)
    table.get(Paths.historyPattern, PostHandlers.history)
    table.get(Paths.picturePattern, PictureHandlers.show)
    table.compose(Paths.repliesPattern, ReplyForm.self, ReplyHandlers.reply)
    table.compose(Paths.remarksPattern, RemarkForm.self, ReplyHandlers.remark)
    table.get(Paths.editPattern, EditHandlers.form)
    table.compose(Paths.editPattern, EditPostForm.self, EditHandlers.save)
    table.post(Paths.votePattern, WantedForm.self, PostActHandlers.vote)
    table.post(Paths.acceptPattern, PostActHandlers.accept)
    table.post(Paths.unacceptPattern, PostActHandlers.unaccept)
    table.post(Paths.acceptAgainPattern, PostActHandlers.acceptAgain)
    table.post(Paths.objectionPattern, NoteForm.self, PostActHandlers.object)
    table.post(Paths.deletePattern, PostActHandlers.delete)
    table.post(Paths.restorePattern, PostActHandlers.restore)
    table.get(Paths.complete, CompletionHandlers.show)
    table.get(Paths.drafts, DraftHandlers.list)
    table.post(Paths.discardDraftPattern, DraftHandlers.discard)
    table.post(Paths.restoreDraftPattern, DraftHandlers.restore)
    table.post(Paths.nameOffPattern, PostActHandlers.takeNameOff)
  }
}
