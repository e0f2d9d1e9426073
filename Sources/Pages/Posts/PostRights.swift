import Community

/// What the viewer may do with a post, for the buttons on it; the use cases decide again.
struct PostRights {
  let mayEdit: Bool
  let mayDelete: Bool

  init(_ post: PostView, in category: CategoryID, viewer: Viewer) {
    mayEdit = post.removal == nil && !viewer.isSilenced && (post.isOwn || viewer.may(.editAny, in: category))
    mayDelete = post.removal == nil && (post.isOwn || viewer.may(.deleteAny, in: category))
  }
}
