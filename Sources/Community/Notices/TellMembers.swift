import Markup
package import Database

/// Tells whom an event concerns: who was answered, replied to, mentioned, remarked on, accepted, or waits for the same solution.
/// Followers are told after that, part by part, by ``TellFollowers``. May run twice without harm.
package struct TellMembers: Sendable {
  package static let kinds: Set<Event.Kind> = [
    .topicOpened, .postWritten, .postReleased, .postEdited, .answerAccepted, .solvedWithoutAnswer, .messageWritten, .decided,
    .reportSettled,
  ]
  /// Of more mentions in one post the rest tell nobody.
  package static let mostMentions = 20
  /// Of more people who said "me too" the latest are not told.
  static let mostWaiting = 1000
  private let event: RecordedEvent
  package init(of event: RecordedEvent) { self.event = event }

  /// Answers the notices it wrote.
  package func perform(in tx: Transaction) throws -> [ToldNotice] {
    switch event.event.kind {
    case .topicOpened, .postWritten, .postReleased:
      // What is held back is told of when it is let through.
      guard let post = try post(in: tx), try !Review.holds(post.id, in: tx) else { return [] }
      let told = try tellOfWriting(post, in: tx)
      try TellFollowers.begin(event, post, in: tx)
      return told
    case .postEdited:
      guard let post = try post(in: tx) else { return [] }
      return try tellMentioned(post, in: tx)
    case .answerAccepted:
      guard let post = try post(in: tx) else { return [] }
      return try tell(post, [post.author], .accepted, in: tx) + tellOfSolution(post, in: tx)
    case .solvedWithoutAnswer:
      guard let topic = event.event.topic,
        let opening: PostID = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1"),
        let post = try ToldPost.find(opening, in: tx)
      else { return [] }
      return try tellOfSolution(post, in: tx)
    case .messageWritten:
      guard let part = try PartID(event.event.detail).flatMap({ try ToldPart.find($0, in: tx) }) else { return [] }
      return try part.tell(at: event.at, in: tx)
    case .decided:
      guard let member = event.event.member, let act = ActID(event.event.detail) else { return [] }
      return try ToldDecision(act: act, member: member).tell(at: event.at, in: tx)
    case .reportSettled:
      guard let review = ReviewID(event.event.detail) else { return [] }
      return try ToldReport(review: review).tell(but: event.event.actor, at: event.at, in: tx)
    default: return []
    }
  }

  private func post(in tx: Transaction) throws -> ToldPost? { try event.event.post.flatMap { try ToldPost.find($0, in: tx) } }

  private func tell(_ post: ToldPost, _ members: [MemberID], _ kind: NoticeKind, in tx: Transaction) throws -> [ToldNotice] {
    members.isEmpty ? [] : try post.tell(members, kind, but: event.event.actor, at: event.at, in: tx)
  }

  /// The strongest reason comes first, since only the first is kept.
  private func tellOfWriting(_ post: ToldPost, in tx: Transaction) throws -> [ToldNotice] {
    let addressed: [ToldNotice] =
      switch post.kind {
      case .answer: try tell(post, [post.asker], .answered, in: tx)
      case .reply: try tell(post, [post.parentAuthor, post.asker].compactMap { $0 }, .replied, in: tx)
      case .opening, .remark: []
      }
    let mentioned = try tellMentioned(post, in: tx)
    let remarked = post.kind == .remark ? try tell(post, [post.parentAuthor].compactMap { $0 }, .remarked, in: tx) : []
    return try addressed + mentioned + remarked + tellCompany(post, in: tx)
  }

  /// Who follows its category too is not told a second time.
  private func tellCompany(_ post: ToldPost, in tx: Transaction) throws -> [ToldNotice] {
    guard post.kind == .opening, post.topicKind == .question, post.isStanding, !post.isNameless else { return [] }
    let readers = try QuestionMail.readers(of: post.category, in: tx)
    return readers.isEmpty ? [] : try post.tell(readers, .opened, mail: .question, but: event.event.actor, at: event.at, in: tx)
  }

  private func tellMentioned(_ post: ToldPost, in tx: Transaction) throws -> [ToldNotice] {
    let handles = mentions(inHTML: post.html).prefix(Self.mostMentions)
    guard !handles.isEmpty else { return [] }
    let members = try tx.values(
      """
      SELECT id FROM member WHERE handle \(anyOf: handles) UNION SELECT member_id FROM former_handle WHERE handle \(anyOf: handles)
      """, as: MemberID.self)
    return try tell(post, members.filter { $0 != post.author }, .mentioned, in: tx)
  }

  /// Whoever answered it knows already, by the answer that was accepted.
  private func tellOfSolution(_ post: ToldPost, in tx: Transaction) throws -> [ToldNotice] {
    let waiting = try tx.values(
      "SELECT member_id FROM me_too WHERE topic_id = \(post.topic) ORDER BY at, member_id LIMIT \(Self.mostWaiting)", as: MemberID.self)
    let members = ([post.asker] + waiting).filter { post.kind == .opening || $0 != post.author }
    return try tell(post, members, .solved, in: tx)
  }
}
