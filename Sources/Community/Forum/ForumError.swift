package import Database

/// The one vocabulary of refusals. Web alone turns it into a status and a page.
package enum ForumError: Error, Sendable, Equatable {
  /// There is nothing the viewer may see at this address; hidden looks exactly like absent.
  case notFound
  /// Everybody could once read it, and it was deleted.
  case gone
  /// The viewer sees it but may not do this.
  case forbidden(Refusal)
  /// Somebody was faster, or it has changed since.
  case conflict(Conflict)
  /// What was typed cannot be accepted.
  case invalid([FieldProblem])
  /// A limit was reached; it may be tried again at the time given.
  case tooSoon(Limit, until: Timestamp)
  /// The server has too much to do at once.
  case busy

  /// Why an act is refused, each with a sentence in the catalog (`refusal.CODE`).
  package enum Refusal: String, Sendable, CaseIterable {
    case notAllowed, locked, verifyFirst, notYours, hasAnswers, staffMark, signInFirst, undoTooLate, followsFull, bookmarksFull
    case unreachable, blockedByYou, newcomersToStaff, cannotBlock, blocksFull
    case higherRole, ownAct, silenced, suspended, lastAdmin
    case signUpClosed, byInvitation, invitationSpent, networkDenied, heldFirst
  }
  /// What was changed meanwhile, each with a sentence in the catalog (`conflict.CODE`).
  package enum Conflict: String, Sendable, CaseIterable {
    case editedMeanwhile, alreadyDone, newPosts, alreadySetUp, decidedAlready, claimed, termsChanged, importUnderWay
  }
  /// Which limit was reached, each with a sentence in the catalog (`limit.CODE`).
  package enum Limit: String, Sendable, CaseIterable {
    case signIn, signUp, mail, topics, posts, votes, search, unverifiedTopics, unverifiedReplies, names, drafts, completions, spared
    case streams, conversations, messages, reports, pictures, bounces, slow
    case edits, follows, notes, mailTests
  }

  /// The refusal of one field.
  package static func invalid(_ field: String, _ code: Problem.Code, _ number: Int? = nil) -> ForumError {
    .invalid([FieldProblem(field, Problem(code, number))])
  }
}
