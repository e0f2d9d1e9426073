package import Database
import Matching

extension MatchIndex {
  /// The topics most like one, best first. Nil for a topic that is not public, and while matching is made ready.
  package func related(to topic: TopicID, most: Int, in tx: Transaction) throws -> [TopicID]? {
    let found = try read(in: tx) { known -> [TopicID]? in
      guard known.ground.has(topic: topic.rawValue) else { return nil }
      return known.ground.related(to: topic.rawValue, most: most).prefix { !$0.evidence.isEmpty }.map { TopicID(rawValue: $0.id) }
    }
    return found ?? nil
  }
}
