package import Community
package import Database
import Synchronization

/// What a member may know or like, remembered for some minutes as ``RelatedTopics`` are; what is shown of it is asked anew each time.
package final class SuggestedTopics: Sendable {
  private struct Kept {
    let found: HomeSuggestions.Found
    let until: Timestamp
  }
  private static let most = 20_000
  private static let keep = Span.minutes(5)
  private let kept = Mutex<[MemberID: Kept]>([:])
  package init() {}

  /// Nothing for a visitor, and while matching is being made ready.
  package func topics(for viewer: Viewer, _ index: MatchIndex, in tx: Transaction) throws -> HomeSuggestions {
    guard let actor = Actor(viewer) else { return .none }
    if let known = kept.withLock({ $0[actor.id] }), known.until > tx.now {
      return try HomeSuggestions.load(known.found, for: actor, in: tx)
    }
    guard let found = try HomeSuggestions.find(for: actor, index, in: tx) else { return .none }
    let until = tx.now + Self.keep
    kept.withLock { kept in
      if kept.count >= Self.most { kept.removeAll() }
      kept[actor.id] = Kept(found: found, until: until)
    }
    return try HomeSuggestions.load(found, for: actor, in: tx)
  }
}
