import Database

/// What of the index is looked at anew after something happened. To look twice does no harm.
enum MatchChange: Hashable {
  /// A post, with the remarks on it; an opening stands for its topic.
  case post(PostID)
  case topic(TopicID)
  /// A member with all they wrote.
  case member(MemberID)
  /// A member's interests.
  case interests(MemberID)
  /// Everything, behind what is there, which is not wrong meanwhile.
  case all
  /// Everything, and until then nothing is suggested: it may not be used any more.
  case allAtOnce

  /// What an event asks for. Reads only where numbers are not in the event itself.
  static func of(_ event: Event, in tx: Transaction) throws -> [MatchChange] {
    switch event.kind {
    case .postWritten, .postEdited, .postDeleted, .postRestored, .postHeld, .postReleased, .postHidden, .postShown, .nameTakenOff,
      .topicOpened:
      return event.post.map { [.post($0)] } ?? []
    case .topicEdited, .topicDeleted, .topicRestored, .topicRetagged, .topicMoved:
      return event.topic.map { [.topic($0)] } ?? []
    case .topicsMerged, .topicSplit:
      return [event.topic, TopicID(event.detail)].compactMap { $0 }.map { .topic($0) }
    case .actTakenBack: return try ofAct(event.detail, in: tx)
    case .memberErased, .memberClaimed, .matchingChosen, .passwordChanged, .memberJoined:
      return event.member.map { [.member($0)] } ?? []
    case .membersJoined:
      guard let kept = event.member else { return [] }
      return try tx.values("SELECT id FROM member WHERE merged_into = \(kept) OR id = \(kept)", as: MemberID.self).map { .member($0) }
    case .profileChanged: return event.member.map { [.interests($0)] } ?? []
    case .categoryChanged: return try ofCategory(event.detail, in: tx)
    case .tagChanged: return [event.detail == TagSheet.becameSensitive ? .allAtOnce : .all]
    case .importFinished: return [.all]
    default: return []
    }
  }

  /// An act names a post, or topics between which posts went.
  private static func ofAct(_ detail: String, in tx: Transaction) throws -> [MatchChange] {
    guard let id = ActID(detail), let act = try DoneAct.find(id, in: tx) else { return [] }
    let others = act.detail.split(separator: " ").compactMap { TopicID($0) }
    return [act.post.map { .post($0) }, act.topic.map { .topic($0) }].compactMap { $0 } + others.map { .topic($0) }
  }

  /// A category that visitors see as before needs nothing.
  private static func ofCategory(_ detail: String, in tx: Transaction) throws -> [MatchChange] {
    guard let category = CategoryID(detail) else { return [] }
    let few = try tx.values("SELECT id FROM topic WHERE category_id = \(category) LIMIT \(few + 1)", as: TopicID.self)
    return few.count > Self.few ? [.allAtOnce] : few.map { .topic($0) }
  }

  /// Topics that are looked at one by one.
  private static let few = 200
}
