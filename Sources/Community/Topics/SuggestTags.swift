package import Database

/// Tags that may fit what somebody writes: those it names, and those that topics like it have.
package struct SuggestTags: Sendable {
  package static let most = 6
  private let named: SearchTags
  private let chosen: Set<String>
  private let alike: [TopicID]

  /// `alike` are topics like it; what is `chosen` already is not offered again.
  package init(title: String, body: String, chosen: String, alike: [TopicID]) {
    named = SearchTags(words: title + " " + body.prefix(400), most: 60)
    let names = try? TagChoice(chosen).names.map(\.text)
    self.chosen = Set(names ?? [])
    self.alike = alike
  }

  /// Only tags that stand on a topic the viewer may see.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> [String] {
    let ofAlike: [String] =
      alike.isEmpty
      ? []
      : try tx.all(
        """
        SELECT tag.name, count(*) FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id JOIN topic ON topic.id = topic_tag.topic_id
        WHERE topic.id \(anyOf: alike) AND \(Visibility.standing(viewer)) GROUP BY tag.name
        """
      ) { row -> (name: String, count: Int) in (try row.next(), try row.next()) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map(\.name)
    var offered: [String] = []
    for name in try named.perform(for: viewer, in: tx) + ofAlike where !offered.contains(name) && !chosen.contains(name) {
      offered.append(name)
    }
    return Array(offered.prefix(Self.most))
  }
}
